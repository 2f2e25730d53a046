/** What the newsroom does with the people whose names stand over stories. */
import type { Tools } from '../../platform/feature.ts';
import { refuse } from '../../platform/result.ts';
import type { Refused } from '../../platform/result.ts';
import { newId } from '../../platform/text/id.ts';
import { oneLine } from '../../platform/text/plain.ts';
import { firstFreeSlug, slugify } from '../../platform/text/slug.ts';
import type { Author } from './author.ts';
import { longestName } from './rules.ts';
import { authorByName, authorOfStaff, authorsById, deleteAuthor, insertAuthor, lockAuthors, takenSlugs, updateAuthor } from './store.ts';

/**
 * The author of a byline's name, whatever its case and however its accents are composed; made where there is none
 * yet, once, also when two stories bring the same name at the same moment.
 * @param name checked at the door by `authorName`; what is longer is cut
 */
export async function findOrMakeAuthor(tools: Tools, name: string): Promise<Author> {
  const clean = oneLine(oneLine(name).slice(0, longestName));
  if (clean === '') throw new RangeError('a byline without a name');
  const known = await authorByName(tools.db, clean);
  if (known !== null) return known;
  await lockAuthors(tools.db);
  return (await authorByName(tools.db, clean)) ?? keep(tools, { name: clean, about: '', portrait: null, staff: null });
}

export type AuthorFacts = Pick<Author, 'name' | 'about' | 'portrait' | 'staff'>;
export type AuthorRefusal = Refused<'author-exists' | 'staff-has-author' | 'no-such-picture'>;

/** A new author; refused where somebody has the name already. */
export async function makeAuthor(tools: Tools, facts: AuthorFacts): Promise<Author | AuthorRefusal> {
  await lockAuthors(tools.db);
  const refused = await taken(tools, { id: null, ...facts });
  if (refused !== null) return refused;
  return withPicture(() => keep(tools, facts));
}

export interface AuthorChange {
  readonly id: string;
  /** The version that the change was made from. */
  readonly version: number;
  readonly facts: Partial<AuthorFacts>;
}

/** Changes what is said of an author. The address stays, whatever the name becomes. */
export async function changeAuthor(tools: Tools, { id, version, facts }: AuthorChange): Promise<Author | AuthorRefusal | Refused<'no-such-author' | 'changed-meanwhile'>> {
  await lockAuthors(tools.db);
  const before = (await authorsById(tools.db, [id])).get(id);
  if (before === undefined) return refuse('no-such-author');
  if (before.version !== version) return refuse('changed-meanwhile', { version: before.version });
  const author: Author = { ...before, ...facts, version: version + 1 };
  const refused = await taken(tools, author);
  if (refused !== null) return refused;
  return withPicture(async () => {
    await updateAuthor(tools.db, author);
    await tell(tools, author.id, 'changed');
    return author;
  });
}

/** Removes an author whom nothing names: the caller has seen to that. For the sample newsroom alone. */
export async function eraseAuthor(tools: Tools, id: string): Promise<void> {
  await deleteAuthor(tools.db, id);
  await tell(tools, id, 'removed');
}

async function taken(tools: Tools, { id, name, staff }: { id: string | null; name: string; staff: string | null }): Promise<AuthorRefusal | null> {
  const namesake = await authorByName(tools.db, name);
  if (namesake !== null && namesake.id !== id) return refuse('author-exists', { id: namesake.id, author: namesake.name });
  const other = staff === null ? null : await authorOfStaff(tools.db, staff);
  return other !== null && other.id !== id ? refuse('staff-has-author', { id: other.id, author: other.name }) : null;
}

async function keep(tools: Tools, facts: AuthorFacts): Promise<Author> {
  const slug = slugify(facts.name, 'de', 'autor');
  const author: Author = { ...facts, id: newId(), slug: firstFreeSlug(slug, await takenSlugs(tools.db, slug)), version: 1, createdAt: tools.now };
  await insertAuthor(tools.db, author);
  await tell(tools, author.id, 'made');
  return author;
}

async function withPicture<T>(write: () => Promise<T>): Promise<T | Refused<'no-such-picture'>> {
  try {
    return await write();
  } catch (error) {
    // That the picture is there is the foreign key's to say, also where it goes at this very moment.
    if (error instanceof Error && 'code' in error && error.code === '23503') return refuse('no-such-picture');
    throw error;
  }
}

async function tell(tools: Tools, id: string, what: 'made' | 'changed' | 'removed'): Promise<void> {
  // A name stands in every teaser; at a new one's address nothing stood so far.
  const tags = what === 'made' ? [`author:${id}`, 'authors'] : [`author:${id}`, 'front', 'latest', 'sections'];
  await tools.announce({ event: 'author.changed', facts: { id }, tags });
  await tools.record({ act: 'author.edit', subject: `author:${id}`, detail: { what } });
}
