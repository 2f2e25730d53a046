/** A gallery while somebody works at it: what is moved, taken out, and put together with what others did. Pure. */
import type { GalleryPicture } from '../gallery.ts';

export interface Draft {
  readonly title: string;
  readonly lead: string;
  readonly language: string;
  readonly pictures: readonly GalleryPicture[];
}

type Pictures = Draft['pictures'];

export function movePicture(pictures: Pictures, from: number, to: number): Pictures {
  const picture = pictures[from];
  return picture === undefined || to < 0 || to >= pictures.length ? pictures : pictures.toSpliced(from, 1).toSpliced(to, 0, picture);
}

/** At the end, or where they were dropped; each stands in a gallery once. */
export function addPictures(pictures: Pictures, ids: readonly string[], at = pictures.length): Pictures {
  const fresh = [...new Set(ids)].filter((id) => !pictures.some((one) => one.id === id));
  return pictures.toSpliced(at, 0, ...fresh.map((id) => ({ id, caption: '' })));
}

export function captionPicture(pictures: Pictures, id: string, caption: string): Pictures {
  return pictures.map((one) => (one.id === id ? { id, caption } : one));
}

/** The fields that differ. */
export function changesOf(base: Draft, mine: Draft): Partial<Draft> {
  const fields = ['title', 'lead', 'language', 'pictures'] as const;
  return Object.fromEntries(fields.filter((field) => !same(base[field], mine[field])).map((field) => [field, mine[field]]));
}

/** Somebody else has saved meanwhile: what I changed stays mine, the rest is theirs; of pictures nobody's are lost. */
export function putTogether(base: Draft, mine: Draft, theirs: Draft): Draft {
  const own = changesOf(base, mine);
  return { ...theirs, ...own, ...(own.pictures !== undefined && { pictures: putPicturesTogether(base.pictures, mine.pictures, theirs.pictures) }) };
}

/** In my order, without what they took out, with what they put in at the end; a caption that I left alone is theirs. */
function putPicturesTogether(base: Pictures, mine: Pictures, theirs: Pictures): Pictures {
  const find = (pictures: Pictures, id: string) => pictures.find((one) => one.id === id);
  const kept = mine.flatMap((picture) => {
    const [before, other] = [find(base, picture.id), find(theirs, picture.id)];
    if (other === undefined) return before === undefined ? [picture] : [];
    return [before?.caption === picture.caption ? other : picture];
  });
  return [...kept, ...theirs.filter(({ id }) => find(base, id) === undefined && find(mine, id) === undefined)];
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
