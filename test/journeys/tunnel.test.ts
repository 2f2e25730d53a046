/** Ten pictures from a train: the line breaks, the view changes, the program starts anew; nothing is lost or sent twice. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser.ts';
import { client } from '../client.ts';
import type { RunningProgram } from '../running.ts';
import { startProgram } from '../running.ts';
import { context, openNewsroom } from './people.ts';
import { pictureOfAPass } from './picture.ts';

interface Dropped {
  readonly name: string;
  readonly type: string;
  readonly base64: string;
}

const dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-tunnel-'));
let program: RunningProgram;
let browser: Browser;
let line: BrowserContext;
let page: Page;

beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram({ sample: false, dataDir }), openBrowser()]);
  line = await context(browser);
  page = await line.newPage();
  await openNewsroom(page, program.link);
  await page.goto(`${program.url}/desk/pictures`);
  await page.getByRole('heading', { name: 'Bilder', level: 1 }).waitFor();
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

/** As a hand lets go of files over the page. */
async function drop(files: readonly Dropped[]): Promise<void> {
  await page.evaluate((dropped) => {
    const data = new DataTransfer();
    for (const { name, type, base64 } of dropped) data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name, { type }));
    for (const kind of ['dragover', 'drop']) document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
  }, files);
}

/** Each a picture of its own. */
async function photographs(count: number, width: number): Promise<Dropped[]> {
  return Promise.all(Array.from({ length: count }, async (_, at) => {
    const bytes = await sharp({ create: { width, height: Math.round(width * 0.66), channels: 3, background: { r: 20 * at, g: 90, b: 140 }, noise: { type: 'gaussian', mean: 110 + at, sigma: 45 } } }).jpeg({ quality: 92 }).toBuffer();
    return { name: `Föhn über Zürich ${at + 1}.jpg`, type: 'image/jpeg', base64: bytes.toString('base64') };
  }));
}

const tray = () => page.getByRole('region', { name: /Dateien/u });

describe('somebody who sends pictures from a train', () => {
  it('drops many anywhere in the view: three go at a time, refusals say what to do', async () => {
    const svg: Dropped = { name: 'karte.svg', type: 'image/svg+xml', base64: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>').toString('base64') };
    await drop([{ name: 'Pass.jpg', type: 'image/jpeg', base64: (await pictureOfAPass()).toString('base64') }, svg]);
    await tray().getByText('Speichern Sie es als PNG').waitFor();
    await tray().getByRole('link', { name: 'Pass.jpg' }).waitFor();
    expect((await new AxeBuilder({ page }).include('.uploads').analyze()).violations).toEqual([]);
    await tray().getByRole('button', { name: 'Liste schliessen' }).click();
    await tray().waitFor({ state: 'detached' });
  });

  it('loses nothing in a tunnel, in another view, and while the program starts anew', async () => {
    // Slowly enough for a tunnel to come in between.
    const speed = await line.newCDPSession(page);
    const through = (bytes: number, offline = false) => speed.send('Network.emulateNetworkConditions', { offline, latency: 5, downloadThroughput: -1, uploadThroughput: bytes });
    const [slow, tunnel] = [1_500_000, true];
    await through(slow);
    await drop(await photographs(8, 1600));
    await page.getByRole('link', { name: 'Rubriken' }).click();
    await page.waitForFunction(() => [...document.querySelectorAll<HTMLProgressElement>('.uploads-line progress')].some(({ value }) => value > 0));
    await through(slow, tunnel);
    await tray().getByText('Es geht von selbst weiter').waitFor();
    await program.kill();
    program = await startProgram({ sample: false, dataDir, port: program.port });
    await through(-1);
    await tray().getByText('8 Dateien sind da.').waitFor({ timeout: 60_000 });
    const ask = client(program.url, await program.token('editor'));
    const { json } = await ask('GET', '/pictures?limit=50');
    expect(json.items.map(({ name }: { name: string }) => name).toSorted()).toEqual([...Array.from({ length: 8 }, (_, at) => `Föhn über Zürich ${at + 1}.jpg`), 'Pass.jpg'].toSorted());
  }, 120_000);

  it('says once for all whose they are, and leaves what an agency has said', async () => {
    await drop([{ name: 'Agentur.jpg', type: 'image/jpeg', base64: (await pictureOfAPass()).toString('base64') }]);
    await tray().getByText('9 Dateien sind da.').waitFor();
    await tray().getByText('8 Bilder haben noch keinen Bildnachweis.').waitFor();
    await tray().getByRole('button', { name: 'Für alle diese Bilder …' }).click();
    await tray().getByLabel('Bildnachweis').fill('Zoë Müller / Zürcher Bote');
    expect((await new AxeBuilder({ page }).include('.uploads').analyze()).violations).toEqual([]);
    await tray().getByRole('button', { name: 'Eintragen' }).click();
    await tray().getByText('Bei allen eingetragen, wo noch nichts stand.').waitFor();
    const ask = client(program.url, await program.token('editor'));
    const { json } = await ask('GET', '/pictures?limit=50');
    const credits = (beginning: string) => [...new Set(json.items.filter(({ name }: { name: string }) => name.startsWith(beginning)).map(({ credit }: { credit: string }) => credit))];
    expect([credits('Föhn'), credits('Agentur')]).toEqual([['Zoë Müller / Zürcher Bote'], ['Keystone / Zoë Müller']]);
  });
});
