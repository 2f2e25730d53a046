import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../browser.ts';
import type { RunningProgram } from '../running.ts';
import { startProgram } from '../running.ts';
import { asReader, context, editor, openNewsroom, regula } from './people.ts';
import { pictureOfAPass } from './picture.ts';
import type { Watch } from './watch.ts';
import { watch } from './watch.ts';

const headline = 'Gotthard: «Föhn» legt Nord-Süd-Verkehr lahm';
let program: RunningProgram;
let browser: Browser;
let page: Page;
let reader: Page;
let seen: Watch[];

beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram({ sample: false }), openBrowser()]);
  const [newcomer, without] = await Promise.all([context(browser), context(browser, asReader)]);
  seen = [watch(newcomer, program.url), watch(without, program.url)];
  [page, reader] = await Promise.all([newcomer.newPage(), without.newPage()]);
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

beforeEach(() => onTestFailed(() => void process.stderr.write(`${program.said().slice(-3_000)}\n`)));

/** What machines are told: whether the story stands in the feed and in the sitemap. */
async function machinesKnow(): Promise<boolean[]> {
  const address = new URL(storyAddress).pathname;
  const maps = await (await fetch(`${program.url}/sitemap.xml`)).text();
  const inside = await Promise.all([...maps.matchAll(/<loc>([^<]+sitemap-[^<]+)<\/loc>/gu)].map(async ([, url]) => (await fetch(url!)).text()));
  return [await (await fetch(`${program.url}/feed.xml`)).text(), maps + inside.join('')].map((text) => text.includes(address));
}
let storyAddress = '';

describe('somebody who has just started the program', () => {
  it('is told on the empty front page what to do first', async () => {
    await reader.goto(program.url);
    expect(await reader.getByRole('heading', { level: 1 }).innerText()).toContain('Noch steht hier nichts');
  });
  it('opens the link, presses the button, and stands in the desk', async () => {
    await openNewsroom(page, program.link);
    expect(new URL(page.url()).pathname).toBe('/desk');
    const again = await fetch(program.link);
    expect(again.status).toBe(410);
  });
  it('makes a section and begins a story in it', async () => {
    await page.getByRole('link', { name: 'Rubriken' }).click();
    await page.getByRole('button', { name: 'Neue Rubrik' }).first().click();
    await page.getByLabel(/^Name auf Deutsch/u).fill('Schweiz & Alpen');
    await page.getByLabel('Adresse').fill('schweiz');
    await page.getByRole('button', { name: 'Sichern' }).click();
    await page.getByText('/schweiz').waitFor();
    await page.goto(`${program.url}/desk/new`);
    await page.getByLabel('Titel').fill(headline);
    await page.getByRole('button', { name: 'Schreiben' }).click();
    await editor(page).text.waitFor();
  });
  it('writes it', async () => {
    await editor(page).lead.fill('Zwischen Göschenen und Airolo fährt seit dem Morgen nichts mehr.');
    await editor(page).text.click();
    await page.keyboard.type('Die Böen erreichten 160 Kilometer pro Stunde, sagt die Urner Kantonspolizei.');
    await page.keyboard.press('Enter');
    await page.keyboard.type('"So etwas habe ich noch nie erlebt", sagt der Wirt.');
    await editor(page).saved();
    expect(await editor(page).text.innerText()).toContain('«So etwas habe ich noch nie erlebt»');
  });
  it('puts a picture on it, whose credit and description come with it', async () => {
    await page.getByRole('button', { name: /Bild hierher ziehen/u }).click();
    await page.locator('input[type=file]').setInputFiles({ name: 'pass.jpg', mimeType: 'image/jpeg', buffer: await pictureOfAPass() });
    await page.getByText('Keystone / Zoë Müller').first().waitFor();
    await page.getByRole('button', { name: 'Nachweis und Alternativtext' }).click();
    expect(await page.getByLabel('Bildnachweis').inputValue()).toBe('Keystone / Zoë Müller');
    expect(await page.getByRole('textbox', { name: 'Alternativtext' }).inputValue()).toBe('Ein Lastwagen liegt quer auf der Passstrasse.');
    await page.getByRole('dialog').getByRole('button', { name: 'Schliessen' }).click();
  });
  it('sees it as readers will', async () => {
    await page.getByRole('button', { name: 'Vorschau' }).click();
    const inside = page.frameLocator('iframe');
    expect(await inside.getByRole('heading', { level: 1 }).innerText()).toContain('legt Nord-Süd-Verkehr lahm');
    expect(await inside.getByAltText('Ein Lastwagen liegt quer').count()).toBeGreaterThan(0);
    await page.getByRole('link', { name: 'Zum Artikel' }).click();
    await editor(page).text.waitFor();
  });
  it('publishes it, and a reader finds it on the front and reads it', async () => {
    await page.getByRole('button', { name: 'Veröffentlichen', exact: true }).click();
    await page.getByRole('button', { name: 'Jetzt veröffentlichen' }).click();
    await page.getByText('Öffentlich', { exact: true }).first().waitFor();
    await reader.goto(program.url);
    await reader.getByRole('link', { name: headline }).first().click();
    storyAddress = reader.url();
    expect(await reader.getByRole('heading', { level: 1 }).innerText()).toContain(headline);
    const text = await reader.locator('main').innerText();
    expect(text).toContain('160 Kilometer pro Stunde');
    expect(text).toContain('Keystone / Zoë Müller');
    const shown = await reader.locator('main img').first().evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0);
    expect(shown).toBe(true);
    expect(await machinesKnow()).toEqual([true, true]);
  });
  it('changes it: readers see nothing of it before it is published again', async () => {
    await editor(page).lead.fill('Nach zwölf Stunden fahren zwischen Göschenen und Airolo wieder Züge.');
    await page.getByText('Öffentlich, mit Änderungen').first().waitFor();
    await reader.reload();
    expect(await reader.locator('main').innerText()).toContain('fährt seit dem Morgen nichts mehr');
    expect(await reader.getByText(/Aktualisiert/u).count()).toBe(0);
  });
  it('publishes a change of sense, which says when', async () => {
    await page.getByRole('radio', { name: 'Der Sinn' }).check();
    await page.getByRole('button', { name: 'Änderungen veröffentlichen' }).click();
    await page.getByText('Öffentlich', { exact: true }).first().waitFor();
    await reader.reload();
    const text = await reader.locator('main').innerText();
    expect(text).toContain('fahren zwischen Göschenen und Airolo wieder Züge');
    expect(text).toMatch(/Aktualisiert/u);
  });
  it('withdraws it: its address says so, and it is gone from everywhere', async () => {
    await page.getByRole('button', { name: 'Zurückziehen…' }).click();
    await page.getByLabel(/^Grund/u).fill('Quelle nicht gehalten');
    await page.getByLabel('Öffentlicher Hinweis').fill('Dieser Bericht war falsch. Wir bitten um Entschuldigung.');
    await page.getByRole('dialog').getByRole('button', { name: 'Zurückziehen' }).click();
    await page.getByText('Zurückgezogen', { exact: true }).first().waitFor();
    const gone = await reader.goto(storyAddress);
    expect(gone?.status()).toBe(410);
    const text = await reader.content();
    expect(text).toContain('Wir bitten um Entschuldigung');
    expect(text).toContain('noindex');
    for (const secret of ['Nord-Süd-Verkehr', 'Göschenen', 'Quelle nicht gehalten']) expect(text).not.toContain(secret);
    await reader.goto(program.url);
    expect(await reader.content()).not.toContain('Nord-Süd-Verkehr');
    expect(await machinesKnow()).toEqual([false, false]);
  });
  it('comes back the next day with address and password', async () => {
    await page.context().clearCookies();
    await page.goto(`${program.url}/desk`);
    await page.getByLabel('E-Mail').fill(regula.email);
    await page.getByLabel('Passwort').fill(regula.password);
    await page.getByRole('button', { name: 'Anmelden' }).click();
    await page.getByRole('heading', { name: 'Heute', level: 1 }).waitFor();
  });
  it('never met an error in the console, nor asked anybody else for anything', () => {
    for (const one of seen) expect(one).toEqual({ faults: [], strangers: [] });
  });
});
