/** A film with captions, and a film of another house, from the desk to a reader who watches both. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest';
import { openBrowser } from '../browser.ts';
import type { Client } from '../client.ts';
import { client } from '../client.ts';
import type { RunningProgram } from '../running.ts';
import { startProgram } from '../running.ts';
import { recordFilm } from './film.ts';
import { asReader, context, moveCaret, openNewsroom } from './people.ts';
import { watch } from './watch.ts';

let program: RunningProgram;
let browser: Browser;
let desk: Page;
let ask: Client;
let address: string | undefined;
const folder = mkdtempSync(join(tmpdir(), 'broadsheet-film-'));
const captions = 'WEBVTT\n\n00:00.000 --> 00:01.900\n«Der Wind dreht.»\n';
const youtube = 'https://youtu.be/dQw4w9WgXcQ?si=spur';

beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram({ sample: false }), openBrowser()]);
  ask = client(program.url, await program.token('administrator'));
  await ask('POST', '/sections', { path: 'schweiz', name: 'Schweiz' });
  desk = await (await context(browser)).newPage();
  await openNewsroom(desk, program.link);
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => onTestFailed(() => void process.stderr.write(`${program?.said().slice(-2_000)}\n`)));

const axe = async (page: Page) => (await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);

/** A reader, with everything noted that goes to anybody but the newspaper. Other houses answer with a page of one word. */
async function reader(size: { width: number; height: number }): Promise<{ made: BrowserContext; page: Page; asked: { url: string; referer: string }[]; faults: readonly string[] }> {
  const made = await context(browser, { viewport: size });
  const asked: { url: string; referer: string }[] = [];
  await made.route((url) => url.origin !== program.url, async (route) => {
    asked.push({ url: route.request().url(), referer: (await route.request().allHeaders())['referer'] ?? '' });
    await route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Film</title><p>Film</p>' });
  });
  const page = await made.newPage();
  const { faults } = watch(made, program.url);
  return { made, page, asked, faults };
}

/** What readers do needs what the desk has done: without it there is nothing to try. */
function published(): string {
  if (address === undefined) throw new Error('no story was published');
  return program.url + address;
}

describe('a film and an embed', () => {
  it('are put into a story at the desk, with what readers need', async () => {
    const path = await recordFilm(desk, folder);
    await desk.goto(`${program.url}/desk/videos`);
    const [chooser] = await Promise.all([desk.waitForEvent('filechooser'), desk.getByRole('button', { name: 'Hochladen' }).click()]);
    await chooser.setFiles(path);
    const title = desk.getByLabel('Titel', { exact: true });
    const refused = desk.locator('.uploads-line[data-state="refused"]');
    await title.or(refused).first().waitFor();
    expect(await refused.allInnerTexts()).toEqual([]);
    await title.fill('Der Föhn dreht auf dem See');
    await desk.getByLabel('Nachweis', { exact: true }).fill('Anna Çelik');
    await desk.getByLabel('Beschreibung', { exact: true }).fill('Aufgenommen am Montag.');
    await desk.getByLabel('Beschreibung', { exact: true }).blur();
    await desk.getByRole('heading', { name: 'Der Föhn dreht auf dem See', level: 1 }).waitFor();
    await desk.getByRole('button', { name: 'Bild aus dem Video nehmen' }).click();
    await desk.locator('.videos-poster img').waitFor();
    const [texts] = await Promise.all([desk.waitForEvent('filechooser'), desk.getByRole('button', { name: /Untertitel hochladen/u }).click()]);
    await texts.setFiles({ name: 'de.vtt', mimeType: 'text/vtt', buffer: Buffer.from(captions) });
    await desk.getByText('1 Zeile', { exact: true }).waitFor();
    const id = desk.url().split('/').at(-1)!;
    expect((await ask('GET', `/videos/${id}`)).json).toMatchObject({ missing: [], warnings: [], codecs: { video: 'vp8', audio: null }, poster: { id: expect.any(String) } });
    expect(await axe(desk)).toEqual([]);
  });

  it('keeps an address a link where its house is not on the list, and makes an embed where it is', async () => {
    const film = (await ask<{ items: { id: string }[] }>('GET', '/videos')).json.items[0]!.id;
    const story = (await ask<{ id: string }>('POST', '/stories', { section: 'schweiz', headline: 'Der Föhn', body: { html: `<p>Er weht.</p><div data-video="${film}"></div><p>Und weht.</p>` } })).json.id;
    await desk.goto(`${program.url}/desk/stories/${story}`);
    const text = desk.getByRole('textbox', { name: 'Text', exact: true });
    await text.getByText('Und weht.').click();
    await moveCaret(desk, 'End');
    await desk.keyboard.press('Enter');
    await desk.evaluate((words) => {
      const data = new DataTransfer();
      data.setData('text/plain', words);
      document.activeElement!.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, youtube);
    const title = desk.locator('.embeds-card').getByLabel('Titel', { exact: true });
    await title.fill('Lawine am Tödi');
    await title.blur();
    await desk.getByText(/^Gesichert \d/u).first().waitFor();
    await expect.poll(async () => (await ask('GET', `/stories/${story}`)).json.missing).toEqual([]);
    expect(await axe(desk)).toEqual([]);
    const published = await ask('POST', `/stories/${story}/publish`, {});
    expect(published.status).toBe(200);
    address = (await ask('GET', `/stories/${story}`)).json.url;
  });

  it.each([['a phone', { width: 390, height: 844 }], ['a screen', { width: 1360, height: 900 }]])('ask nothing of another house before the reader does, on %s', async (_, size) => {
    const { made, page, asked, faults } = await reader(size);
    const films: string[] = [];
    page.on('request', (request) => void (request.url().includes('/videos/') && films.push(request.url())));
    const answer = await page.goto(published());
    expect(answer!.headers()['content-security-policy']).toContain('frame-src https://www.youtube-nocookie.com;');
    expect(answer!.headers()['content-security-policy']).toContain(`media-src 'self'`);
    await page.getByRole('button', { name: 'Inhalt von YouTube laden' }).waitFor();
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await page.waitForLoadState('networkidle');
    expect([asked, films, faults]).toEqual([[], [], []]);
    expect(await page.evaluate(() => [document.cookie, localStorage.length])).toEqual(['', 0]);
    expect(await axe(page)).toEqual([]);
    await made.close();
  });

  it('are watched by keyboard, with captions, from the place that the reader chooses', async () => {
    const { made, page } = await reader({ width: 1360, height: 900 });
    await page.goto(published());
    const film = page.locator('video');
    await film.focus();
    await page.keyboard.press('Space');
    await expect.poll(() => film.evaluate((one: HTMLVideoElement) => one.currentTime), { timeout: 30_000 }).toBeGreaterThan(0.2);
    expect(await film.evaluate(async (one: HTMLVideoElement) => {
      const [track] = one.textTracks;
      track!.mode = 'showing';
      while (track!.cues === null || track!.cues.length === 0) await new Promise((resolve) => requestAnimationFrame(resolve));
      return (track!.cues[0] as VTTCue).text;
    })).toBe('«Der Wind dreht.»');
    await made.close();
  });

  it('come from the other house when the reader says so, and are remembered only when they wish', async () => {
    const { made, page, asked, faults } = await reader({ width: 1360, height: 900 });
    await page.goto(published());
    const button = page.getByRole('button', { name: 'Inhalt von YouTube laden' });
    const height = (await page.locator('.embed-stage').boundingBox())!.height;
    await button.press('Enter');
    const frame = page.locator('iframe[title="YouTube: Lawine am Tödi"]');
    await expect.poll(() => asked).toEqual([{ url: 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0', referer: `${program.url}/` }]);
    expect(await frame.getAttribute('sandbox')).toBe('allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-presentation');
    expect((await page.locator('.embed-stage').boundingBox())!.height).toBe(height);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.reload();
    await button.waitFor();
    await page.getByLabel('YouTube auf diesem Gerät immer laden').check();
    await page.reload();
    await frame.waitFor();
    expect(await page.evaluate(() => localStorage.getItem('embeds'))).toBe('["youtube"]');
    await page.getByLabel('YouTube auf diesem Gerät immer laden').uncheck();
    await page.reload();
    await button.waitFor();
    expect([await page.evaluate(() => localStorage.length), faults]).toEqual([0, []]);
    await made.close();
  });

  it('are a film and a link without script', async () => {
    const page = await (await context(browser, asReader)).newPage();
    await page.goto(published());
    expect(await page.getByRole('link', { name: 'Lawine am Tödi' }).getAttribute('href')).toBe('https://www.youtube.com/watch?v=dQw4w9WgXcQ');
    expect(await page.getByRole('button', { name: /laden/u }).count()).toBe(0);
    expect(await page.locator('video[controls]').count()).toBe(1);
    await page.context().close();
  });
});
