/** What people do with galleries: make one, change it, take it away, bring it back. */
import type { Tools } from '../../platform/feature.ts';
import type { Refused } from '../../platform/result.ts';
import { refuse } from '../../platform/result.ts';
import { newId } from '../../platform/text/id.ts';
import { reportUses } from '../pictures/pictures.ts';
import type { GalleryPicture } from './gallery.ts';
import type { Gallery } from './store.ts';
import { deleteGalleries, insertGallery, knownPictures, lockGallery, updateGallery } from './store.ts';

export interface GalleryFields {
  readonly title: string;
  readonly lead: string;
  readonly language: string;
  /** In order, each once. */
  readonly pictures: readonly GalleryPicture[];
}

export type UnknownPicture = Refused<'unknown-picture'>;

export async function createGallery(tools: Tools, fields: GalleryFields): Promise<Gallery | UnknownPicture> {
  const unknown = await firstUnknown(tools, fields.pictures);
  if (unknown !== null) return unknown;
  const { db, now, by } = tools;
  const gallery: Gallery = {
    id: newId(), ...fields, version: 1, created_at: now, created_by: by.id, changed_at: now, changed_by: by.id, changed_by_name: by.name, discarded_at: null,
  };
  await insertGallery(db, gallery);
  await tell(tools, gallery, 'create');
  return gallery;
}

export interface GalleryChange {
  readonly id: string;
  /** The version that the change was made from. */
  readonly expected: number;
  readonly fields: { readonly [Field in keyof GalleryFields]?: GalleryFields[Field] | undefined };
}

export type ChangeRefusal = UnknownPicture | Refused<'no-such-gallery' | 'changed-meanwhile'>;

export async function changeGallery(tools: Tools, { id, expected, fields }: GalleryChange): Promise<Gallery | ChangeRefusal> {
  const gallery = await lockGallery(tools.db, id);
  if (gallery === null || gallery.discarded_at !== null) return refuse('no-such-gallery');
  if (gallery.version !== expected) return refuse('changed-meanwhile');
  const { title = gallery.title, lead = gallery.lead, language = gallery.language, pictures = gallery.pictures } = fields;
  const unknown = await firstUnknown(tools, pictures);
  return unknown ?? keep(tools, { ...gallery, title, lead, language, pictures }, 'edit');
}

/** Out of the list and off every page. */
export async function discardGallery(tools: Tools, id: string): Promise<Gallery | Refused<'no-such-gallery' | 'discarded-already'>> {
  const gallery = await lockGallery(tools.db, id);
  if (gallery === null) return refuse('no-such-gallery');
  return gallery.discarded_at === null ? keep(tools, { ...gallery, discarded_at: tools.now }, 'discard') : refuse('discarded-already');
}

export async function restoreGallery(tools: Tools, id: string): Promise<Gallery | Refused<'no-such-gallery' | 'not-discarded'>> {
  const gallery = await lockGallery(tools.db, id);
  if (gallery === null) return refuse('no-such-gallery');
  return gallery.discarded_at === null ? refuse('not-discarded') : keep(tools, { ...gallery, discarded_at: null }, 'restore');
}

/** Removes galleries that nothing shows: the caller has seen to that. For the sample newsroom alone. */
export async function eraseGalleries(tools: Tools, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await deleteGalleries(tools.db, ids);
  await reportUses(tools, ids.map((id) => ({ usedBy: `gallery:${id}`, title: '', path: '', since: null, pictures: [] })));
  for (const id of ids) await tools.record({ act: 'gallery.erase', subject: `gallery:${id}` });
}

async function keep(tools: Tools, gallery: Gallery, act: string): Promise<Gallery> {
  const changed: Gallery = { ...gallery, version: gallery.version + 1, changed_at: tools.now, changed_by: tools.by.id, changed_by_name: tools.by.name };
  await updateGallery(tools.db, changed);
  await tell(tools, changed, act);
  return changed;
}

async function tell(tools: Tools, { id, version, title, pictures, discarded_at: discarded }: Gallery, act: string): Promise<void> {
  // Which readers see it, and since when, stories say.
  await reportUses(tools, [{ usedBy: `gallery:${id}`, title, path: `/galleries/${id}`, since: null, pictures: discarded === null ? pictures.map((one) => ({ id: one.id, public: false })) : [] }]);
  await tools.record({ act: `gallery.${act}`, subject: `gallery:${id}`, detail: { version } });
  await tools.announce({ event: 'gallery.changed', facts: { id, version, by: tools.by.id, byName: tools.by.name }, tags: [`gallery:${id}`] });
}

async function firstUnknown(tools: Tools, pictures: readonly GalleryPicture[]): Promise<UnknownPicture | null> {
  const known = await knownPictures(tools.db, pictures.map(({ id }) => id));
  const unknown = pictures.findIndex(({ id }) => !known.has(id));
  return unknown === -1 ? null : refuse('unknown-picture', { pointer: `/pictures/${unknown}`, id: pictures[unknown]!.id });
}
