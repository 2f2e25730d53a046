/** A debate from its first comment to its end: three readers without script, two moderators at one queue. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest';
import { openBrowser } from '../browser.ts';
import type { RunningProgram } from '../running.ts';
import { startProgram } from '../running.ts';
import { letterTo } from './mailbox.ts';
import { asReader, context, openNewsroom } from './people.ts';
import type { Watch } from './watch.ts';
import { watch } from './watch.ts';

let program: RunningProgram;
let browser: Browser;
let regulaDesk: Page;
let jonasDesk: Page;
const readers = new Map<string, Page>();
const seen: Watch[] = [];
let story = { id: '', url: '' };
let kind = '';
/** Where whoever reported without an account sees what became of it. */
let receipt = '';
// Outlives the program, which is stopped once to be started with a later clock.
const dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-debate-'));

beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram({ sample: false, dataDir }), openBrowser()]);
  regulaDesk = await opened({});
  await openNewsroom(regulaDesk, program.link);
  jonasDesk = await opened({});
  const invitation = await program.command('staff', 'add', '--email', 'jonas@zuercher-bote.example', '--name', 'Jonas Çelik', '--role', 'moderator');
  await jonasDesk.goto(invitation.trim());
  await jonasDesk.getByRole('button', { name: 'Der Redaktion beitreten' }).click();
  await jonasDesk.waitForURL(/\/desk/u);
  const token = await program.token('editor');
  const ask = async (path: string, body: object) => (await fetch(`${program.url}/api/v1${path}`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify(body) })).json() as Promise<{ id: string; url: string }>;
  await ask('/sections', { path: 'schweiz', name: 'Schweiz' });
  const made = await ask('/stories', { section: 'schweiz', headline: 'Bundesrätin Öztürk-Müller tritt zurück', body: { html: '<p>Sie geht nach elf Jahren.</p>' } });
  const published = await ask(`/stories/${made.id}/publish`, {});
  story = { id: made.id, url: `${program.url}${new URL(published.url, program.url).pathname}` };
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});
beforeEach(() => onTestFailed(() => void process.stderr.write(`${program.said().slice(-3_000)}\n`)));

async function opened(options: Parameters<typeof context>[1]): Promise<Page> {
  const made = await context(browser, options);
  seen.push(watch(made, program.url));
  return made.newPage();
}

/** Writes below the story as somebody who has no account yet, and confirms by mail. */
async function write(name: string, text: string): Promise<void> {
  const email = `${name.toLowerCase()}@example.org`;
  const page = readers.get(name) ?? await opened({ ...asReader, viewport: { width: 390, height: 844 } });
  const known = readers.has(name);
  readers.set(name, page);
  await page.goto(`${program.url}/kommentare/${story.id}/schreiben`);
  await page.getByLabel('Ihr Kommentar').fill(text);
  if (!known) {
    await page.getByLabel('E-Mail').fill(email);
    await page.getByLabel(/^Name/u).fill(name);
  }
  await page.locator('.cms-write button').click();
  if (known) return;
  const { link } = await letterTo(program, email, /Bestätigen|Anmelden/u);
  // What goes in their name is read first.
  await page.goto(link);
  expect(await page.locator('main blockquote').textContent()).toContain(text);
  // Looking uses nothing up.
  const looking = await opened({ viewport: { width: 390, height: 844 } });
  await looking.goto(link);
  await keepsNobodyOut(looking, ['light', 'dark']);
  await looking.context().close();
  await page.locator('main form button').first().click();
  await page.waitForURL(/\/kommentar/u);
}

const queue = (page: Page) => page.locator('.queue-line');
const reading = (page: Page) => page.locator('.reading-text');

/** Tab until what is focused is called this. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => `${document.activeElement?.getAttribute('aria-label') ?? ''} ${document.activeElement?.textContent ?? ''}`.includes(wanted), name)) return;
  }
  throw new Error(`the keyboard does not reach «${name}»`);
}

async function keepsNobodyOut(page: Page, modes: readonly ('light' | 'dark')[] = ['light']): Promise<void> {
  for (const colorScheme of modes) {
    await page.emulateMedia({ colorScheme });
    await violatesNothing(page, colorScheme);
  }
}

/** By night only the colours are others. What is just fading in or out is judged once it stands. */
async function violatesNothing(page: Page, mode: 'light' | 'dark'): Promise<void> {
  await expect.poll(async () => {
    const axe = new AxeBuilder({ page });
    const { violations } = await (mode === 'dark' ? axe.withRules(['color-contrast']) : axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])).analyze();
    return violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
  }).toEqual([]);
}

describe('a debate below a story', { timeout: 60_000 }, () => {
  it('is begun by three readers without an account, who confirm their comments by mail', async () => {
    await write('Anouk', 'Elf Jahre sind genug. Danke!');
    await write('Beat', 'So ein Trottel, endlich weg.');
    await write('Clio', 'Wer folgt auf sie?');
    const page = readers.get('Anouk')!;
    await page.goto(story.url);
    expect(await page.locator('article.cm').count()).toBe(0);
  });
  it('appears to the moderators by itself, each comment to one of them', async () => {
    await regulaDesk.goto(`${program.url}/desk/comments`);
    await queue(regulaDesk).nth(2).waitFor();
    await jonasDesk.goto(`${program.url}/desk/comments`);
    await queue(jonasDesk).nth(2).waitFor();
    await expect.poll(() => queue(jonasDesk).and(jonasDesk.locator('[data-held=true]')).count()).toBe(1);
    await keepsNobodyOut(regulaDesk);
  });
  it('is decided with one key each, and the next comment stands there at once', async () => {
    await expect.poll(() => reading(regulaDesk).innerText()).toContain('Elf Jahre');
    await regulaDesk.keyboard.press('a');
    await expect.poll(() => reading(regulaDesk).innerText()).not.toContain('Elf Jahre');
    await queue(regulaDesk).filter({ hasText: 'Trottel' }).getByRole('button').click();
    await expect.poll(() => reading(regulaDesk).innerText()).toContain('Trottel');
    await regulaDesk.keyboard.press('r');
    await regulaDesk.getByRole('heading', { name: 'Weshalb ablehnen?' }).waitFor();
    await regulaDesk.keyboard.press('1');
    await regulaDesk.getByText('Abgelehnt: Beat').waitFor();
    await queue(regulaDesk).filter({ hasText: 'Wer folgt' }).getByRole('button').click();
    await expect.poll(() => reading(regulaDesk).innerText()).toContain('Wer folgt');
    await regulaDesk.keyboard.press('a');
    await regulaDesk.getByText('Nichts wartet').waitFor();
  });
  it('takes a decision back with one key', async () => {
    await regulaDesk.keyboard.press('z');
    await queue(regulaDesk).filter({ hasText: 'Wer folgt' }).waitFor();
    // Decided is what is read, not what stands in the list.
    await expect.poll(() => reading(regulaDesk).innerText()).toContain('Wer folgt');
    await regulaDesk.keyboard.press('a');
    await regulaDesk.getByText('Nichts wartet').waitFor();
  });
  it('shows what was approved and not what was refused, on the page that everybody gets', async () => {
    const page = readers.get('Anouk')!;
    const texts = async () => (await page.goto(story.url), (await page.locator('article.cm').allInnerTexts()).join());
    // A decision is drawn at once and sent behind it.
    await expect.poll(texts, { timeout: 10_000 }).toContain('Wer folgt');
    expect(await texts()).toContain('Elf Jahre');
    expect(await texts()).not.toContain('Trottel');
  });
  it('tells whoever was refused why, and how to object', async () => {
    const { text, link } = await letterTo(program, 'beat@example.org', /nicht/u);
    expect(text).toContain('So ein Trottel');
    expect(link).toMatch(/\/einspruch$/u);
    const page = readers.get('Beat')!;
    await page.goto(link);
    await page.getByLabel('Weshalb soll der Kommentar erscheinen?').fill('Das war nicht so gemeint: Es ging um mich.');
    await page.getByRole('button', { name: 'Einspruch erheben' }).click();
    expect(await page.getByRole('status').innerText()).toContain('E-1');
  });
  it('is reported by somebody without an account, who gets a number', async () => {
    const page = readers.get('Clio')!;
    await page.goto(story.url);
    kind = (await page.locator('article.cm').filter({ hasText: 'Elf Jahre' }).getAttribute('id'))!.replace('kommentar-', '');
    const guest = await opened(asReader);
    await guest.goto(`${program.url}/kommentar/${kind}/melden`);
    await guest.getByLabel('Er verstösst gegen das Gesetz').check();
    await guest.getByLabel('Weshalb?').fill('Das ist ehrverletzend.');
    await guest.getByLabel('E-Mail für die Antwort').fill('gast@example.org');
    await guest.getByRole('button', { name: 'Melden' }).click();
    expect(await guest.getByRole('alert').innerText()).toContain('Welches Gesetz');
    expect(await guest.getByLabel('Weshalb?').inputValue()).toBe('Das ist ehrverletzend.');
    await guest.getByLabel('Gegen welches Gesetz?').fill('Artikel 173 StGB');
    await guest.getByLabel(/Treu und Glauben/u).check();
    await guest.getByRole('button', { name: 'Melden' }).click();
    await guest.getByRole('heading', { name: 'Meldung M-1' }).waitFor();
    receipt = guest.url();
    expect(await guest.locator('main').innerText()).toMatch(/Entschieden wird bis/u);
    await regulaDesk.goto(`${program.url}/desk/comments`);
    await regulaDesk.getByText(/2, fällig/u).waitFor();
  });
  it('is answered by a second person, where somebody objected; and the report by anyone', async () => {
    await regulaDesk.goto(`${program.url}/desk/comments/reports`);
    await regulaDesk.getByText('Sie haben diesen Kommentar selbst abgelehnt').waitFor();
    await keepsNobodyOut(regulaDesk);
    await jonasDesk.goto(`${program.url}/desk/comments/reports`);
    await jonasDesk.getByRole('button', { name: 'Gutheissen…' }).click();
    await jonasDesk.getByLabel('Antwort').fill('Wir glauben Ihnen.');
    await jonasDesk.getByRole('button', { name: 'Gutheissen: Kommentar erscheint' }).click();
    await jonasDesk.getByRole('button', { name: 'Stehen lassen…' }).click();
    await jonasDesk.getByLabel('Antwort an die Person, die gemeldet hat').fill('Das ist eine Meinung.');
    await jonasDesk.getByRole('button', { name: 'Stehen lassen und antworten' }).click();
    await jonasDesk.getByText('Keine offenen Meldungen').waitFor();
    expect((await letterTo(program, 'gast@example.org', /Entscheid/u)).text).toContain('Das ist eine Meinung.');
    const page = readers.get('Beat')!;
    await page.goto(receipt);
    expect(await page.locator('main').innerText()).toContain('Das ist eine Meinung.');
    await page.goto(story.url);
    expect((await page.locator('article.cm').allInnerTexts()).join()).toContain('So ein Trottel');
  });
  it('is recommended and answered by the keyboard alone', async () => {
    const page = readers.get('Clio')!;
    await page.goto(story.url);
    await tabTo(page, 'Den Kommentar von Anouk empfehlen');
    await page.keyboard.press('Enter');
    await page.getByText('Sie empfehlen diesen Kommentar.').waitFor();
    await page.goto(story.url);
    await tabTo(page, 'Anouk antworten');
    await page.keyboard.press('Enter');
    await page.getByText('Sie schreiben als Clio.').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await page.keyboard.type('Elf waren es, genau.');
    await tabTo(page, 'Kommentar senden');
    await page.keyboard.press('Enter');
    await page.getByText('Ihr Kommentar ist bei der Redaktion.').waitFor();
  });
  it('is moderated without a mouse: read, approved, chosen, pinned, answered, and the focus is never lost', async () => {
    const { keyboard } = jonasDesk;
    await jonasDesk.goto(`${program.url}/desk/comments`);
    await expect.poll(() => reading(jonasDesk).innerText()).toContain('Elf waren es');
    await keyboard.press('Shift+?');
    await jonasDesk.getByRole('dialog', { name: 'Tasten' }).waitFor();
    await keyboard.press('Escape');
    await jonasDesk.getByRole('dialog').waitFor({ state: 'detached' });
    await jonasDesk.getByRole('button', { name: 'Freigeben' }).focus();
    await keyboard.press('Enter');
    await jonasDesk.getByText('Freigegeben: Clio').waitFor();
    await keyboard.press('e');
    await jonasDesk.getByText('als Auswahl der Redaktion markiert').waitFor();
    await jonasDesk.goto(`${program.url}/desk/comments?state=approved&q=Elf%20Jahre`);
    await expect.poll(() => reading(jonasDesk).innerText()).toContain('Elf Jahre');
    await keyboard.press('p');
    await jonasDesk.getByText('oben angeheftet').first().waitFor();
    await keyboard.press('n');
    await jonasDesk.getByLabel('Antwort der Redaktion').waitFor();
    await keyboard.type('Wir haben nachgezählt.');
    await tabTo(jonasDesk, 'Antwort veröffentlichen');
    await keyboard.press('Enter');
    await jonasDesk.getByText('Die Antwort steht auf der Seite.').waitFor();
    await expect.poll(() => jonasDesk.evaluate(() => document.activeElement?.className)).toContain('reading');
    const page = readers.get('Clio')!;
    await page.goto(story.url);
    const first = page.locator('article.cm').first();
    expect(await first.innerText()).toMatch(/Angeheftet[\s\S]*Elf Jahre/u);
    expect((await page.locator('article.cm').allInnerTexts()).join()).toMatch(/Auswahl der Redaktion[\s\S]*Elf waren es[\s\S]*Redaktion[\s\S]*nachgezählt/u);
  });
  it('keeps what a moderator reads before their eyes when somebody else decides', async () => {
    await write('Anouk', 'Und wer zahlt das?');
    await jonasDesk.goto(`${program.url}/desk/comments`);
    await expect.poll(() => reading(jonasDesk).innerText()).toContain('wer zahlt');
    await regulaDesk.goto(`${program.url}/desk/comments`);
    await queue(regulaDesk).filter({ hasText: 'wer zahlt' }).getByRole('button').click();
    await regulaDesk.getByText('Jonas Çelik').first().waitFor();
    await regulaDesk.keyboard.press('a');
    await jonasDesk.getByText(/Inzwischen entschieden. Regula/u).waitFor();
    expect(await reading(jonasDesk).innerText()).toContain('wer zahlt');
    await jonasDesk.keyboard.press('s');
    await jonasDesk.getByText('Nichts wartet').waitFor();
  });
  it('keeps nobody out, on any page of a reader, by day and by night', async () => {
    const guest = await opened({ viewport: { width: 390, height: 844 }, storageState: await readers.get('Beat')!.context().storageState() });
    const comment = `${program.url}/kommentar/${kind}`;
    const thread = `${program.url}/kommentare/${story.id}`;
    for (const address of [story.url, thread, `${thread}/schreiben`, `${thread}/schreiben?antwort=${kind}`, comment, `${comment}/melden`, `${comment}/empfehlen`, receipt, `${program.url}/kommentare/regeln`, `${program.url}/transparenz`, `${program.url}/konto`, `${program.url}/konto/kommentare`]) {
      await guest.goto(address);
      await keepsNobodyOut(guest, ['light', 'dark']);
      expect(await guest.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    }
  });
  it('keeps nobody out at the desk either', async () => {
    const writer = (await jonasDesk.evaluate(async () => (await (await fetch('/api/v1/comments/queue?state=approved&q=Elf%20waren')).json()) as { items: { writer: { reader: string } }[] })).items[0]!.writer.reader;
    const views = [['comments?state=approved', '.reading'], ['comments?state=refused', '.desk-empty'], ['comments/reports', '.desk-empty'], ['comments/words', 'form'], ['comments/settings', 'form'], [`comments/threads/${story.id}`, 'form'], [`commenters/${writer}`, '.writer-written']] as const;
    for (const [path, there] of views) {
      await regulaDesk.goto(`${program.url}/desk/${path}`);
      await regulaDesk.locator(there).first().waitFor();
      await keepsNobodyOut(regulaDesk, ['light', 'dark']);
    }
  });
  it('is over after 24 hours: the page says so, and what comes later is kept for its writer to copy', async () => {
    const page = readers.get('Clio')!;
    await page.goto(`${program.url}/kommentare/${story.id}/schreiben`);
    await page.getByLabel('Ihr Kommentar').fill('Noch ein letztes Wort.');
    await program.stop();
    program = await startProgram({ sample: false, dataDir, port: program.port, environment: { CLOCK_OFFSET: '+24h' } });
    await page.locator('.cms-write button').click();
    expect(await page.getByRole('alert').innerText()).toMatch(/geschlossen/u);
    expect(await page.locator('textarea').inputValue()).toBe('Noch ein letztes Wort.');
    await page.goto(story.url);
    expect(await page.locator('main').innerText()).toContain('geschlossen');
    expect(await page.getByRole('link', { name: 'Antworten' }).count()).toBe(0);
  });
  it('breaks no rule of its own, and asks nobody else', () => {
    expect(seen.flatMap(({ strangers }) => strangers)).toEqual([]);
    expect(seen.flatMap(({ faults }) => faults)).toEqual([]);
  });
});
