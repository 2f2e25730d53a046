/** What a house says of a page of its own (https://oembed.com, version 1.0): title, author, picture, frame. */
import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { z } from 'zod';
import type { OutsideRefusal, Reach } from '../../platform/outgoing/fetch-outside.ts';
import { fetchOutside } from '../../platform/outgoing/fetch-outside.ts';
import type { Refused } from '../../platform/result.ts';
import { isRefused, refuse } from '../../platform/result.ts';
import { oneLine } from '../../platform/text/plain.ts';
import type { Provider, Shape } from './embed.ts';
import { frameOf, shapeOf, usualShape } from './rules.ts';

/** What was learned; null and empty where nothing is said. */
export interface Learned {
  readonly title: string;
  readonly author: string;
  readonly thumbnail: string | null;
  readonly frame: string | null;
  readonly shape: Shape | null;
}

export type OembedRefusal = OutsideRefusal | Refused<'no-oembed'>;

const mostJson = 256 * 1024;
const mostPage = 1024 * 1024;
const [longestTitle, longestAuthor] = [300, 200];

export async function askOembed(page: string, provider: Provider, reach: Reach): Promise<Learned | OembedRefusal> {
  const address = provider.endpoint === null ? await discover(page, reach) : endpointFor(provider.endpoint, page);
  if (isRefused(address)) return address;
  const answer = await fetchOutside({ url: address, types: ['application/json', 'application/json+oembed', 'text/json', 'text/javascript'], mostBytes: mostJson }, reach);
  if (isRefused(answer)) return answer;
  const said = oembed.safeParse(parsed(answer.bytes));
  return said.success ? learned(said.data, provider) : refuse('no-oembed');
}

const line = (longest: number) => z.string().transform((text) => oneLine(text).slice(0, longest)).catch('');
const oembed = z.object({ title: line(longestTitle), author_name: line(longestAuthor), thumbnail_url: z.string().max(2_000).catch(''), html: z.string().catch(''), width: z.unknown().optional(), height: z.unknown().optional() });

function learned({ title, author_name: author, thumbnail_url: thumbnail, html, width, height }: z.infer<typeof oembed>, provider: Provider): Learned {
  const iframe = firstElement(parse(html), 'iframe');
  const frame = iframe === null ? null : frameOf(attribute(iframe, 'src').replace(/^\/\//u, 'https://'), provider);
  const sized = iframe === null ? { width, height } : { width: attribute(iframe, 'width') || width, height: attribute(iframe, 'height') || height };
  return {
    title, author, frame: frame ?? blueskyFrame(html, provider), thumbnail: URL.parse(thumbnail)?.protocol === 'https:' ? thumbnail : null,
    shape: frame === null ? null : shapeOf(sized.width, sized.height, usualShape),
  };
}

/** A name on Bluesky may go to somebody else; the identifier does not (https://atproto.com/specs/at-uri-scheme). */
function blueskyFrame(html: string, { id }: Provider): string | null {
  const [, who, key] = id === 'bluesky' ? (/at:\/\/(did:[a-z]+:[\w.:%-]{1,250})\/app\.bsky\.feed\.post\/([a-z2-7]{10,16})/u.exec(html) ?? []) : [];
  return who === undefined || key === undefined ? null : `https://embed.bsky.app/embed/${who}/app.bsky.feed.post/${key}`;
}

function endpointFor(endpoint: string, page: string): string {
  const url = new URL(endpoint);
  url.searchParams.set('format', 'json');
  url.searchParams.set('url', page);
  return url.href;
}

/** The page names its endpoint itself (oEmbed 1.0, section 4). */
async function discover(page: string, reach: Reach): Promise<string | OembedRefusal> {
  const answer = await fetchOutside({ url: page, types: ['text/html', 'application/xhtml+xml'], mostBytes: mostPage }, reach);
  if (isRefused(answer)) return answer;
  const link = firstElement(parse(answer.bytes.toString('utf8')), 'link', (one) => attribute(one, 'type') === 'application/json+oembed');
  const address = link === null ? null : URL.parse(attribute(link, 'href'), answer.url);
  return address === null ? refuse('no-oembed') : address.href;
}

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** The first in the order of the document; without recursion, since nobody bounds how deep a page goes. */
function firstElement(root: Node, tag: string, matches: (element: Element) => boolean = () => true): Element | null {
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('tagName' in node && node.tagName === tag && matches(node)) return node;
    if ('childNodes' in node) waiting.push(...node.childNodes.toReversed());
  }
  return null;
}

function attribute(element: Element, name: string): string {
  return element.attrs.find((one) => one.name === name)?.value.trim() ?? '';
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}
