/** What the newsroom has decided about what other houses show on our pages. */
import type { Refused } from '../../platform/result.ts';
import { refuse } from '../../platform/result.ts';
import type { EmbedSummary, Provider, Shape } from './embed.ts';
import type { Recognised } from './recognising.ts';
import { isHostOf, knownById, knownProviders } from './recognising.ts';

/** A frame that was never measured. */
export const usualShape: Shape = { ratio: 16 / 9 };
/** Lower than a line of text and taller than three screens are mistakes or tricks. In pixels. */
const [lowest, tallest] = [80, 2_400];

/** What a frame may do: play, and open a page of its own; nothing to ours (HTML, section 7.1.5). */
export const sandbox = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-presentation';
/** What of the device it may use (Permissions Policy). */
export const permissions = 'fullscreen; picture-in-picture; encrypted-media';

/** The whole list: those that the program knows, as the administrator has changed them, then the newsroom's own. */
export function providerList(kept: readonly Provider[]): Provider[] {
  const changed = new Map(kept.map((provider) => [provider.id, provider]));
  const known = knownProviders.map((one) => changed.get(one.id) ?? { ...one, own: false, enabled: true, version: 1 });
  return [...known, ...kept.filter(({ own }) => own)];
}

export interface Found {
  readonly provider: Provider;
  /** Null for an own addition: what its page shows must be asked. */
  readonly recognised: Recognised | null;
}

/** Whose page an address is, and what stands for it; why it can only be a link. */
export function findProvider(address: string, providers: readonly Provider[]): Found | Refused<'not-an-address' | 'no-provider' | 'provider-off' | 'not-embeddable'> {
  const url = URL.parse(address.trim());
  if (url === null || !/^https?:$/u.test(url.protocol) || url.username !== '' || address.length > 2_000) return refuse('not-an-address');
  url.protocol = 'https:';
  const host = url.hostname.toLowerCase();
  // The most particular host decides: an own addition may be part of a greater house.
  const mine = providers.flatMap((provider) => provider.hosts.filter((one) => isHostOf(host, [one])).map((one) => ({ provider, one }))).toSorted((a, b) => b.one.length - a.one.length)[0];
  if (mine === undefined) return refuse('no-provider', { host });
  const { provider } = mine;
  if (!provider.enabled) return refuse('provider-off', { provider: provider.name });
  if (provider.own) return { provider, recognised: null };
  const recognised = knownById(provider.id)?.recognise(url) ?? null;
  return recognised === null ? refuse('not-embeddable', { provider: provider.name }) : { provider, recognised };
}

/** A frame's address as it may stand on a page of ours; null: it may not. */
export function frameOf(address: string, provider: Provider): string | null {
  const url = URL.parse(address);
  if (url === null || url.protocol !== 'https:' || url.port !== '' || url.username !== '' || address.length > 2_000) return null;
  return isHostOf(url.hostname, framesFrom(provider)) ? url.href : null;
}

/** From where frames of a house come: Mastodon's and own additions' from the houses themselves. */
export function framesFrom({ hosts, frameHosts }: Pick<Provider, 'hosts' | 'frameHosts'>): readonly string[] {
  return frameHosts.length === 0 ? hosts : frameHosts;
}

/** The room for a frame that says how large it would be. */
export function shapeOf(width: unknown, height: unknown, fallback: Shape): Shape {
  const [across, down] = [Number(width), Number(height)];
  if (!Number.isFinite(down) || down < lowest || down > tallest) return fallback;
  // Wide and not tall is a film or a map, which shrinks with its column; else it is a text, which does not.
  return Number.isFinite(across) && across >= 200 && across / down >= 1.2 && across / down <= 3 ? { ratio: across / down } : { height: Math.round(down) };
}

export type MissingOfEmbed = 'title';

/** What a reader is asked to agree to must have a name. */
export function missingToPublish(embed: Pick<EmbedSummary, 'title'>): MissingOfEmbed[] {
  return embed.title.trim() === '' ? ['title'] : [];
}

/** What the desk should know: readers see a link, not the thing. */
export function warningsOf(embed: Pick<EmbedSummary, 'frame'>): 'link'[] {
  return embed.frame === null ? ['link'] : [];
}

const hostForm = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,61}$/u;

/** An own addition is another house: a frame of our own host could reach into our pages. */
export function hostProblem(host: string, ours: string): Refused<'not-a-host' | 'own-house'> | null {
  if (!hostForm.test(host)) return refuse('not-a-host', { host: host.slice(0, 100) });
  return isHostOf(ours, [host]) || isHostOf(host, [ours]) ? refuse('own-house', { host }) : null;
}
