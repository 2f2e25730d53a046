/** A gallery of fourteen pictures: built in the desk, put into a story, and read with keys, with a finger, and without any script. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest';
import { openBrowser } from '../browser.ts';
import type { Client } from '../client.ts';
import { client } from '../client.ts';
import type { RunningProgram } from '../running.ts';
import { startProgram } from '../running.ts';
import { context, editor, moveCaret, openNewsroom } from './people.ts';
import type { Watch } from './watch.ts';
import { watch } from './watch.ts';

const title = 'Vier Tage «Föhn» im Tal';
let program: RunningProgram;
let browser: Browser;
let ask: Client;
let desk: Page;
/** The story's address, once it is published. */
let url: string | undefined;
const seen: Watch[] = [];

beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram({ sample: false }), openBrowser()]);
  const token = await program.token('administrator');
  ask = client(program.url, token);
  await ask('POST', '/sections', { path: 'schweiz', name: 'Schweiz' });
  for (let number = 1; number <= 14; number++) await putIn(token, number);
  desk = await (await opened({ viewport: { width: 1360, height: 900 } })).newPage();
  await openNewsroom(desk, program.link);
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});
beforeEach(() => onTestFailed(() => void process.stderr.write(`${program?.said().slice(-2_000)}\n`)));

/** A picture that is usable once it is answered. */
async function putIn(token: string, number: number): Promise<void> {
  const words = new URLSearchParams({ name: `foehn-${number}.jpg`, credit: 'Zoë Müller', alt: `Der Föhn im Tal, ${number}. Bild`, caption: `Vier Tage Föhn: das ${number}. Bild`, language: 'de' });
  const bytes = await sharp({ create: { width: 1_000, height: 660, channels: 3, background: { r: 15 * number, g: 120, b: 150 } } }).jpeg().toBuffer();
  const answer = await fetch(`${program.url}/api/v1/pictures?${words}`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'image/jpeg' }, body: new Uint8Array(bytes) });
  expect(answer.status).toBe(201);
}

async function opened(options: Parameters<typeof context>[1]): Promise<BrowserContext> {
  const made = await context(browser, options);
  seen.push(watch(made, program.url));
  return made;
}
/** A finger that goes over the glass. */
async function swipe(page: Page, { x, y, by }: { x: number; y: number; by: number }): Promise<void> {
  const glass = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', at: number) => glass.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x: at, y }] });
  await send('touchStart', x);
  for (let step = 1; step <= 10; step++) await send('touchMove', x + (by * step) / 10);
  await send('touchEnd', x + by);
}
const flaws = async (page: Page) => (await new AxeBuilder({ page: page as never }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);

describe('somebody who builds a gallery', () => {
  it('begins with its title, and takes fourteen pictures in one go', async () => {
    await desk.goto(`${program.url}/desk/galleries`);
    await desk.getByRole('button', { name: 'Neue Galerie' }).click();
    await desk.getByLabel('Titel der neuen Galerie').fill(title);
    await desk.getByRole('button', { name: 'Galerie anlegen' }).click();
    await desk.getByRole('button', { name: 'Bilder wählen' }).click();
    const offers = desk.getByRole('dialog').locator('button[aria-pressed]');
    await offers.nth(13).waitFor();
    expect(await flaws(desk)).toEqual([]);
    for (let i = 0; i < 14; i++) await offers.nth(i).click();
    await desk.getByRole('button', { name: '14 Bilder in die Galerie' }).click();
    await desk.getByText('Gespeichert', { exact: true }).waitFor();
    expect(await desk.locator('.gallery-row').count()).toBe(14);
  });
  it('moves one by keyboard, another by drag, says more of one, takes one out and back', async () => {
    const [made] = (await ask('GET', '/galleries?q=Tage')).json.items;
    const before = made.pictures.map(({ id }: { id: string }) => id);
    await desk.getByRole('button', { name: 'Bild 3 von 14 bearbeiten' }).focus();
    await desk.keyboard.press('Alt+ArrowUp');
    expect(await desk.evaluate(() => document.activeElement?.getAttribute('data-picture'))).toBe(before[2]);
    // Both ends in sight: a page that scrolls under the pointer drags nothing.
    await desk.setViewportSize({ width: 1360, height: 1_400 });
    await desk.locator('.gallery-place').nth(5).dragTo(desk.locator('.gallery-pictures > li').first());
    await desk.getByRole('textbox', { name: 'Legende von Bild 1 von 14' }).fill('Am Quai, kurz nach vier');
    await desk.getByRole('button', { name: 'Bild 14 von 14 herausnehmen' }).click();
    await desk.getByRole('button', { name: 'Rückgängig' }).click();
    await desk.getByText('Gespeichert', { exact: true }).waitFor();
    const { json } = await ask('GET', `/galleries/${made.id}`);
    expect(json.pictures.map(({ id }: { id: string }) => id)).toEqual([before[5], before[0], before[2], before[1], ...before.slice(3, 5), ...before.slice(6)]);
    expect(json.pictures[0].caption).toBe('Am Quai, kurz nach vier');
    expect(await flaws(desk)).toEqual([]);
  });
  it('puts it into a story with a stroke, and is told what is missing', async () => {
    const gallery = (await ask('GET', '/galleries?q=Tage')).json.items[0];
    const { json: story } = await ask('POST', '/stories', { section: 'schweiz', headline: 'Der Föhn in vierzehn Bildern', body: { html: '<p>Es stürmt seit Montag.</p><p>Und weiter.</p>' } });
    await desk.goto(`${program.url}/desk/stories/${story.id}`);
    await editor(desk).text.click();
    await moveCaret(desk, 'Control+Home', 'End');
    await desk.keyboard.press('Enter');
    await desk.keyboard.type('/Bildergal');
    await desk.keyboard.press('Enter');
    await desk.locator('.gallery-tile', { hasText: title }).click();
    await desk.locator('.gallery-card', { hasText: title }).waitFor();
    await editor(desk).saved();
    const picture = (await ask('GET', `/pictures/${gallery.pictures[4].id}`)).json;
    await ask('PATCH', `/pictures/${picture.id}`, { credit: '' }, { 'if-match': '*' });
    await desk.getByRole('tab', { name: 'Veröffentlichen' }).click();
    await desk.getByRole('button', { name: `Galerie «${title}»: ein Bild ohne Bildnachweis` }).waitFor();
    expect((await ask('POST', `/stories/${story.id}/publish`, {})).status).toBe(422);
    await ask('PATCH', `/pictures/${picture.id}`, { credit: picture.credit }, { 'if-match': '*' });
    await desk.getByText('Es fehlt nichts').waitFor();
    const published = await ask('POST', `/stories/${story.id}/publish`, {});
    expect(published.status).toBe(200);
    url = program.url + published.json.url;
    expect((await ask('GET', `/stories?uses=gallery:${gallery.id}`)).json.items.map((one: { id: string }) => one.id)).toEqual([story.id]);
  });
});

/** What readers do needs what the desk has done: without it there is nothing to try. */
function published(): string {
  if (url === undefined) throw new Error('no story was published');
  return url;
}

describe('a reader of the gallery', () => {
  let page: Page;
  const place = () => page.locator('.gallery > .strip').evaluate((strip) => strip.children[Math.round(strip.scrollLeft / strip.clientWidth)]!.querySelector('b')!.textContent);
  const arrives = async (id: string) => {
    await page.waitForURL((address) => address.hash === `#${id}`);
  };
  beforeAll(async () => {
    page = await (await opened({ viewport: { width: 1360, height: 900 } })).newPage();
  });

  it('pages with the arrows of the keyboard; the address follows, and what is there is said', async () => {
    await page.goto(published());
    await page.locator('.gallery .strip').focus();
    await page.keyboard.press('ArrowRight');
    await arrives('bild-2');
    await expect.poll(() => page.locator('[aria-live]').innerText()).toMatch(/^Bild 2 von 14 /u);
    await page.keyboard.press('End');
    await arrives('bild-14');
    await expect.poll(() => page.getByRole('button', { name: 'Nächstes Bild' }).getAttribute('aria-disabled')).toBe('true');
    await page.getByRole('button', { name: 'Vorheriges Bild' }).click();
    await arrives('bild-13');
    expect(await flaws(page)).toEqual([]);
  });
  it('comes to the very picture by its address', async () => {
    await page.goto('about:blank');
    await page.goto(`${published()}#bild-9`);
    await expect.poll(place).toBe('9 / 14');
    expect(await page.locator('#bild-9 img').evaluate((image) => image.getBoundingClientRect().top)).toBeGreaterThan(0);
  });
  it('sees it large with the focus inside, and gets back where she was', async () => {
    const large = page.getByRole('button', { name: 'Gross ansehen' });
    await large.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: title });
    await dialog.waitFor();
    for (let i = 0; i < 6; i++) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null)).toBe(true);
    }
    await dialog.locator('.strip').focus();
    await page.keyboard.press('ArrowRight');
    await page.getByText('Bild 10 von 14').waitFor({ state: 'attached' });
    expect(await flaws(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => large.evaluate((button) => button === document.activeElement)).toBe(true);
    await expect.poll(place).toBe('10 / 14');
  });
  it('pages with a finger, and nothing stands in the way of two', async () => {
    const phone = await (await opened({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })).newPage();
    await phone.goto(published());
    const box = (await phone.locator('.gallery .strip').evaluate((strip) => (strip.scrollIntoView({ block: 'center', behavior: 'instant' }), strip.getBoundingClientRect().toJSON()))) as DOMRect;
    await swipe(phone, { x: 330, y: box.y + 120, by: -280 });
    // A finger that is lifted in full flight may carry one picture further.
    await phone.waitForURL((address) => /^#bild-[23]$/u.test(address.hash));
    expect(await phone.evaluate(() => [document.querySelector('meta[name=viewport]')!.getAttribute('content'), getComputedStyle(document.querySelector('.strip')!).touchAction])).toEqual(['width=device-width', 'auto']);
    expect(await phone.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(await flaws(phone)).toEqual([]);
    await phone.context().close();
  });
  it('reads all fourteen one below the other without any script', async () => {
    const plain = await (await opened({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false })).newPage();
    await plain.goto(published());
    const figures = plain.locator('.gallery figure');
    expect(await figures.count()).toBe(14);
    const tops = await Promise.all([0, 1, 13].map(async (i) => (await figures.nth(i).boundingBox())!));
    expect(tops.every((one) => one.x === tops[0]!.x)).toBe(true);
    expect(tops[1]!.y).toBeGreaterThan(tops[0]!.y + tops[0]!.height - 1);
    expect(await figures.first().innerText()).toMatch(/^1 \/ 14 Am Quai, kurz nach vier Bild: /u);
    expect(await plain.getByRole('button', { name: 'Gross ansehen' }).count()).toBe(0);
    await plain.context().close();
  });
  it('no longer finds a picture that was blocked', async () => {
    const gallery = (await ask('GET', '/galleries?q=Tage')).json.items[0];
    await ask('POST', `/pictures/${gallery.pictures[1].id}/block`, { reason: 'Die Agentur zieht es zurück' });
    const html = await (await fetch(published())).text();
    expect(html).not.toContain(gallery.pictures[1].id);
    expect(html.match(/<figure id="bild-/gu)).toHaveLength(13);
    for (const { id } of gallery.pictures) await ask('POST', `/pictures/${id}/block`, { reason: 'x' });
    expect(await (await fetch(published())).text()).not.toContain('class="gallery"');
  });
  it('met no fault in the console, and nobody else was asked for anything', () => {
    expect(seen.flatMap(({ faults, strangers }) => [...faults, ...strangers])).toEqual([]);
  });
});
