/** What pages show of embeds, straight from the rows. */
import type { Db } from '../../platform/database/database.ts';
import type { EmbedSummary, Provider } from './embed.ts';
import { knownById } from './recognising.ts';
import { frameOf, framesFrom, providerList, usualShape } from './rules.ts';
import type { Embed } from './store.ts';
import { keptProviders, readEmbeds } from './store.ts';

/** By id, in two queries; ids that nothing has are absent. */
export async function embedSummaries(db: Db, ids: readonly string[]): Promise<Map<string, EmbedSummary>> {
  if (ids.length === 0) return new Map();
  const [embeds, kept] = await Promise.all([readEmbeds(db, ids), keptProviders(db)]);
  const providers = new Map(providerList(kept).map((provider) => [provider.id, provider]));
  return new Map(embeds.map((embed) => [embed.id, summaryOf(embed, providers.get(embed.provider))]));
}

/** The list has the last word: without its house, or with it switched off, an embed is a link. */
export function summaryOf(embed: Embed, provider: Provider | undefined): EmbedSummary {
  const { id, url, title, author, language, poster, ratio, height } = embed;
  const frame = provider?.enabled === true && embed.frame !== null ? frameOf(embed.frame, provider) : null;
  return {
    id, url, title, author, language, poster, frame, provider: { id: embed.provider, name: provider?.name ?? new URL(url).hostname, company: provider?.company ?? '' },
    frameOrigins: frame === null || provider === undefined ? [] : originsOf(frame, provider), referrer: knownById(embed.provider)?.referrer ?? 'no-referrer',
    shape: ratio !== null ? { ratio } : height !== null ? { height } : usualShape,
  };
}

/** Of the frame, and where its house sends it on to; of a house with many others the one that it is. */
function originsOf(frame: string, provider: Provider): string[] {
  const others = provider.frameHosts.length === 0 ? [] : framesFrom(provider).map((host) => `https://${host}`);
  return [...new Set([new URL(frame).origin, ...others])];
}
