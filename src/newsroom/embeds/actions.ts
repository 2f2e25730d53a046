/** What people do with embeds: make one of an address, name it, ask its house about it, give it a poster. */
import type { House, Tools } from '../../platform/feature.ts';
import type { OutsideRefusal, Reach } from '../../platform/outgoing/fetch-outside.ts';
import { fetchOutside } from '../../platform/outgoing/fetch-outside.ts';
import type { Refused } from '../../platform/result.ts';
import { isRefused, refuse } from '../../platform/result.ts';
import { newId } from '../../platform/text/id.ts';
import { importPicture, pictureSummaries } from '../pictures/pictures.ts';
import type { Provider, Shape } from './embed.ts';
import type { OembedRefusal } from './oembed.ts';
import { askOembed } from './oembed.ts';
import { findProvider, framesFrom, providerList, usualShape } from './rules.ts';
import type { Embed, EmbedFields } from './store.ts';
import { deleteEmbeds, insertEmbed, keptProviders, lockEmbed, readEmbed, updateEmbed } from './store.ts';

export interface NewEmbed {
  readonly url: string;
  readonly language: string;
  readonly title?: string | undefined;
}

export type NoEmbed = Refused<'not-an-address' | 'no-provider' | 'provider-off' | 'not-embeddable'>;

/** Makes an embed of an address, without asking anybody. */
export async function makeEmbed(tools: Tools, { url, language, title = '' }: NewEmbed): Promise<Embed | NoEmbed> {
  const found = findProvider(url, providerList(await keptProviders(tools.db)));
  if (isRefused(found)) return found;
  const { provider, recognised } = found;
  const embed: Embed = {
    id: newId(), provider: provider.id, url: recognised?.url ?? url.trim(), frame: recognised?.frame ?? null, ...columns(recognised?.shape ?? usualShape),
    title, author: '', language, thumbnail: null, poster: null, version: 1, created_at: tools.now, created_by: tools.by.id,
  };
  await insertEmbed(tools.db, embed);
  await tools.record({ act: 'embed.make', subject: `embed:${embed.id}`, detail: { provider: provider.id } });
  await tools.announce({ event: 'embed.changed', facts: { id: embed.id, by: tools.by.id } });
  return embed;
}

/** Removes embeds that nothing shows: the caller has seen to that. For the sample newsroom alone. */
export async function eraseEmbeds(tools: Tools, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await deleteEmbeds(tools.db, ids);
  for (const id of ids) await tools.record({ act: 'embed.erase', subject: `embed:${id}` });
}

export interface EmbedChange extends Partial<{ readonly [Field in 'title' | 'author' | 'language' | 'poster']: EmbedFields[Field] | undefined }> {
  readonly id: string;
  readonly version: number;
}

export async function changeEmbed(tools: Tools, { id, version, ...wanted }: EmbedChange): Promise<Embed | Refused<'no-such-embed' | 'changed-meanwhile' | 'no-such-poster'>> {
  const embed = await lockEmbed(tools.db, id);
  if (embed === null) return refuse('no-such-embed');
  if (embed.version !== version) return refuse('changed-meanwhile');
  if (typeof wanted.poster === 'string' && !(await pictureSummaries(tools.db, [wanted.poster])).has(wanted.poster)) return refuse('no-such-poster', { pointer: '/poster' });
  return write(tools, embed, Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)));
}

/** Asks the house about the page, and takes what nobody has typed. The house alone is asked, and by the server alone. */
export async function learnOfEmbed(house: House, { id, by, reach }: { id: string; by: Tools['by']; reach: Reach }): Promise<Embed | OembedRefusal | Refused<'no-such-embed' | 'provider-off'>> {
  const embed = await readEmbed(house.db, id);
  if (embed === null) return refuse('no-such-embed');
  const provider = providerList(await keptProviders(house.db)).find((one) => one.id === embed.provider);
  if (provider?.enabled !== true) return refuse('provider-off', { provider: provider?.name ?? embed.provider });
  if (!canBeAsked(provider)) return refuse('no-oembed');
  const learned = await askOembed(embed.url, provider, reach);
  if (isRefused(learned)) return learned;
  return house.act(by, async (tools) => {
    const now = await lockEmbed(tools.db, id);
    if (now === null) return refuse('no-such-embed');
    // Who the program knows has a frame already: of it only Bluesky's is taken, which is truer, and a measured height.
    const frame = provider.own || provider.id === 'bluesky' ? learned.frame ?? now.frame : now.frame;
    const measured = provider.own || provider.id === 'datawrapper' ? learned.shape : null;
    return write(tools, now, {
      frame, ...(measured === null ? {} : columns(measured)), thumbnail: learned.thumbnail,
      title: now.title === '' ? learned.title : now.title, author: now.author === '' ? learned.author : now.author,
    });
  });
}

// A poster is shown at 42 rem at most.
const mostThumbnail = 8 * 1024 * 1024;

export type PosterRefusal = OutsideRefusal | Refused<'no-such-embed' | 'no-thumbnail'>;

/** Takes the house's picture of the page into our library, with its credit: from then on readers have it from us. */
export async function takePoster(house: House, { id, by, reach }: { id: string; by: Tools['by']; reach: Reach }): Promise<Embed | PosterRefusal> {
  const embed = await readEmbed(house.db, id);
  if (embed === null) return refuse('no-such-embed');
  if (embed.thumbnail === null) return refuse('no-thumbnail');
  const answer = await fetchOutside({ url: embed.thumbnail, types: ['image/jpeg', 'image/png', 'image/webp'], mostBytes: mostThumbnail }, reach);
  if (isRefused(answer)) return answer;
  const provider = providerList(await keptProviders(house.db)).find((one) => one.id === embed.provider);
  const credit = [provider?.name ?? embed.provider, embed.author].filter((part) => part !== '').join(' / ');
  return house.act(by, async (tools) => {
    const picture = await importPicture(tools, { bytes: answer.bytes, name: `${provider?.name ?? ''} ${embed.title}`.slice(0, 200), language: embed.language, caption: '', credit, alt: embed.title });
    if (isRefused(picture)) return refuse('no-thumbnail');
    const now = await lockEmbed(tools.db, id);
    return now === null ? refuse('no-such-embed') : write(tools, now, { poster: picture.id });
  });
}

/** Meta answers nobody without a contract, Mastodon's houses are many: there the title is typed. */
function canBeAsked(provider: Provider): boolean {
  return provider.endpoint !== null || (provider.own && framesFrom(provider).length > 0);
}

async function write(tools: Tools, embed: Embed, change: Partial<EmbedFields>): Promise<Embed> {
  const changed = { ...embed, ...change, version: embed.version + 1 };
  await updateEmbed(tools.db, changed);
  await tools.record({ act: 'embed.edit', subject: `embed:${embed.id}`, detail: { from: embed.version, fields: Object.keys(change).filter((field) => changed[field as keyof Embed] !== embed[field as keyof Embed]) } });
  await tools.announce({ event: 'embed.changed', facts: { id: embed.id, by: tools.by.id }, tags: [`embed:${embed.id}`] });
  return changed;
}

function columns(shape: Shape): Pick<Embed, 'ratio' | 'height'> {
  return 'ratio' in shape ? { ratio: shape.ratio, height: null } : { ratio: null, height: shape.height };
}
