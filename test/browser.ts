/** A real browser: an installed Chromium where there is one, else the one that an npm package brings. */
import { existsSync } from 'node:fs';
import type { Browser, BrowserContext, BrowserContextOptions, LaunchOptions } from 'playwright-core';
import { chromium } from 'playwright-core';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** It asks nobody for anything that a page did not ask for, so that what is counted is the page's. */
const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-quic', '--disable-domain-reliability', '--disable-features=OptimizationHints,MediaRouter,Translate'];

export async function openBrowser(): Promise<Browser> {
  return chromium.launch(await start());
}

export interface OwnBrowser {
  readonly context: BrowserContext;
  /** As a crash of the machine would: nothing is written any more. */
  kill(): Promise<void>;
}

/** A browser with a folder of its own, which the next one opened on it finds again. */
export async function openOwnBrowser(folder: string, options: BrowserContextOptions): Promise<OwnBrowser> {
  const context = await chromium.launchPersistentContext(folder, { ...(await start()), ...options });
  const session = await context.browser()!.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const pid = processInfo.find(({ type }) => type === 'browser')!.id;
  return {
    context,
    async kill() {
      const closed = new Promise((resolve) => context.once('close', resolve));
      process.kill(pid, 'SIGKILL');
      await closed;
    },
  };
}

/** Where no language is set, a browser finds no file whose name is beyond ASCII: what it is given to upload would be empty. */
const env = { ...process.env, LC_ALL: 'C.UTF-8' };

/** Where it is, for whoever starts it otherwise. */
export async function browserPath(): Promise<string> {
  return (await start()).executablePath!;
}

async function start(): Promise<LaunchOptions> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const executablePath = installed.find((path) => existsSync(path));
  if (executablePath !== undefined) return { executablePath, env, args: [...quiet, ...asRoot] };
  const { default: brought } = await import('@sparticuz/chromium');
  // Its own advice is for a place without processes, and turns the browser's guards off: here they are what is tried.
  return { executablePath: await brought.executablePath(), env, args: [...quiet, '--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'] };
}
