/** Another file in place of a picture's: a better one, or the one that the agency sends after. Whoever shows it shows the new one. */
import type { Tools } from '../../platform/feature.ts';
import type { Refused } from '../../platform/result.ts';
import { refuse } from '../../platform/result.ts';
import { isSealed } from '../../platform/seals.ts';
import type { ChangeRefusal, Prepared } from './actions.ts';
import { renditionsJobName } from './actions.ts';
import { dayOf, detailNames } from './details.ts';
import { nameOfCrops, nameOfMaking } from './making.ts';
import { factsFrom, mayEdit, prefilled, sourceTypeOf } from './rules.ts';
import { indexPicture } from './search-store.ts';
import type { Picture } from './store.ts';
import { lockPicture, replaceRenditions, updateFile } from './store.ts';

export interface Replacement {
  readonly id: string;
  readonly version: number;
  /** With its renditions: that a file is whole is known once it was decoded. */
  readonly prepared: Prepared;
}

/**
 * The new file's words take the place of those that the old file brought; what somebody wrote stays. Terms, uses and
 * collections stay. The focal point is found anew. The old file goes with the next sweep.
 */
export async function replacePicture(tools: Tools, { id, version, prepared }: Replacement): Promise<Picture | ChangeRefusal | Refused<'sealed'>> {
  const picture = await lockPicture(tools.db, id);
  if (picture === null) return refuse('no-such-picture');
  if (!mayEdit(tools.by, { createdBy: picture.created_by })) return refuse('not-yours');
  if (picture.version !== version) return refuse('changed-meanwhile');
  for (const original of [picture.original, prepared.original]) if (await isSealed(tools.db, 'object', original)) return refuse('sealed');
  const changed = withFile(picture, prepared);
  await updateFile(tools.db, id, changed);
  await indexPicture(tools.db, changed);
  const negative = { original: prepared.original, credit: prepared.fields.credit, metadata: prepared.facts.metadata, source_type: sourceTypeOf(prepared.facts.metadata.digitalSourceType) };
  // Made at once where they say what is said now; else readers see the old ones until the new are made.
  const fits = prepared.made !== null && nameOfMaking(negative) === nameOfMaking(changed);
  if (fits) await replaceRenditions(tools.db, id, { made: nameOfMaking(changed), cropped: nameOfCrops(changed), ...prepared.made! });
  await tools.later(renditionsJobName, { id });
  await tools.record({ act: 'picture.replace', subject: `picture:${id}`, detail: { from: picture.original, to: changed.original } });
  await tools.announce({ event: 'picture.changed', facts: { id, version: changed.version, by: tools.by.id }, tags: [`picture:${id}`] });
  return changed;
}

function withFile(picture: Picture, { facts, said, original }: Prepared): Picture {
  const { metadata: brought, mediaType, width, height, frames, bytes } = facts;
  const [before, after] = [prefilled(factsFrom(picture.stated), picture.language), prefilled(brought, picture.language)];
  const follow = (name: 'caption' | 'credit' | 'alt') => (picture[name] === before[name] && after[name] !== '' ? after[name] : picture[name]);
  const written = detailNames.filter((name) => JSON.stringify(picture.metadata[name]) !== JSON.stringify(picture.stated[name]));
  const metadata = { ...brought, ...Object.fromEntries(written.map((name) => [name, picture.metadata[name]])) };
  return {
    ...picture, original, name: said.name, media_type: mediaType, width, height, frames, bytes, metadata, stated: brought,
    caption: follow('caption'), credit: follow('credit'), alt: follow('alt'), taken_on: dayOf(metadata.date ?? ''),
    source_type: picture.source_type === sourceTypeOf(picture.stated.digitalSourceType ?? '') ? sourceTypeOf(brought.digitalSourceType) : picture.source_type,
    focal_x: null, focal_y: null, version: picture.version + 1,
  };
}
