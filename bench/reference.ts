/**
 * What a cached page is measured against: a bare node:http server that compares If-None-Match and writes the headers
 * and bytes that the real server wrote for one page.
 *
 *     node bench/reference.ts URL PORT
 */
import { createServer, get, type IncomingMessage } from 'node:http';

interface Copy {
  readonly status: number;
  readonly headers: string[];
  readonly body: Buffer;
  readonly keepAlive: number;
}

const [url = '', port = ''] = process.argv.slice(2);
const page = await copy(url, {});
const etag = valueOf(page.headers, 'etag') ?? '';
const unchanged = await copy(url, { 'If-None-Match': etag });

const server = createServer({ keepAliveTimeout: page.keepAlive }, (request, response) => {
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, unchanged.headers);
    response.end();
    return;
  }
  response.writeHead(page.status, page.headers);
  response.end(page.body);
});
server.listen(Number(port), '127.0.0.1', () => process.stdout.write('listening\n'));
process.on('SIGTERM', () => process.exit(0));

/** Answers as the real server gives them to a browser, without what node:http writes by itself. */
async function copy(from: string, headers: Record<string, string>): Promise<Copy> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  get(from, { headers: { 'Accept-Encoding': 'br', Connection: 'keep-alive', ...headers }, agent: false }, resolve).on('error', reject);
  const answer = await promise;
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  const seconds = /timeout=(\d+)/.exec(String(answer.headers['keep-alive']))?.[1] ?? '5';
  return { status: answer.statusCode ?? 0, headers: ownHeaders(answer.rawHeaders), body: Buffer.concat(chunks), keepAlive: Number(seconds) * 1_000 };
}

function ownHeaders(raw: readonly string[]): string[] {
  const byNode = new Set(['date', 'connection', 'keep-alive']);
  return raw.flatMap((name, index) => (index % 2 === 0 && !byNode.has(name.toLowerCase()) ? [name, raw[index + 1] ?? ''] : []));
}

function valueOf(headers: readonly string[], name: string): string | undefined {
  const index = headers.findIndex((header, at) => at % 2 === 0 && header.toLowerCase() === name);
  return index === -1 ? undefined : headers[index + 1];
}
