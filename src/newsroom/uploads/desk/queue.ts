/** All files that this browser sends: three at a time, whatever view is open. Lives as long as the page. */
import type { ComponentType } from 'react';
import { hear } from '../../../platform/browser/events.ts';
import { speak } from './line.ts';
import type { Memory } from './sending.ts';
import { GivenUp, NotTaken, sendFile } from './sending.ts';

export interface Item {
  readonly key: number;
  readonly file: File;
  readonly state: 'waiting' | 'sending' | 'cut' | 'reading' | 'done' | 'refused';
  readonly sent: number;
  /** What came of it. */
  readonly subject: string | null;
  readonly problem: { readonly name: string; readonly words: string } | null;
  /** Where the sender may say something of all such files, in one go. */
  readonly forAll: ForAll | null;
}

/** Stands above the list; brought by the feature whose files they are. `onStay` says whether it is still needed when all are there. */
export type ForAll = ComponentType<{ readonly items: readonly Item[]; readonly onStay: (stays: boolean) => void }>;

type Words = Readonly<Record<string, string>>;

interface Entry {
  item: Item;
  readonly words: Words;
  readonly stop: AbortController;
  /** Answers whoever handed the file in. */
  readonly ended: (subject: string | null) => void;
}

/** More do not go through a line any sooner, and make each of them later. */
const atOnce = 3;

let entries: readonly Entry[] = [];
let shown: readonly Item[] = [];
let keys = 0;
const listeners = new Set<() => void>();

export const items = (): readonly Item[] => shown;

export function watch(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Sends files; answers, file by file, with what came of each (`picture:k3f9bcdf`), null where nothing did. */
export function send(files: readonly File[], words: Words, forAll: ForAll | null = null): Promise<(string | null)[]> {
  const made = files.map((file) => {
    const { promise, resolve } = Promise.withResolvers<string | null>();
    const item: Item = { key: (keys += 1), file, state: 'waiting', sent: 0, subject: null, problem: null, forAll };
    return { promise, entry: { item, words, stop: new AbortController(), ended: resolve } satisfies Entry };
  });
  entries = [...entries, ...made.map(({ entry }) => entry)];
  changed();
  begin();
  return Promise.all(made.map(({ promise }) => promise));
}

/** Takes it back, whatever has come of it in the program so far stays there. */
export function cancel(key: number): void {
  const entry = entries.find(({ item }) => item.key === key);
  if (entry === undefined) return;
  const memory = memoryOf(entry);
  const id = memory.get();
  entry.stop.abort();
  entry.ended(null);
  entries = entries.filter((one) => one !== entry);
  if (id !== null && entry.item.state !== 'done') {
    memory.set(null);
    void speak({ method: 'DELETE', path: `/uploads/${id}` });
  }
  changed();
  begin();
}

/** Tries a refused one once more, from where it was. */
export function again(key: number): void {
  const entry = entries.find(({ item }) => item.key === key);
  if (entry?.item.state !== 'refused') return;
  set(entry, { state: 'waiting', problem: null });
  begin();
}

/** Leaves only what is still under way. */
export function forgetEnded(): void {
  entries = entries.filter(({ item }) => item.state !== 'done' && item.state !== 'refused');
  changed();
}

export const underWay = (item: Item): boolean => item.state !== 'done' && item.state !== 'refused';

function begin(): void {
  const running = entries.filter(({ item }) => item.state === 'sending' || item.state === 'cut').length;
  for (const entry of entries.filter(({ item }) => item.state === 'waiting').slice(0, Math.max(0, atOnce - running))) void run(entry);
}

async function run(entry: Entry): Promise<void> {
  set(entry, { state: 'sending' });
  try {
    const subject = await sendFile({
      file: entry.item.file, words: entry.words, speak, signal: entry.stop.signal, memory: memoryOf(entry), wait, news,
      tell(progress) {
        set(entry, progress);
        // What is only being read leaves its place on the line to the next.
        if (progress.state === 'reading') begin();
      },
    });
    set(entry, { state: 'done', subject });
    entry.ended(subject);
  } catch (error) {
    if (error instanceof GivenUp) return;
    if (!(error instanceof NotTaken)) throw error;
    // A file that was refused for good is sent anew; one that found no room goes on.
    if (error.problem.name !== 'store-full') memoryOf(entry).set(null);
    set(entry, { state: 'refused', problem: error.problem });
    entry.ended(null);
  } finally {
    begin();
  }
}

function set(entry: Entry, facts: Partial<Item>): void {
  entry.item = { ...entry.item, ...facts };
  changed();
}

function changed(): void {
  shown = entries.map(({ item }) => item);
  for (const listener of listeners) listener();
}

const longestWait = 20_000;

/** A second, two, four …; less where the browser says that the line is back. */
function wait(failures: number): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      window.removeEventListener('online', go);
      resolve();
    };
    const timer = setTimeout(go, Math.min(longestWait, 500 * 2 ** failures));
    window.addEventListener('online', go);
  });
}

const asksEvery = 3_000;

function news(id: string): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      deaf();
      resolve();
    };
    const deaf = hear('upload.ended', ({ facts }) => facts['id'] === id && go());
    const timer = setTimeout(go, asksEvery);
  });
}

/** The same file, dropped again after the browser was closed, goes on where it was. */
function memoryOf({ item: { file }, words }: Entry): Memory {
  const name = `upload:${[words['kind'], file.name, file.size, file.lastModified].join(':')}`;
  return {
    get: () => localStorage.getItem(name),
    set: (id) => (id === null ? localStorage.removeItem(name) : localStorage.setItem(name, id)),
  };
}
