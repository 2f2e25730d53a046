/** How people of the named newsroom come in, and where in the desk they go. Everybody here speaks German. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

export const regula = { name: 'Regula Zgraggen-Öztürk', email: 'regula@zuercher-bote.example', password: 'Der Föhn legt sich am Abend, meistens.' };

export const german: BrowserContextOptions = { locale: 'de-CH', timezoneId: 'Europe/Zurich', reducedMotion: 'reduce' };
export const asReader: BrowserContextOptions = { ...german, javaScriptEnabled: false };

/** Ends what hangs: a machine with other work may be slow, and how quick the program is stands in bench/. */
const patience = 60_000;
/** The first start after a change builds the desk; until then a page says so, and comes back by itself. */
const builtWithin = 200_000;

export async function context(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const made = await browser.newContext({ ...german, ...options });
  made.setDefaultTimeout(patience);
  return made;
}

/** The way of whoever opens the newsroom: the printed link, its form, the desk. */
export async function openNewsroom(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Name', { exact: true }).fill(regula.name);
  await page.getByLabel('E-Mail').fill(regula.email);
  await page.getByLabel('Passwort (freiwillig)').fill(regula.password);
  await page.getByRole('button', { name: 'Redaktion eröffnen' }).click();
  await page.getByRole('heading', { name: 'Heute', level: 1 }).waitFor({ timeout: builtWithin });
}

/** The way of whoever was invited. */
export async function join(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('button', { name: 'Der Redaktion beitreten' }).click();
  await page.getByRole('heading', { name: 'Heute', level: 1 }).waitFor();
}

/** Keys that move the caret, one after the other: the editor hears of a click or a key with the browser's next frame, and no hand is quicker. */
export async function moveCaret(page: Page, ...keys: readonly string[]): Promise<void> {
  const heard = () => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50))));
  await heard();
  for (const key of keys) {
    await page.keyboard.press(key);
    await heard();
  }
}

/** What stands in the editor. */
export const editor = (page: Page) => ({
  headline: page.getByRole('textbox', { name: 'Titel', exact: true }),
  lead: page.getByRole('textbox', { name: 'Lead', exact: true }),
  text: page.getByRole('textbox', { name: 'Text', exact: true }),
  state: page.locator('.topbar .state'),
  panel: page.locator('.editor-side'),
  /** Resolves once everything that was typed has been acknowledged. */
  saved: () => page.getByText(/^Gesichert \d/u).first().waitFor(),
});
