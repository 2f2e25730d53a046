/**
 * Text that the program has not got yet, kept in this browser through a crash or a lost connection (IndexedDB).
 * Each open tab keeps under a name of its own and holds a lock, so that another tab never takes what is still being written.
 */

export interface Kept<T> {
  readonly thing: string;
  readonly tab: string;
  /** When it was kept, in milliseconds since 1970. */
  readonly at: number;
  readonly value: T;
}

const shelf = 'kept';

/** This tab's name: survives a reload, and a browser that restores its tabs after a crash. */
export const tab: string = (() => {
  const known = sessionStorage.getItem('desk-tab');
  if (known !== null) return known;
  const made = crypto.randomUUID();
  sessionStorage.setItem('desk-tab', made);
  return made;
})();

/** Keeps a value for a thing; rejects where the browser gives no room, which the caller must say. */
export async function keep<T>(thing: string, value: T): Promise<void> {
  await inShelf('readwrite', (store) => store.put({ thing, tab, at: Date.now(), value } satisfies Kept<T>, [thing, tab]));
}

/** Lets go of what a tab kept for a thing; without a tab, of what this one kept. */
export async function letGo(thing: string, of = tab): Promise<void> {
  await inShelf('readwrite', (store) => store.delete([thing, of]));
}

/** What was kept for a thing by this tab and by tabs that are no longer open, oldest first. */
export async function leftBehind<T>(thing: string): Promise<Kept<T>[]> {
  const range = IDBKeyRange.bound([thing, ''], [thing, '\uffff']);
  const all = await inShelf<Kept<T>[]>('readonly', (store) => store.getAll(range));
  const open = await openTabs(thing);
  return all.filter((one) => one.tab === tab || !open.has(one.tab)).sort((a, b) => a.at - b.at);
}

/** Says to other tabs that this one has the thing open, until the returned function is called. */
export function holdOpen(thing: string): () => void {
  if (!('locks' in navigator)) return () => undefined;
  const ended = new AbortController();
  void navigator.locks
    .request(lockName(thing, tab), { mode: 'shared' }, () => new Promise<void>((resolve) => ended.signal.addEventListener('abort', () => resolve())))
    .catch(() => undefined);
  return () => ended.abort();
}

async function openTabs(thing: string): Promise<Set<string>> {
  if (!('locks' in navigator)) return new Set();
  const { held = [] } = await navigator.locks.query();
  const prefix = lockName(thing, '');
  return new Set(held.flatMap((lock) => (lock.name?.startsWith(prefix) === true ? [lock.name.slice(prefix.length)] : [])));
}

const lockName = (thing: string, of: string): string => `open:${thing}:${of}`;

function inShelf<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('broadsheet-desk', 1);
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(shelf));
    opening.addEventListener('error', () => reject(opening.error ?? new Error('no room in this browser')));
    opening.addEventListener('success', () => {
      const transaction = opening.result.transaction(shelf, mode);
      const request = work(transaction.objectStore(shelf));
      transaction.addEventListener('complete', () => {
        opening.result.close();
        resolve(request.result as T);
      });
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('no room in this browser')));
    });
  });
}
