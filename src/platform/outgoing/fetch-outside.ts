/**
 * Asks another house's server for something small, on the word of somebody who gave an address. Made so that no
 * address leads back inside: https alone, to names alone, resolved once, every address that the name has looked at,
 * the connection pinned to them, the same again after every redirect; with limits of time, size and redirects; and
 * nothing is decoded, so that no answer grows after it has been weighed.
 */
import { lookup as askResolver } from 'node:dns/promises';
import type { LookupAddress } from 'node:dns';
import type { IncomingMessage, RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import type { Refused } from '../result.ts';
import { isRefused, refuse } from '../result.ts';
import { isPublicAddress } from './public-address.ts';

export interface OutsideOrder {
  readonly url: string;
  /** Media types that are taken, without parameters. */
  readonly types: readonly string[];
  readonly mostBytes: number;
  /** Each redirect's host as well as the first: refuses what is not on a list. Default: any public host. */
  readonly mayAsk?: (host: string) => boolean;
}

export interface FromOutside {
  /** Where it came from in the end. */
  readonly url: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** `forbidden-address`: it leads inside, or is no https address of a name. `outside-silent`: no answer in time, or none at all. */
export type OutsideRefusal = Refused<'forbidden-address' | 'outside-silent' | 'outside-refused' | 'outside-too-large' | 'outside-wrong-type'>;

/** How the outside is reached; tests give a world of their own. */
export interface Reach {
  resolve(host: string): Promise<readonly LookupAddress[]>;
  permits(address: string): boolean;
  request(url: URL, options: RequestOptions, answered: (answer: IncomingMessage) => void): ReturnType<typeof httpsRequest>;
  /** In milliseconds, over all redirects. */
  readonly within: number;
}

export const theOutside: Reach = { resolve: (host) => askResolver(host, { all: true, verbatim: true }), permits: isPublicAddress, request: httpsRequest, within: 6_000 };

/** Shorteners send on once or twice; who sends on more often goes in circles. */
export const mostRedirects = 3;

export async function fetchOutside(order: OutsideOrder, reach: Reach = theOutside): Promise<FromOutside | OutsideRefusal> {
  const stop = AbortSignal.timeout(reach.within);
  let url = order.url;
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const target = allowed(url, order);
    if (target === null) return refuse('forbidden-address', { address: url.slice(0, 200) });
    const addresses = await inTime(reach.resolve(target.hostname), stop).catch(() => null);
    if (addresses === null || addresses.length === 0) return refuse('outside-silent', { host: target.hostname });
    if (!addresses.every(({ address }) => reach.permits(address))) return refuse('forbidden-address', { address: url.slice(0, 200) });
    const answer = await ask({ target, addresses, order, reach, stop });
    if (isRefused(answer)) return answer;
    if (!('location' in answer)) return answer;
    url = URL.parse(answer.location, target)?.href ?? '';
  }
  return refuse('outside-refused', { host: URL.parse(url)?.hostname ?? '', status: 'redirects' });
}

/** An https address of a name, at the usual port, with no password in it. */
function allowed(text: string, { mayAsk = () => true }: OutsideOrder): URL | null {
  const url = URL.parse(text);
  if (url === null || url.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '') return null;
  const host = url.hostname.replace(/\.$/u, '');
  if (isIP(host) !== 0 || host.startsWith('[') || !host.includes('.') || /(^|\.)(localhost|local|internal|intranet|home\.arpa|onion)$/u.test(host)) return null;
  return mayAsk(host) ? url : null;
}

interface Asking {
  readonly target: URL;
  readonly addresses: readonly LookupAddress[];
  readonly order: OutsideOrder;
  readonly reach: Reach;
  readonly stop: AbortSignal;
}

type Answer = FromOutside | { readonly location: string } | OutsideRefusal;

function ask({ target, addresses, order, reach, stop }: Asking): Promise<Answer> {
  const host = target.hostname;
  return new Promise((resolve) => {
    const silent = () => resolve(refuse('outside-silent', { host }));
    const asked = reach.request(target, {
      method: 'GET', agent: false, signal: stop, maxHeaderSize: 16_384,
      headers: { 'Accept': order.types.join(', '), 'Accept-Encoding': 'identity', 'User-Agent': 'Broadsheet (newsroom; oEmbed)' },
      lookup: (_host, options, tell) => (options.all === true ? tell(null, [...addresses]) : tell(null, addresses[0]!.address, addresses[0]!.family)),
    }, (answer) => {
      void take(answer, { target, order, reach }).then(resolve, silent).finally(() => asked.destroy());
    });
    asked.once('error', silent);
    asked.end();
  });
}

async function take(answer: IncomingMessage, { target, order, reach }: Pick<Asking, 'target' | 'order' | 'reach'>): Promise<Answer> {
  const host = target.hostname;
  // What was looked at is what was reached, whatever a resolver said in between.
  if (!reach.permits(answer.socket.remoteAddress ?? '')) return refuse('forbidden-address', { address: target.href.slice(0, 200) });
  const status = answer.statusCode ?? 0;
  const { location } = answer.headers;
  if ([301, 302, 303, 307, 308].includes(status) && location !== undefined) return { location };
  if (status !== 200) return refuse('outside-refused', { host, status });
  const type = (answer.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();
  const encoding = answer.headers['content-encoding'] ?? 'identity';
  if (!order.types.includes(type) || encoding !== 'identity') return refuse('outside-wrong-type', { host, type: encoding === 'identity' ? type.slice(0, 60) : encoding.slice(0, 60) });
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > order.mostBytes) return refuse('outside-too-large', { host, most: order.mostBytes });
    parts.push(part);
  }
  return { url: target.href, type, bytes: Buffer.concat(parts) };
}

function inTime<T>(work: Promise<T>, stop: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    stop.addEventListener('abort', () => reject(new Error('too late')), { once: true });
    work.then(resolve, reject);
  });
}
