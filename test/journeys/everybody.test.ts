import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../browser.ts';
import { client } from '../client.ts';
import type { RunningProgram } from '../running.ts';
import { startProgram } from '../running.ts';
import { asReader, context, editor, openNewsroom, regula } from './people.ts';
import type { Watch } from './watch.ts';
import { watch } from './watch.ts';

let program: RunningProgram;
let browser: Browser;
let storyPath: string;
/** A story that nobody has published yet, whole. */
let draft: string;
let inside: BrowserContext;
const seen: Watch[] = [];

beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram({ sample: true }), openBrowser()]);
  const ask = client(program.url, await program.token('administrator'));
  const { json } = await ask('GET', '/stories?state=public&language=de&limit=100');
  storyPath = json.items.find((story: { picture: unknown; section: { path: string } }) => story.picture !== null && story.section.path === 'region/aldenbrugg').url;
  draft = (await ask('POST', '/stories', { section: 'schweiz', headline: 'Bundesrätin Öztürk-Müller tritt zurück', body: { html: '<p>Das sagte sie am Abend in Bern.</p>' } })).json.id;
  inside = await opened({ viewport: { width: 1360, height: 900 } });
  await openNewsroom(await inside.newPage(), program.link);
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});
beforeEach(() => onTestFailed(() => void process.stderr.write(`${program.said().slice(-2_000)}\n`)));

async function opened(options: Parameters<typeof context>[1]): Promise<BrowserContext> {
  const made = await context(browser, options);
  seen.push(watch(made, program.url));
  return made;
}

describe('a reader with a phone and without JavaScript', () => {
  let phone: Page;
  beforeAll(async () => {
    phone = await (await opened({ ...asReader, viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })).newPage();
  });
  const title = () => phone.getByRole('heading', { level: 1 }).first().innerText();
  /** Nothing stands beside the paper: nobody has to push a page sideways. */
  const fits = () => phone.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

  it('goes from the front to a section, and from there to a story', async () => {
    await phone.goto(program.url);
    expect(await fits()).toBe(true);
    await phone.getByRole('link', { name: 'Region', exact: true }).filter({ visible: true }).first().click();
    expect(new URL(phone.url()).pathname).toBe('/region');
    expect(await title()).toBe('Region');
    expect(await fits()).toBe(true);
    await phone.locator(`main a[href="${storyPath}"]`).first().click();
    expect(new URL(phone.url()).pathname).toBe(storyPath);
    expect((await phone.locator('main article, main').first().innerText()).length).toBeGreaterThan(1_000);
    expect(await fits()).toBe(true);
  });
  it('searches, and finds the story by a word of its headline', async () => {
    const headline = await title();
    const word = headline.split(/[^\p{L}]+/u).toSorted((one, other) => other.length - one.length)[0]!;
    await phone.goto(`${program.url}/suche`);
    await phone.getByRole('searchbox').first().fill(word);
    await phone.getByRole('button', { name: 'Suchen' }).first().click();
    expect(await phone.locator(`main a[href="${storyPath}"]`).count()).toBeGreaterThan(0);
    expect(await fits()).toBe(true);
  });
  it('is told where a page is not, and finds the way on from there', async () => {
    const missing = await phone.goto(`${program.url}/region/gibt-es-nicht`);
    expect(missing?.status()).toBe(404);
    expect(await title()).toBe('Diese Seite gibt es nicht');
    expect(await fits()).toBe(true);
    await phone.getByRole('link', { name: /zur Startseite/u }).first().click();
    expect(new URL(phone.url()).pathname).toBe('/');
  });
  it('is given no cookie anywhere', async () => {
    expect(await phone.context().cookies()).toEqual([]);
  });
});

describe.each(['light', 'dark'] as const)('in the %s, for everybody', (colorScheme) => {
  let page: Page;
  beforeAll(async () => {
    page = await inside.newPage();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  });
  afterAll(() => page.close());

  async function obstacles(): Promise<string[]> {
    const { violations, passes } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
    expect(passes.length).toBeGreaterThan(12);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary?.slice(0, 300)}`));
  }
  it.each([['front', () => '/'], ['section', () => '/region'], ['story', () => storyPath], ['search', () => '/suche?q=Wasser'], ['missing page', () => '/gibt-es-nicht'], ['sign-in', () => '/desk/signin?again']])('the %s puts nothing in the way', async (_, address) => {
    await page.goto(`${program.url}${address()}`);
    expect(await obstacles()).toEqual([]);
  });
  it.each([['list', () => ''], ['beginning', () => '/new'], ['editor', () => `/stories/${draft}`], ['versions', () => `/stories/${draft}/versions`], ['pictures', () => '/pictures'], ['fronts', () => '/fronts/front'], ['sections', () => '/sections'], ['publication', () => '/publication'], ['staff', () => '/staff'], ['log', () => '/acts'], ['account', () => '/me']])('nor does the desk’s %s', async (_, address) => {
    await page.goto(`${program.url}/desk${address()}`);
    await page.locator('main h1, .paper').first().waitFor();
    await page.waitForLoadState('networkidle', { timeout: 1_500 }).catch(() => undefined);
    expect(await obstacles()).toEqual([]);
  });
  it('nor does the way to publication', async () => {
    await page.goto(`${program.url}/desk/stories/${draft}`);
    await page.getByRole('button', { name: 'Veröffentlichen', exact: true }).click();
    await page.getByRole('button', { name: 'Jetzt veröffentlichen' }).waitFor();
    expect(await obstacles()).toEqual([]);
  });
});

describe('somebody who has a keyboard alone', () => {
  let page: Page;
  beforeAll(async () => {
    page = await (await opened({ viewport: { width: 1360, height: 900 } })).newPage();
  });
  const focused = () => page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    return `${element?.getAttribute('aria-label') ?? ''} ${element?.innerText ?? ''} ${element?.getAttribute('name') ?? ''}`.trim();
  });
  /** Goes on with Tab until this has the focus; whoever needs more steps than that has been forgotten. */
  async function tabTo(name: RegExp, most = 40): Promise<void> {
    const passed: string[] = [];
    for (let step = 0; step < most; step += 1) {
      await page.keyboard.press('Tab');
      passed.push(await focused());
      if (name.test(passed.at(-1)!)) return;
    }
    throw new Error(`${String(name)} is not reached: ${passed.join(' | ')}`);
  }

  it('skips to what a page says', async () => {
    await page.goto(program.url);
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Zum Inhalt');
    await page.keyboard.press('Enter');
    await tabTo(/./u);
    expect(await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement))).toBe(true);
  });
  it('signs in', async () => {
    await page.goto(`${program.url}/desk`);
    await page.getByLabel('E-Mail').waitFor();
    await page.keyboard.type(regula.email);
    await page.keyboard.press('Tab');
    await page.keyboard.type(regula.password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Heute', level: 1 }).waitFor();
  });
  it('opens a story by the command palette, writes, and publishes it', async () => {
    await page.keyboard.press('Control+k');
    await expect.poll(focused).toContain('Artikel, Ansicht oder Befehl');
    await page.keyboard.type('Bundesrätin');
    await page.getByRole('dialog').getByText('Bundesrätin Öztürk-Müller tritt zurück').waitFor();
    await page.keyboard.press('Enter');
    await editor(page).text.waitFor();
    await editor(page).headline.focus();
    await tabTo(/^Lead/u);
    await page.keyboard.type('Sie geht nach elf Jahren.');
    await editor(page).saved();
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.locator('body').press('Tab');
    await tabTo(/^Veröffentlichen/u, 60);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Jetzt veröffentlichen' }).waitFor();
    await tabTo(/^Jetzt veröffentlichen/u, 60);
    await page.keyboard.press('Enter');
    await page.getByText('Öffentlich', { exact: true }).first().waitFor();
  });
});

describe('all pages together', () => {
  it('ask nobody else for anything and break none of their own rules', () => {
    expect(seen.flatMap(({ strangers }) => strangers)).toEqual([]);
    expect(seen.flatMap(({ faults }) => faults)).toEqual([]);
  });
});
