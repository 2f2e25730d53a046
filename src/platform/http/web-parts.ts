/** What the web side is built from. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Hono } from 'hono';
import type { FirstAnswer } from '../feature.ts';
import type { Log } from '../log/log.ts';
import type { PageRoute } from '../pages/page.ts';
import type { PageRoutes } from '../pages/page-routes.ts';
import type { Clock } from '../time/clock.ts';
import type { ErrorPages } from './error-pages.ts';
import type { Metrics } from './metrics.ts';
import type { PageAnswers } from './page-answers.ts';
import type { HttpServer } from './server.ts';
import type { Assets } from './static.ts';

export interface WebParts {
  readonly settings: WebSettings;
  readonly clock: Clock;
  readonly pages: readonly PageRoute[];
  /** Below `/api/v1`. */
  readonly apis: readonly OpenAPIHono[];
  /** At their own addresses: forms, pictures, sign-in. */
  readonly routes: readonly Hono[];
  readonly assets?: readonly Assets[];
  /** Asked after the pages in memory and before everything else, for GET and HEAD. */
  readonly first?: readonly FirstAnswer[];
  readonly errorPages: ErrorPages;
  readonly isDatabaseGone: (error: unknown) => boolean;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Whether this process can do its work: `/readyz`. */
  readonly isReady?: () => Promise<boolean>;
}

/** What the web side reads of the settings. */
export interface WebSettings {
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string;
  readonly trustedProxy: readonly string[];
  readonly pageCacheBytes: number;
  readonly metricsToken: string | null;
  /** How long a stop waits for answers under way, in milliseconds; 4 s unless said otherwise. */
  readonly patience?: number;
}

/** The same once the pages and the server stand: what Hono's part works with. */
export interface AppParts extends Omit<WebParts, 'pages'> {
  readonly pages: PageAnswers;
  readonly pageRoutes: PageRoutes;
  readonly server: HttpServer;
}

export const apiPath = '/api/v1';
