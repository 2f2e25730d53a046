import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest';
import { openBrowser } from '../browser.ts';
import type { RunningProgram } from '../running.ts';
import { freePort, startProgram } from '../running.ts';
import { letterTo } from './mailbox.ts';
import { asReader, context } from './people.ts';
import type { Watch } from './watch.ts';
import { watch } from './watch.ts';

let program: RunningProgram;
let browser: Browser;
const seen: Watch[] = [];

beforeAll(async () => {
  const port = await freePort();
  // Passkeys are bound to a name: a bare number has none.
  [program, browser] = await Promise.all([startProgram({ sample: true, port, environment: { PUBLIC_URL: `http://localhost:${port}` } }), openBrowser()]);
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

const linkTo = async (email: string, subject: RegExp): Promise<string> => (await letterTo(program, email, subject)).link;

/** Nothing stands beside the paper. */
async function fits(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
}

/** Nothing on the page keeps anybody out (WCAG 2.2 AA). The tool is itself a script. */
async function keepsNobodyOut(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  expect(violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`)).toEqual([]);
}

describe('a reader with a telephone, without JavaScript and with the keyboard alone', () => {
  let phone: Page;
  beforeAll(async () => {
    phone = await (await opened({ ...asReader, viewport: { width: 390, height: 844 } })).newPage();
  });
  const title = () => phone.getByRole('heading', { level: 1 }).innerText();
  const press = async (...keys: string[]) => { for (const key of keys) await phone.keyboard.press(key); };
  /** Tab until what is focused is called this. */
  const tabTo = async (name: string) => {
    for (let i = 0; i < 80; i++) {
      await phone.keyboard.press('Tab');
      if (await phone.evaluate((wanted) => (document.activeElement?.textContent ?? '').includes(wanted) || document.activeElement?.getAttribute('aria-label') === wanted, name)) return;
    }
    throw new Error(`the keyboard does not reach «${name}»`);
  };

  it('types an address, is sent to the mailbox, and has no cookie yet', async () => {
    await phone.goto(`${program.url}/konto`);
    expect(await title()).toBe('Anmelden');
    await fits(phone);
    await phone.keyboard.type('lea.buergi@example.org');
    await press('Enter');
    await phone.getByText('Unterwegs an lea.buergi@example.org').waitFor();
    await fits(phone);
    expect(await phone.context().cookies()).toEqual([]);
  });

  it('opens the mail’s page, is told what is wrong with a name, gives another and is in', async () => {
    await phone.goto(await linkTo('lea.buergi@example.org', /Bestätigen/u));
    await fits(phone);
    await phone.keyboard.type('Redaktion');
    await press('Enter');
    await phone.getByRole('alert').getByText('klingt nach der Redaktion').waitFor();
    await fits(phone);
    expect(await phone.getByLabel('Name').inputValue()).toBe('Redaktion');
    await press('Control+a');
    await phone.keyboard.type('Lea Bürgi');
    await press('Enter');
    await phone.getByRole('heading', { name: 'Mein Konto' }).waitFor();
    expect((await phone.context().cookies()).map(({ name, httpOnly, sameSite }) => [name, httpOnly, sameSite])).toEqual([[`broadsheet-reader-${program.port}`, true, 'Lax']]);
    await fits(phone);
  });

  it('changes the name, sets a password, and sees both said', async () => {
    await tabTo('Lea Bürgi');
    await press('Enter', 'Tab', 'Control+a');
    await phone.keyboard.type('Lea Bürgi-Öztürk');
    await press('Enter');
    await phone.getByRole('status').getByText('Der neue Name gilt').waitFor();
    await tabTo('Passwort');
    await press('Enter', 'Tab');
    await phone.keyboard.type('zu kurz');
    await press('Enter');
    await phone.getByRole('alert').getByText('mindestens 12').waitFor();
    await fits(phone);
    await phone.keyboard.type('Der Föhn legt sich am Abend.');
    await press('Enter');
    await phone.getByRole('status').getByText('Das Passwort gilt').waitFor();
  });

  it('signs out, and comes back with the password', async () => {
    await tabTo('Abmelden');
    await press('Enter');
    await phone.waitForURL(`${program.url}/`);
    expect(await phone.context().cookies()).toEqual([]);
    await phone.goto(`${program.url}/konto/anmelden`);
    await tabTo('Mit Passwort anmelden');
    await press('Enter');
    await phone.getByRole('heading', { name: 'Mit Passwort anmelden' }).waitFor();
    await fits(phone);
    await phone.keyboard.type('lea.buergi@example.org');
    await press('Tab');
    await phone.keyboard.type('Der Föhn legt sich am Abend.');
    await press('Enter');
    await phone.getByRole('heading', { name: 'Mein Konto' }).waitFor();
  });

  it('deletes the account, and is told so', async () => {
    await tabTo('Meine Daten');
    await press('Enter');
    await tabTo('Konto löschen');
    await press('Enter');
    await phone.getByRole('heading', { name: 'Konto löschen' }).waitFor();
    await fits(phone);
    await tabTo('Konto endgültig löschen');
    await press('Enter');
    await phone.getByRole('heading', { name: 'Ihr Konto ist gelöscht' }).waitFor();
    expect(await phone.context().cookies()).toEqual([]);
    await fits(phone);
  });
});

describe('a reader at a desk', () => {
  let page: Page;
  beforeAll(async () => {
    page = await (await opened({ viewport: { width: 1360, height: 900 }, locale: 'fr-CH', colorScheme: 'dark' })).newPage();
  });
  const go = async (button: string) => {
    await page.getByRole('button', { name: button, exact: true }).click();
  };

  it('who speaks French is spoken to in French, on pages that keep nobody out', async () => {
    await page.goto(`${program.url}/konto/anmelden`);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Se connecter');
    await keepsNobodyOut(page);
    await page.goto(`${program.url}/konto/anmelden/passwort`);
    await keepsNobodyOut(page);
    await page.goto(`${program.url}/konto/anmelden`);
    await page.getByLabel('Adresse e-mail').fill('noemie@example.org');
    await go('Envoyer le lien');
    await page.getByText('Envoyé à noemie@example.org').waitFor();
    await keepsNobodyOut(page);
    await page.goto(await linkTo('noemie@example.org', /confirmez/u));
    await page.getByLabel('Nom').fill('Redaction');
    await go('Ouvrir le compte');
    await page.getByRole('alert').waitFor();
    await keepsNobodyOut(page);
    await page.getByLabel('Nom').fill('Noémie Œuvray');
    await go('Ouvrir le compte');
    await page.getByRole('heading', { name: 'Mon compte' }).waitFor();
    await page.evaluate(() => document.querySelectorAll('details').forEach((one) => { if (one.classList.contains('acct-row')) one.open = true; }));
    await keepsNobodyOut(page);
    await page.goto(`${program.url}/konto/loeschen`);
    await keepsNobodyOut(page);
  });
});

describe('a passkey', () => {
  it('is set up on the account page, signs in, and its answer opens nothing twice', async () => {
    const page = await (await opened({ viewport: { width: 1360, height: 900 } })).newPage();
    const device = await page.context().newCDPSession(page);
    await device.send('WebAuthn.enable');
    await device.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } });
    await page.goto(`${program.url}/konto/anmelden`);
    await page.getByLabel('E-Mail').fill('ursina@example.org');
    await page.getByRole('button', { name: 'Link senden' }).click();
    await page.goto(await linkTo('ursina@example.org', /Bestätigen/u));
    await page.getByLabel('Name').fill('Ursina Züllig');
    await page.getByRole('button', { name: 'Konto eröffnen' }).click();
    await page.locator('#row-passkeys summary').click();
    await page.getByRole('button', { name: 'Passkey einrichten' }).click();
    await page.getByRole('status').getByText('Der Passkey ist eingerichtet').waitFor();
    await page.getByRole('button', { name: 'Abmelden' }).first().click();
    await page.goto(`${program.url}/konto/anmelden?next=/suche`);
    const answered = page.waitForRequest('**/konto/passkey/anmelden');
    await page.getByRole('button', { name: 'Mit Passkey anmelden' }).click();
    await page.waitForURL((url) => url.pathname === '/suche');
    const again = await fetch(`${program.url}/konto/passkey/anmelden`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: (await answered).postData() });
    expect([again.status, again.headers.get('set-cookie')]).toEqual([422, null]);
    await page.goto(`${program.url}/konto`);
    expect(await page.getByText('Ein Passkey').count()).toBe(1);
  });
});

it('nothing was asked of anybody else, and no browser complained', () => {
  expect(seen.flatMap(({ faults, strangers }) => [...faults, ...strangers])).toEqual([]);
});
