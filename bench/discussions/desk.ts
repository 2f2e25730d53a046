/** The moderators' desk in a browser: how long until the first comment can be decided. */
import { openBrowser } from '../../test/browser.ts';
import type { RunningProgram } from '../../test/running.ts';
import { median } from '../table.ts';

/** Medians in milliseconds: from a click in the open desk, and from loading the desk at this address. */
export async function openQueue(program: RunningProgram): Promise<{ readonly clicked: number; readonly loaded: number }> {
  const browser = await openBrowser();
  try {
    const page = await (await browser.newContext({ locale: 'de-CH', viewport: { width: 1360, height: 900 } })).newPage();
    await page.goto(program.link);
    await page.locator('input[name=name]').fill('Noëmi Aebersold');
    await page.locator('input[type=email]').fill('noemi@example.org');
    await page.locator('main button, form button').first().click();
    await page.waitForURL(/\/desk\/?$/u, { timeout: 60_000 });
    const took: number[] = [];
    for (let at = 0; at < 5; at++) {
      await page.goto(`${program.url}/desk`);
      const link = page.locator('a[href="/desk/comments"]').first();
      await link.waitFor();
      await page.waitForLoadState('networkidle');
      took.push(await page.evaluate(opened));
    }
    const loaded: number[] = [];
    for (let at = 0; at < 3; at++) {
      const began = performance.now();
      await page.goto(`${program.url}/desk/comments`);
      await page.locator('.reading-comment').waitFor();
      loaded.push(performance.now() - began);
    }
    return { clicked: median(took), loaded: median(loaded) };
  } finally {
    await browser.close();
  }
}

/** In the page: no way between the test and the browser is part of it. */
function opened(): Promise<number> {
  const began = performance.now();
  document.querySelector<HTMLElement>('a[href="/desk/comments"]')!.click();
  return new Promise((resolve, reject) => {
    const look = () => {
      if (document.querySelector('.reading-comment') !== null) resolve(performance.now() - began);
      else if (performance.now() - began > 10_000) reject(new Error('the queue did not open'));
      else requestAnimationFrame(look);
    };
    look();
  });
}
