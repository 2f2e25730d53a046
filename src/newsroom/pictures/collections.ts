/** What people do with collections of pictures. */
import type { Tools } from '../../platform/feature.ts';
import type { Refused } from '../../platform/result.ts';
import { refuse } from '../../platform/result.ts';
import { newId } from '../../platform/text/id.ts';
import type { Collection } from './collections-store.ts';
import { collect, deleteCollection, insertCollection, nameIsTaken, readCollection, renameCollection, uncollect } from './collections-store.ts';

export type CollectionRefusal = Refused<'no-such-collection' | 'collection-exists'>;

export async function makeCollection(tools: Tools, { name }: { readonly name: string }): Promise<Collection | CollectionRefusal> {
  const row = { id: newId(), name, version: 1, created_at: tools.now, created_by: tools.by.id };
  if (!(await insertCollection(tools.db, row))) return refuse('collection-exists', { name });
  await tell(tools, { id: row.id, act: 'collection.make' });
  return { ...row, count: 0 };
}

export async function changeCollection(tools: Tools, { id, name }: { readonly id: string; readonly name: string }): Promise<Collection | CollectionRefusal> {
  const collection = await readCollection(tools.db, id);
  if (collection === null) return refuse('no-such-collection');
  if (await nameIsTaken(tools.db, name, id)) return refuse('collection-exists', { name });
  await renameCollection(tools.db, id, name);
  await tell(tools, { id, act: 'collection.rename' });
  return { ...collection, name, version: collection.version + 1 };
}

/** Removes the set; its pictures stay. */
export async function removeCollection(tools: Tools, { id }: { readonly id: string }): Promise<Collection | CollectionRefusal> {
  const collection = await readCollection(tools.db, id);
  if (collection === null) return refuse('no-such-collection');
  await deleteCollection(tools.db, id);
  await tell(tools, { id, act: 'collection.remove' });
  return collection;
}

/** Puts pictures into a set and takes others out. */
export async function fillCollection(tools: Tools, { id, add, remove }: { readonly id: string; readonly add: readonly string[]; readonly remove: readonly string[] }): Promise<Collection | CollectionRefusal> {
  if ((await readCollection(tools.db, id)) === null) return refuse('no-such-collection');
  await collect(tools.db, id, { pictures: add, now: tools.now, by: tools.by.id });
  await uncollect(tools.db, id, remove);
  await tell(tools, { id, act: 'collection.fill', detail: { added: add.length, removed: remove.length } });
  return (await readCollection(tools.db, id)) ?? refuse('no-such-collection');
}

async function tell(tools: Tools, { id, ...act }: { readonly id: string; readonly act: string; readonly detail?: Readonly<Record<string, unknown>> }): Promise<void> {
  await tools.record({ ...act, subject: `collection:${id}` });
  await tools.announce({ event: 'collection.changed', facts: { id } });
}
