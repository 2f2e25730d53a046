/** The web side alone with one page the size of a story, so that its speed can be measured without a newsroom: `node bench/pages-server.ts PORT`. */
import { silentLog } from '../src/platform/log/json-log.ts';
import { createMetrics } from '../src/platform/http/metrics.ts';
import { readerPolicy } from '../src/platform/http/security-headers.ts';
import { createWeb } from '../src/platform/http/web.ts';
import { clockWithOffset } from '../src/platform/time/clock.ts';

const style = 'body{font:1.1rem/1.5 Newsreader,Georgia,serif;max-width:38rem;margin:auto}';
const words = 'der Gemeinderat hat gestern über die neue Tramlinie nach Zürich West entschieden und dabei «nach langer Debatte» einen Kredit von zwölf Millionen Franken bewilligt obwohl die Opposition Grundwasserschutzverordnung warnte'.split(' ');

const web = createWeb({
  settings: { host: '127.0.0.1', port: Number(process.argv[2]), publicUrl: 'http://127.0.0.1', trustedProxy: [], pageCacheBytes: 64 * 1024 * 1024, metricsToken: null },
  clock: clockWithOffset(0),
  pages: [{ path: '/*', render: async () => ({
    status: 200, type: 'text/html; charset=utf-8', body: story(), tags: ['story:k3f9'], expires: new Date(Date.now() + 24 * 3_600_000),
    headers: { 'Content-Security-Policy': readerPolicy({ styles: [style] }) },
  }) }],
  apis: [],
  routes: [],
  errorPages: { render: async ({ status }) => ({ body: String(status) }), plain: ({ status }) => ({ body: String(status) }) },
  isDatabaseGone: () => false,
  log: silentLog,
  metrics: createMetrics(),
});
await web.listen();
process.stdout.write('listening\n');
process.on('SIGTERM', () => void web.close().then(() => process.exit(0)));

/** Some 40 KB: its words come in a fixed order that no compressor foresees. */
function story(): string {
  let state = 7;
  const next = () => (state = (state * 48_271) % 2_147_483_647);
  const sentence = () => Array.from({ length: 12 }, () => words[next() % words.length]).join(' ');
  const paragraphs = Array.from({ length: 90 }, () => `<p>${sentence()}. ${sentence()}, ${sentence()}.</p>`).join('\n');
  return `<!doctype html><html lang="de-CH"><head><title>Die Tramlinie</title><style>${style}</style></head><body><article>${paragraphs}</article></body></html>`;
}
