/** What people do with pictures: put one in, say what it shows and whose it is. */
import type { Actor, Tools } from '../../platform/feature.ts';
import type { Darkroom, PictureFile } from '../../platform/images/darkroom.ts';
import type { PictureFacts, PictureRefusal } from '../../platform/images/read.ts';
import type { ObjectStore } from '../../platform/objects/objects.ts';
import { StoreFull } from '../../platform/objects/store-full.ts';
import type { Refused } from '../../platform/result.ts';
import { isRefused, refuse } from '../../platform/result.ts';
import { isSealed } from '../../platform/seals.ts';
import { newId } from '../../platform/text/id.ts';
import type { DetailName, Details } from './details.ts';
import { dayOf, detailNames } from './details.ts';
import { cutsOf, keepRenditions, nameOfCrops, nameOfMaking, quickDarkroom } from './making.ts';
import type { Made } from './making.ts';
import { creditOf, factsFrom, mayEdit, prefilled, sourceTypeOf, writtenMetadata } from './rules.ts';
import type { Picture, PictureFields } from './store.ts';
import { indexPicture } from './search-store.ts';
import { endUsesAnew } from './uses-store.ts';
import { deletePictures, insertPicture, lockPicture, replaceRenditions, updateFields } from './store.ts';

export const renditionsJobName = 'pictures.renditions';

/** What somebody says of a picture; what is absent is taken from the file. */
export interface SaidOfPicture {
  readonly name: string;
  readonly language: string;
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
  readonly alt?: string | undefined;
}

/** A picture whose objects are written and whose rows are not. */
export interface Prepared {
  readonly facts: PictureFacts;
  readonly said: SaidOfPicture;
  readonly fields: Pick<PictureFields, 'caption' | 'credit' | 'alt'>;
  readonly original: string;
  /** Null where renditions are made later. */
  readonly made: Made | null;
}

export interface Preparation {
  readonly objects: ObjectStore;
  readonly file: PictureFile;
  /** The same as bytes, asked for once the file is known to be good. */
  readonly bytes: () => Promise<Uint8Array>;
  readonly said: SaidOfPicture;
  readonly renditions: 'now' | 'later';
  readonly darkroom?: Darkroom;
}

/**
 * Reads the file, makes what pages need at once, and writes the objects: before and apart from the transaction, since
 * it takes a second. A file that cannot be decoded to its end is refused here, or, where renditions are made later, fails then.
 */
export async function preparePicture(order: Preparation): Promise<Prepared | PictureRefusal | Refused<'store-full'>> {
  const { file, said, darkroom = quickDarkroom } = order;
  const facts = named(await darkroom.read(file));
  if (isRefused(facts)) return facts;
  const fields = { ...prefilled(facts.metadata, said.language), ...given(said) };
  const negative = { credit: fields.credit, metadata: facts.metadata, source_type: sourceTypeOf(facts.metadata.digitalSourceType) };
  const developed = order.renditions === 'later' ? null : named(await darkroom.develop(file, {
    cuts: cutsOf(facts, 'quick'), focus: null, says: writtenMetadata(negative),
  }));
  if (developed !== null && isRefused(developed)) return developed;
  try {
    const original = await order.objects.put(await order.bytes());
    const made = developed === null ? null : await keepRenditions(order.objects, developed);
    return { facts, said, fields, original, made };
  } catch (error) {
    if (error instanceof StoreFull) return refuse('store-full');
    throw error;
  }
}

/** Keeps a prepared picture; what is not made yet is made in a job, the more urgent the greater its priority. */
export async function keepPicture(tools: Tools, { facts, said, fields, original, made }: Prepared, priority = 0): Promise<Picture | Refused<'sealed'>> {
  if (await isSealed(tools.db, 'object', original)) return refuse('sealed');
  const { metadata, mediaType, width, height, bytes } = facts;
  const picture: Picture = {
    id: newId(), original, name: said.name, media_type: mediaType, width, height, bytes, colour: '#d9d5cc', ...fields, language: said.language,
    metadata, state: 'making', version: 1, created_at: tools.now, created_by: tools.by.id, made: '',
    decorative: false, source_type: sourceTypeOf(metadata.digitalSourceType), usable_until: null, ended: false, blocked_at: null, block_reason: '',
    focal_x: null, focal_y: null, guess_x: 0.5, guess_y: 0.5, frames: facts.frames, cropped: '', perceptual_hash: null,
    stated: metadata, usable_by: [], days: null, only_with: null, taken_on: dayOf(metadata.date), end_told: false,
  };
  await insertPicture(tools.db, picture);
  await indexPicture(tools.db, picture);
  if (made !== null) await replaceRenditions(tools.db, picture.id, { made: nameOfMaking(picture), cropped: nameOfCrops(picture), ...made });
  await tools.later(renditionsJobName, { id: picture.id }, { priority });
  await tools.record({ act: 'picture.upload', subject: `picture:${picture.id}`, detail: { original, bytes } });
  await tools.announce({ event: 'picture.uploaded', facts: { id: picture.id } });
  return picture;
}

/** What may be said of a picture; what is absent stays. */
export type PictureWords = Partial<{ readonly [Field in (typeof fieldNames)[number]]: PictureFields[Field] | undefined }> & Partial<{ readonly [Name in DetailName]: Details[Name] | undefined }>;

export interface PictureChange {
  readonly id: string;
  /** The version that the change was made from; null: whatever it is by now. */
  readonly version: number | null;
  readonly said: PictureWords;
  /** Only where nothing stands: what the agency or somebody else has said stays. */
  readonly onlyEmpty?: boolean | undefined;
  /** On the machine's own clock: when renditions may be made with a new credit. */
  readonly remakeAt: Date;
}

export type ChangeRefusal = Refused<'no-such-picture' | 'not-yours' | 'changed-meanwhile'>;

export async function changePicture(tools: Tools, change: PictureChange): Promise<Picture | ChangeRefusal> {
  const picture = await lockPicture(tools.db, change.id);
  if (picture === null) return refuse('no-such-picture');
  if (!mayEdit(tools.by, { createdBy: picture.created_by })) return refuse('not-yours');
  if (change.version !== null && picture.version !== change.version) return refuse('changed-meanwhile');
  const said = change.onlyEmpty === true ? ofWhatIsEmpty(picture, change.said) : change.said;
  if (change.onlyEmpty === true && Object.keys(said).length === 0) return picture;
  const changed = afterChange(picture, said, tools.now);
  await updateFields(tools.db, picture.id, changed);
  await indexPicture(tools.db, changed);
  if (changed.days !== picture.days) await endUsesAnew(tools.db, changed, tools.now);
  if (nameOfMaking(changed) !== nameOfMaking(picture)) await tools.later(renditionsJobName, { id: picture.id }, { startAfter: change.remakeAt });
  // What is typed is not written with every letter; a point is set once.
  else if (nameOfCrops(changed) !== nameOfCrops(picture)) await tools.later(renditionsJobName, { id: picture.id });
  const fields = [...fieldNames.filter((field) => String(changed[field]) !== String(picture[field])), ...changedDetails(picture, changed)];
  await tools.record({ act: 'picture.edit', subject: `picture:${picture.id}`, detail: { from: picture.version, fields } });
  await tools.announce({ event: 'picture.changed', facts: { id: picture.id, version: changed.version, by: tools.by.id }, tags: [`picture:${picture.id}`] });
  return changed;
}

const fieldNames = ['caption', 'credit', 'alt', 'language', 'decorative', 'source_type', 'usable_until', 'usable_by', 'days', 'only_with', 'focal_x', 'focal_y'] as const;

function ofWhatIsEmpty(picture: Picture, said: PictureWords): PictureWords {
  const stands: Readonly<Record<string, unknown>> = { ...picture.metadata, ...picture };
  const isEmpty = (value: unknown) => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(said).filter(([name, value]) => value !== undefined && isEmpty(stands[name])));
}

/** A credit that was made of the agency's name follows it; one that somebody wrote stays. */
function afterChange(picture: Picture, said: PictureWords, now: Date): Picture {
  const metadata = { ...picture.metadata, ...chosen(said, detailNames) };
  const follows = said.credit === undefined && picture.credit === creditOf(factsFrom(picture.metadata));
  const changed = {
    ...picture, ...(follows && { credit: creditOf(factsFrom(metadata)) }), ...chosen(said, fieldNames),
    metadata, taken_on: dayOf(metadata.date ?? ''), version: picture.version + 1,
  };
  const sameEnd = changed.usable_until?.getTime() === picture.usable_until?.getTime();
  return { ...changed, ended: changed.usable_until !== null && changed.usable_until <= now, end_told: sameEnd && picture.end_told };
}

function chosen<Name extends keyof PictureWords>(said: PictureWords, names: readonly Name[]): { [One in Name]?: Exclude<PictureWords[One], undefined> } {
  return Object.fromEntries(names.flatMap((name) => (said[name] === undefined ? [] : [[name, said[name]]]))) as never;
}

function changedDetails(before: Picture, after: Picture): string[] {
  return detailNames.filter((name) => JSON.stringify(before.metadata[name] ?? '') !== JSON.stringify(after.metadata[name] ?? ''));
}

export interface PictureImport extends SaidOfPicture {
  readonly bytes: Uint8Array;
  /** Whether it is ready when this returns. Default: made later, in a job. */
  readonly renditions?: 'now' | 'later';
  /** Of that job, and of the one for the slow formats: greater first. */
  readonly priority?: number;
}

/** Takes in a picture that the program itself brings. */
export async function importPicture(tools: Tools, { bytes, renditions = 'later', priority, ...said }: PictureImport): Promise<Picture | PictureRefusal | Refused<'store-full' | 'sealed'>> {
  const prepared = await preparePicture({ objects: tools.objects, file: bytes, bytes: async () => bytes, said, renditions });
  return isRefused(prepared) ? prepared : keepPicture(tools, prepared, priority);
}

/** Removes pictures that nothing shows: the caller has seen to that. For the sample newsroom alone. */
export async function erasePictures(tools: Tools, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await deletePictures(tools.db, ids);
  for (const id of ids) await tools.record({ act: 'picture.erase', subject: `picture:${id}` });
}

/** The program, where it makes renditions by itself. */
export const picturesThemselves: Actor = { kind: 'program', id: 'pictures', name: 'Broadsheet', role: null };

function named<T extends object>(answer: T): Exclude<T, Refused<'gave-up'>> | Refused<'corrupt'> {
  if (isRefused(answer) && answer.refused === 'gave-up') return refuse('corrupt', { reason: 'the decoder gave up' });
  return answer as Exclude<T, Refused<'gave-up'>>;
}

function given({ caption, credit, alt }: SaidOfPicture): Partial<Prepared['fields']> {
  return { ...(caption !== undefined && { caption }), ...(credit !== undefined && { credit }), ...(alt !== undefined && { alt }) };
}
