/** A web side for tests: on any free port, with a clock that is moved and a log that is kept. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Hono } from 'hono';
import type { Page, PageRoute } from '../pages/page.ts';
import type { Assets } from './static.ts';
import { createMetrics } from './metrics.ts';
import type { Web } from './web.ts';
import { createWeb } from './web.ts';
import type { WebSettings } from './web-parts.ts';

export interface TestWeb {
  readonly web: Web;
  readonly url: string;
  readonly lines: Record<string, unknown>[];
  readonly clock: TestClock;
}

export class TestClock {
  readonly offset = 0;
  at = new Date('2026-11-23T09:00:00Z');
  now(): Date {
    return this.at;
  }
  pass(milliseconds: number): void {
    this.at = new Date(this.at.getTime() + milliseconds);
  }
}

export interface TestParts {
  readonly pages?: readonly PageRoute[];
  readonly apis?: readonly OpenAPIHono[];
  readonly routes?: readonly Hono[];
  readonly assets?: readonly Assets[];
  readonly settings?: Partial<WebSettings>;
  readonly isReady?: () => Promise<boolean>;
}

export class DatabaseAway extends Error {}

export async function startTestWeb(parts: TestParts = {}): Promise<TestWeb> {
  const lines: Record<string, unknown>[] = [];
  const write = (facts: Record<string, unknown>, message: string) => void lines.push({ ...facts, message });
  const clock = new TestClock();
  const { settings, isReady, ...rest } = parts;
  const web = createWeb({
    pages: [], apis: [], routes: [], ...rest,
    ...(isReady === undefined ? {} : { isReady }),
    settings: {
      host: '127.0.0.1', port: 0, publicUrl: 'http://127.0.0.1', trustedProxy: [], pageCacheBytes: 8 * 1024 * 1024, metricsToken: null, ...settings,
    },
    clock,
    errorPages: {
      render: async ({ status }) => ({ body: `<!doctype html><title>${status}</title><p>Fehler ${status}` }),
      plain: ({ status }) => ({ body: `<!doctype html><title>${status}</title><p>Gerade nicht erreichbar` }),
    },
    isDatabaseGone: (error) => error instanceof DatabaseAway,
    log: { info: write, warn: write, error: write },
    metrics: createMetrics(),
  });
  const { url } = await web.listen();
  return { web, url, lines, clock };
}

export function htmlPage(body: string, more: Partial<Page> = {}): Page {
  return { status: 200, type: 'text/html; charset=utf-8', body: `<!doctype html><html lang="de-CH"><body>${body}`, tags: [], ...more };
}
