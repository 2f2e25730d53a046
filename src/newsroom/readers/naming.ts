/** Names as they are given: judged by the rules, held against everybody else's. */
import type { Db } from '../../platform/database/database.ts';
import type { Tools } from '../../platform/feature.ts';
import { refuse, type Refused } from '../../platform/result.ts';
import { authorNames } from '../authors/authors.ts';
import { readPublication } from '../publication/publication.ts';
import { listPeople } from '../staff/staff.ts';
import { judgeName, tidyName, type NameRefusal, type Taken } from './names/rules.ts';
import { nameKey } from './names/skeleton.ts';
import { isNameFree } from './store.ts';

export type Unnameable = NameRefusal | Refused<'name-taken'>;

/** The name as it will be kept, with its key; it stays free until the transaction ends. */
export async function takeName(tools: Tools, { account, typed }: { account: string; typed: string }): Promise<{ name: string; nameKey: string } | Unnameable> {
  const wrong = judgeName(typed, await namesOfTheHouse(tools.db));
  if (wrong !== null) return wrong;
  const name = tidyName(typed);
  const key = nameKey(name);
  return (await isNameFree(tools.db, key, account)) ? { name, nameKey: key } : refuse('name-taken');
}

async function namesOfTheHouse(db: Db): Promise<Taken> {
  const [people, authors, publication] = [await listPeople(db), await authorNames(db), await readPublication(db)];
  return { people: [...people.map(({ name }) => name), ...authors], publication: [publication.name, publication.shortName] };
}
