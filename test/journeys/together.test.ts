import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as path } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, openOwnBrowser } from '../browser.ts';
import type { Client } from '../client.ts';
import { client } from '../client.ts';
import type { RunningProgram } from '../running.ts';
import { startProgram } from '../running.ts';
import { context, editor, german, join, moveCaret, openNewsroom } from './people.ts';

let program: RunningProgram;
let browser: Browser;
let regula: Page;
let beat: Page;
let ask: Client;

beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram({ sample: false }), openBrowser()]);
  ask = client(program.url, await program.token('administrator'));
  await ask('POST', '/sections', { path: 'schweiz', name: 'Schweiz & Alpen' });
  const invitation = await program.command('staff', 'add', '--email', 'beat@zuercher-bote.example', '--name', 'Beat Łukasiewicz', '--role', 'editor');
  [regula, beat] = await Promise.all([context(browser), context(browser)].map(async (made) => (await made).newPage())) as [Page, Page];
  await openNewsroom(regula, program.link);
  await join(beat, invitation.trim());
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});
beforeEach(() => onTestFailed(() => void process.stderr.write(`${program.said().slice(-2_000)}\n`)));

const paragraphs = ['Erstens weht der Föhn.', 'Zweitens steht der Zug.', 'Drittens zahlt die Versicherung.'];

async function written(): Promise<string> {
  const html = paragraphs.map((text) => `<p>${text}</p>`).join('');
  return (await ask<{ id: string }>('POST', '/stories', { section: 'schweiz', headline: 'Zwei an einem Bericht', body: { html } })).json.id;
}

/** The text as the program has it. */
async function kept(id: string): Promise<string[]> {
  const { json } = await ask('GET', `/stories/${id}`);
  return json.content.body.content.map((block: { content?: { text?: string }[] }) => (block.content ?? []).map((one) => one.text).join(''));
}

async function open(page: Page, id: string): Promise<void> {
  await page.goto(`${program.url}/desk/stories/${id}`);
  await editor(page).text.getByText(paragraphs[0]!.slice(0, 8)).waitFor();
}

async function comeBack(page: Page): Promise<void> {
  page.setDefaultTimeout(10_000);
  const link = await program.command('staff', 'link', 'beat@zuercher-bote.example');
  await page.goto(link.trim());
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await page.getByRole('heading', { name: 'Heute', level: 1 }).waitFor();
}

async function typeAtEndOf(page: Page, paragraph: string, words: string): Promise<void> {
  await editor(page).text.getByText(paragraph).click();
  await moveCaret(page, 'End');
  await page.keyboard.type(words);
}

describe('two people in one story', () => {
  it('see each other, and write in different paragraphs while each sees the other’s words arrive', async () => {
    const id = await written();
    await open(regula, id);
    await open(beat, id);
    await regula.getByLabel('Beat Łukasiewicz hat den Artikel offen').first().waitFor();
    await Promise.all([typeAtEndOf(regula, paragraphs[0]!, ' Das sagt Regula.'), typeAtEndOf(beat, paragraphs[2]!, ' Das sagt Beat.')]);
    await Promise.all([editor(regula).text.getByText('Das sagt Beat.').waitFor(), editor(beat).text.getByText('Das sagt Regula.').waitFor()]);
    await expect.poll(() => kept(id)).toEqual(['Erstens weht der Föhn. Das sagt Regula.', paragraphs[1], 'Drittens zahlt die Versicherung. Das sagt Beat.']);
  });
  it('are offered the choice when both changed the same paragraph, and nothing is lost', async () => {
    const id = await written();
    await open(regula, id);
    await open(beat, id);
    await Promise.all([typeAtEndOf(regula, paragraphs[1]!, ' Seit sechs Uhr.'), typeAtEndOf(beat, paragraphs[1]!, ' Seit sieben Uhr.')]);
    const choice = (page: Page) => page.getByRole('region', { name: /dieselbe Stelle/u });
    const first = await Promise.any([regula, beat].map(async (page) => (await choice(page).waitFor(), page)));
    const said = await editor(first).text.innerText();
    expect(said).toContain('Seit sechs Uhr.');
    expect(said).toContain('Seit sieben Uhr.');
    await first.getByRole('button', { name: 'Beides' }).click();
    await expect.poll(async () => (await kept(id)).slice(1, 3).sort(), { timeout: 8_000 }).toEqual(['Zweitens steht der Zug. Seit sechs Uhr.', 'Zweitens steht der Zug. Seit sieben Uhr.']);
  });
});

describe('somebody whose browser dies while the line is down', () => {
  it('finds the unsaved text again in the next one', async () => {
    const id = await written();
    const folder = mkdtempSync(path(tmpdir(), 'broadsheet-browser-'));
    try {
      const first = await openOwnBrowser(folder, german);
      const page = await first.context.newPage();
      await comeBack(page);
      await open(page, id);
      await page.route('**/api/v1/stories/**', (route) => route.abort());
      await typeAtEndOf(page, paragraphs[2]!, ' Der Satz, der nicht verloren gehen darf.');
      await page.getByText('Offline: in diesem Browser aufbewahrt').first().waitFor();
      await first.kill();
      expect((await kept(id))[2]).toBe(paragraphs[2]);
      const second = await openOwnBrowser(folder, german);
      const again = await second.context.newPage();
      // A browser writes its cookies down twice a minute: what was kept is found after signing in again, too.
      await comeBack(again);
      await again.goto(`${program.url}/desk/stories/${id}`);
      await again.getByText(/der noch nicht gesichert war, ist wieder da/u).waitFor();
      await expect.poll(() => kept(id), { timeout: 8_000 }).toContain('Drittens zahlt die Versicherung. Der Satz, der nicht verloren gehen darf.');
      await second.context.close();
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    }
  }, 60_000);
});
