/**
 * What somebody is writing, between the fields on the screen and the program: saves by itself, keeps in the browser
 * what is not saved, and puts the words of others together with one's own. Knows neither React nor the editor.
 */
import { Problem } from '../../../../platform/browser/api.ts';
import type { BlockConflict, FieldConflict } from '../../merge.ts';
import { mergeContent, stable } from '../../merge.ts';
import type { StoryContent } from '../../story.ts';
import type { StoryWhole } from '../../told.ts';

/** A second after the last key nobody is in the middle of a word. */
export const saveAfter = 1_000;
/** Who writes without a pause loses at most this much with the machine. */
export const saveAtLeastEvery = 5_000;
/** A crash of the browser costs at most this. */
export const keepAfter = 250;
const tryAgainAfter = 4_000;

export type Saving =
  | { readonly state: 'saved'; readonly at: Date | null }
  | { readonly state: 'waiting' | 'saving' | 'signed-out' }
  | { readonly state: 'offline'; readonly kept: boolean }
  | { readonly state: 'refused'; readonly error: unknown };

/** What is kept in the browser: enough to put it together with whatever the story has become. */
export interface KeptCopy {
  readonly base: StoryContent;
  readonly mine: StoryContent;
}

export interface Surroundings {
  /** Sends what changed since `version`; a Problem with status 412 carries the story as it is. */
  save(change: Partial<StoryContent>, how: { readonly version: number; readonly reason: 'autosave' | 'save'; readonly parting: boolean }): Promise<StoryWhole>;
  read(): Promise<StoryWhole>;
  keep(copy: KeptCopy): Promise<void>;
  letGo(): Promise<void>;
  now(): Date;
}

export interface Snapshot {
  readonly story: StoryWhole;
  readonly content: StoryContent;
  readonly saving: Saving;
  readonly conflicts: readonly FieldConflict[];
}

type BodyListener = (body: StoryContent['body'], conflicts: readonly BlockConflict[]) => void;

export class WorkingCopy {
  /** What the program has, in the words that it was told: a field that it trimmed is not unsaved for that. */
  #said: StoryContent;
  #snapshot: Snapshot;
  readonly #opened: StoryContent;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #keepTimer: ReturnType<typeof setTimeout> | null = null;
  #dirtySince: number | null = null;
  #running: Promise<void> | null = null;
  #theirs: number;
  #ended = false;
  #contested = 0;
  readonly #listeners = new Set<() => void>();
  readonly #bodyListeners = new Set<BodyListener>();
  readonly #around: Surroundings;

  constructor(story: StoryWhole, around: Surroundings) {
    this.#around = around;
    this.#said = story.content;
    this.#opened = story.content;
    this.#theirs = story.version;
    this.#snapshot = { story, content: story.content, saving: { state: 'saved', at: null }, conflicts: [] };
  }

  readonly snapshot = (): Snapshot => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Hears when the text becomes another than the one that the editor shows. */
  onBody(listener: BodyListener): () => void {
    this.#bodyListeners.add(listener);
    return () => this.#bodyListeners.delete(listener);
  }

  get unsaved(): boolean {
    return Object.keys(this.#change()).length > 0;
  }

  /** Somebody else's words wait beside the text: who leaves now would leave them out. */
  get undecided(): boolean {
    return this.#contested > 0 || this.#snapshot.conflicts.length > 0;
  }

  contested(count: number): void {
    this.#contested = count;
  }

  change(fields: Partial<StoryContent>): void {
    this.#set({ content: { ...this.#snapshot.content, ...fields } });
    this.#soon();
  }

  /** An explicit save keeps a version, even when nothing is unsaved. */
  saveNow(reason: 'autosave' | 'save' = 'save', parting = false): Promise<void> {
    this.#stopTimer();
    const before = this.#running ?? Promise.resolve();
    const run = before.then(() => this.#save(reason, parting)).finally(() => {
      if (this.#running === run) this.#running = null;
    });
    this.#running = run;
    return run;
  }

  /** Somebody else saved; what they wrote is fetched when it is newer than what we know. */
  theyChanged(version: number): void {
    this.#theirs = Math.max(this.#theirs, version);
    if (this.#running === null) void this.#fetchTheirs();
  }

  /** The story after an act of publishing, or as it was just fetched. */
  absorb(story: StoryWhole): void {
    if (story.version < this.#snapshot.story.version) return;
    this.#theirs = Math.max(this.#theirs, story.version);
    if (story.version === this.#snapshot.story.version) this.#set({ story });
    else this.#merge(story);
  }

  /** Puts back what was kept in this browser and never sent. Answers whether there was anything new in it. */
  putBack({ base, mine }: KeptCopy): boolean {
    const { content } = this.#snapshot;
    const merged = mergeContent(base, mine, content);
    if (stable(merged.content) === stable(content) && merged.conflicts.length === 0) return false;
    this.#take(merged.content, merged.conflicts);
    this.#soon();
    return true;
  }

  /** Leaves what was put back and goes on from what the program had before it. */
  takeAsSaved(): void {
    this.#take(this.#opened, []);
    this.#soon();
  }

  settle(conflict: FieldConflict, value: unknown): void {
    this.#set({ conflicts: this.#snapshot.conflicts.filter((one) => one !== conflict) });
    this.change({ [conflict.field]: value } as Partial<StoryContent>);
  }

  end(): void {
    if (this.unsaved) void this.saveNow('autosave', true).catch(() => undefined);
    this.#ended = true;
    this.#stopTimer();
  }

  #change(): Partial<StoryContent> {
    const { content } = this.#snapshot;
    const fields = Object.keys(content) as (keyof StoryContent)[];
    return Object.fromEntries(fields.filter((field) => content[field] !== this.#said[field] && stable(content[field]) !== stable(this.#said[field])).map((field) => [field, content[field]]));
  }

  #soon(): void {
    if (this.#ended) return;
    const now = this.#around.now().getTime();
    this.#dirtySince ??= now;
    if (this.#snapshot.saving.state === 'saved') this.#set({ saving: { state: 'waiting' } });
    const wait = Math.max(0, Math.min(saveAfter, this.#dirtySince + saveAtLeastEvery - now));
    this.#stopTimer();
    this.#timer = setTimeout(() => void this.saveNow('autosave'), wait);
    if (this.#keepTimer === null) this.#keepTimer = setTimeout(() => void this.#keep(), keepAfter);
  }

  async #keep(): Promise<boolean> {
    this.#keepTimer = null;
    if (!this.unsaved) return true;
    return this.#around.keep({ base: this.#said, mine: this.#snapshot.content }).then(() => true, () => false);
  }

  async #save(reason: 'autosave' | 'save', parting: boolean): Promise<void> {
    await this.#fetchTheirs();
    const change = this.#change();
    if (Object.keys(change).length === 0 && reason === 'autosave') return this.#rest();
    const sent = this.#snapshot.content;
    this.#set({ saving: { state: 'saving' } });
    try {
      const story = await this.#around.save(change, { version: this.#snapshot.story.version, reason, parting });
      this.#said = sent;
      this.#theirs = Math.max(this.#theirs, story.version);
      this.#dirtySince = null;
      this.#set({ story });
      if (this.unsaved) this.#soon();
      else await this.#rest();
    } catch (error) {
      await this.#notSaved(error, reason);
    }
  }

  async #rest(): Promise<void> {
    this.#dirtySince = null;
    this.#set({ saving: { state: 'saved', at: this.#around.now() } });
    await this.#around.letGo().catch(() => undefined);
  }

  async #notSaved(error: unknown, reason: 'autosave' | 'save'): Promise<void> {
    const status = error instanceof Problem ? error.facts.status : -1;
    if (status === 412 && error instanceof Problem && error.facts.current !== undefined) {
      this.#merge(error.facts.current as StoryWhole);
      return this.#save(reason, false);
    }
    const kept = await this.#keep();
    if (status === 401) this.#set({ saving: { state: 'signed-out' } });
    else if (status === 0 || status >= 500 || status === 429) this.#set({ saving: { state: 'offline', kept } });
    else this.#set({ saving: { state: 'refused', error } });
    if (status === -1) throw error;
    this.#stopTimer();
    if (!this.#ended && this.#snapshot.saving.state !== 'refused') this.#timer = setTimeout(() => void this.saveNow('autosave'), tryAgainAfter);
  }

  async #fetchTheirs(): Promise<void> {
    if (this.#theirs <= this.#snapshot.story.version) return;
    const story = await this.#around.read().catch(() => null);
    if (story !== null) this.absorb(story);
  }

  /** Three-way: what both began with, what stands here, what stands there. */
  #merge(theirs: StoryWhole): void {
    const before = this.#snapshot.story.content;
    const told = Object.entries(theirs.content).map(([field, value]) => {
      const untouched = stable(value) === stable(before[field as keyof StoryContent]);
      return [field, untouched ? this.#said[field as keyof StoryContent] : value];
    });
    const merged = mergeContent(this.#said, this.#snapshot.content, Object.fromEntries(told) as unknown as StoryContent);
    this.#said = theirs.content;
    this.#set({ story: theirs });
    this.#take(merged.content, merged.conflicts);
    if (this.unsaved) this.#soon();
  }

  #take(content: StoryContent, found: readonly (BlockConflict | FieldConflict)[]): void {
    const blocks = found.filter((one): one is BlockConflict => one.field === 'body');
    const fields = found.filter((one): one is FieldConflict => one.field !== 'body');
    const another = stable(content.body) !== stable(this.#snapshot.content.body);
    const still = this.#snapshot.conflicts.filter((one) => !fields.some((newer) => newer.field === one.field));
    this.#set({ content, conflicts: [...still, ...fields] });
    if (another || blocks.length > 0) for (const listener of this.#bodyListeners) listener(content.body, blocks);
  }

  #stopTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #set(part: Partial<Snapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...part };
    for (const listener of this.#listeners) listener();
  }
}
