/** Figures for Prometheus. What happens on the way of a cached page is counted by the cache and only read here. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { PageCache, PageCacheCounts } from '../pages/page-cache.ts';

export interface Metrics {
  readonly registry: Registry;
  /** Counts an answer that was not a cached page at hand. */
  answered(facts: { method: string; route: string; status: number; seconds: number }): void;
  /** Reads a cache's counts whenever somebody asks. */
  watch(cache: Pick<PageCache, 'counts'>): void;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const answers = new Histogram({
    name: 'broadsheet_http_request_seconds',
    help: 'Time to answer requests that no cached page answered, by route pattern',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  return {
    registry,
    answered: ({ method, route, status, seconds }) => answers.observe({ method, route, status }, seconds),
    watch: (cache) => watch(registry, cache),
  };
}

type Name = keyof PageCacheCounts;

const counters: Partial<Record<Name, string>> = {
  hits: 'Answers from pages in memory',
  misses: 'Requests for pages that had to be rendered',
  renders: 'Renderings of pages',
  failures: 'Renderings that failed',
  stale: 'Answers from pages that may no longer be true, while the database was away',
  drops: 'Pages dropped after a change',
  evictions: 'Pages that made room for others',
  polished: 'Pages compressed as small as can be',
};

const gauges: Partial<Record<Name, string>> = { pages: 'Pages in memory', bytes: 'Bytes of the pages in memory' };

function watch(registry: Registry, cache: Pick<PageCache, 'counts'>): void {
  for (const [name, help] of Object.entries(counters)) {
    let told = 0;
    new Counter({
      name: `broadsheet_page_cache_${name}_total`, help, registers: [registry],
      collect() {
        const count = cache.counts()[name as Name];
        this.inc(count - told);
        told = count;
      },
    });
  }
  for (const [name, help] of Object.entries(gauges)) {
    new Gauge({
      name: `broadsheet_page_cache_${name}`, help, registers: [registry],
      collect() {
        this.set(cache.counts()[name as Name]);
      },
    });
  }
}
