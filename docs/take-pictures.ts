/** Takes the README's pictures from the sample newsroom: `node bin/run docs/take-pictures.ts`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import sharp from 'sharp';
import { openBrowser } from '../test/browser.ts';
import { startProgram } from '../test/running.ts';

const phone = { width: 390, height: 780 };
const screen = { width: 1280, height: 900 };

/** A lazy picture below the fold may never come: that one is not on the picture either. */
const drawn = (image: unknown) => (image as { complete: boolean; decode(): Promise<void> }).complete ? undefined : Promise.race([(image as { decode(): Promise<void> }).decode(), new Promise((resolve) => setTimeout(resolve, 2_000))]);

const dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-pictures-'));
const program = await startProgram({ sample: true, dataDir });
const browser: Browser = await openBrowser();
try {
  const story = await storyAddress();
  await take({ name: 'front', path: '/', viewport: { width: 1280, height: 1280 } });
  await take({ name: 'story-phone', path: story, viewport: phone });
  await take({ name: 'story-phone-dark', path: story, viewport: phone, dark: true });
  const state = await signIn();
  const id = story.slice(-8);
  await take({ name: 'editor', path: `/desk/stories/${id}`, viewport: screen, state });
  await take({ name: 'queue', path: '/desk/comments', viewport: { width: 1280, height: 760 }, state });
  await take({ name: 'desk-phone', path: '/desk', viewport: phone, dark: true, state });
} finally {
  await browser.close();
  await program.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

interface Picture {
  readonly name: string;
  readonly path: string;
  readonly viewport: { width: number; height: number };
  readonly dark?: boolean;
  readonly state?: Awaited<ReturnType<BrowserContext['storageState']>>;
}

async function take({ name, path, viewport, dark = false, state }: Picture): Promise<void> {
  const context = await browser.newContext({ viewport, colorScheme: dark ? 'dark' : 'light', locale: 'de-CH', deviceScaleFactor: 2, ...(state !== undefined && { storageState: state }) });
  const page = await context.newPage();
  await page.goto(program.url + path, { waitUntil: state === undefined ? 'networkidle' : 'load' });
  if (state !== undefined) await page.locator(path.includes('/stories/') ? '.ProseMirror p' : path.includes('/comments') ? '.reading-text' : 'main img').first().waitFor();
  for (const image of await page.locator('img:visible').all()) await image.evaluate(drawn, undefined, { timeout: 5_000 }).catch(() => undefined);
  await sharp(await page.screenshot()).resize(viewport.width > 600 ? 1280 : 585).webp({ quality: 80 }).toFile(join(import.meta.dirname, `${name}.webp`));
  await context.close();
}

/** The story of the front page that has everything. */
async function storyAddress(): Promise<string> {
  const html = await (await fetch(`${program.url}/international/usa`)).text();
  const found = /href="(\/international\/usa\/[^"#]+-[2-9a-z]{8})"/u.exec(html)?.[1];
  if (found === undefined) throw new Error('the sample has no story in international/usa');
  return found;
}

async function signIn(): Promise<Awaited<ReturnType<BrowserContext['storageState']>>> {
  const context = await browser.newContext({ locale: 'de-CH' });
  const page = await context.newPage();
  await page.goto(program.link);
  await page.locator('input[name=name]').fill('Noëmi Aebersold');
  await page.locator('input[type=email]').fill('noemi@example.org');
  await page.locator('main button, form button').first().click();
  await page.waitForURL(/\/desk\/?$/u, { timeout: 60_000 });
  await page.locator('main h1').first().waitFor({ timeout: 60_000 });
  const state = await context.storageState();
  await context.close();
  return state;
}
