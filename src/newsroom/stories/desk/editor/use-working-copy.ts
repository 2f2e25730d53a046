/** The working copy of the open story, bound to the API, to what this browser keeps, and to the announcements. */
import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { ask, read } from '../../../../platform/browser/api.ts';
import { hear, reconnected } from '../../../../platform/browser/events.ts';
import { holdOpen, keep, leftBehind, letGo } from '../../../../platform/browser/kept.ts';
import { storyElements } from '../../elements/elements.ts';
import type { StoryContent } from '../../story.ts';
import type { StoryWhole } from '../../told.ts';
import { WorkingCopy } from './working-copy.ts';
import type { KeptCopy, Snapshot } from './working-copy.ts';

/** A browser gives a request that outlives its page 64 KB, all such requests together. */
const greatestParting = 60_000;

export const CopyContext = createContext<WorkingCopy | null>(null);

export function useCopy(): WorkingCopy {
  const copy = useContext(CopyContext);
  if (copy === null) throw new Error('no story is open');
  return copy;
}

/** Follows one value of the open story; `pick` must answer with something that stays the same while it is equal. */
export function useOpen<T>(pick: (snapshot: Snapshot) => T): T {
  const copy = useCopy();
  return useSyncExternalStore(copy.subscribe, () => pick(copy.snapshot()));
}

export interface PutBack {
  readonly at: number;
}

/** Opens a story for writing: null until what was kept in the browser has been looked at. */
export function useWorkingCopy(story: StoryWhole): { readonly copy: WorkingCopy | null; readonly putBack: PutBack | null } {
  const queries = useQueryClient();
  const [opened, setOpened] = useState<{ copy: WorkingCopy | null; putBack: PutBack | null }>({ copy: null, putBack: null });
  const { id } = story;
  useEffect(() => {
    const copy = new WorkingCopy(story, surroundings(id, (answer) => queries.setQueryData(['story', id], answer)));
    const closing = [holdOpen(thing(id)), ...listen(id, copy)];
    void takeUp(id, copy).then((putBack) => setOpened({ copy, putBack }));
    return () => {
      for (const close of closing) close();
      copy.end();
    };
    // The story as it was when it was opened: later ones come through the copy itself.
  }, [id, queries]);
  return opened;
}

const thing = (id: string): string => `story:${id}`;

function surroundings(id: string, onSaved: (story: StoryWhole) => void) {
  return {
    async save(change: Partial<StoryContent>, how: { readonly version: number; readonly reason: 'autosave' | 'save'; readonly parting: boolean }) {
      const body = { ...sendable(change), reason: how.reason };
      const parting = how.parting && JSON.stringify(body).length < greatestParting;
      const story = await ask<StoryWhole>('PATCH', `/stories/${id}`, { body, version: how.version, parting });
      onSaved(story);
      return story;
    },
    read: () => read<StoryWhole>(`/stories/${id}`),
    keep: (copy: KeptCopy) => keep(thing(id), copy),
    letGo: () => letGo(thing(id)),
    now: () => new Date(),
  };
}

/** As the API takes it: a body as a document; the group of translations is joined by naming one of it. */
function sendable({ body, translationGroup, ...change }: Partial<StoryContent>): Record<string, unknown> {
  return {
    ...change,
    ...(body !== undefined && { body: { document: body } }),
    ...(translationGroup !== undefined && { translationOf: translationGroup }),
  };
}

/** What a crash or a lost connection left in this browser is put back; what was put back is no longer kept apart. */
async function takeUp(id: string, copy: WorkingCopy): Promise<PutBack | null> {
  const left = await leftBehind<KeptCopy>(thing(id)).catch(() => []);
  let putBack: PutBack | null = null;
  for (const one of left) {
    if (copy.putBack(one.value)) putBack = { at: one.at };
    await letGo(thing(id), one.tab).catch(() => undefined);
  }
  return putBack;
}

function listen(id: string, copy: WorkingCopy): (() => void)[] {
  const again = () => void read<StoryWhole>(`/stories/${id}`).then((story) => copy.absorb(story), () => undefined);
  const changed = ['story.submitted', 'story.returned', 'story.published', 'story.scheduled', 'story.unscheduled', 'story.withdrawn', 'story.discarded', 'story.corrected'];
  const leave = () => {
    if (document.visibilityState === 'hidden' && copy.unsaved) void copy.saveNow('autosave', true);
  };
  const back = () => void copy.saveNow('autosave');
  const warn = (event: BeforeUnloadEvent) => {
    if (copy.undecided || (copy.unsaved && copy.snapshot().saving.state !== 'waiting')) event.preventDefault();
  };
  document.addEventListener('visibilitychange', leave);
  window.addEventListener('online', back);
  window.addEventListener('beforeunload', warn);
  return [
    hear('story.saved', ({ facts }) => facts['id'] === id && copy.theyChanged(Number(facts['version']))),
    ...changed.map((event) => hear(event, ({ facts }) => facts['id'] === id && again())),
    // What is missing to publish depends on what is said of the pictures.
    ...['picture.changed', 'picture.ready'].map((event) => hear(event, ({ facts }) => String(facts['id']) in copy.snapshot().story.pictures && again())),
    ...storyElements.map(({ name }) => hear(`${name}.changed`, ({ facts }) => copy.snapshot().story.uses.includes(`${name}:${String(facts['id'])}`) && again())),
    hear(reconnected, again),
    () => document.removeEventListener('visibilitychange', leave),
    () => window.removeEventListener('online', back),
    () => window.removeEventListener('beforeunload', warn),
  ];
}
