import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../../../../platform/browser/api.ts';
import { emptyContent } from '../../story.ts';
import type { StoryContent } from '../../story.ts';
import type { StoryWhole } from '../../told.ts';
import type { KeptCopy } from './working-copy.ts';
import { keepAfter, saveAfter, saveAtLeastEvery, WorkingCopy } from './working-copy.ts';

const body = (...texts: string[]): StoryContent['body'] => ({ type: 'doc', content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })) });
const storyAt = (version: number, content: Partial<StoryContent>) => ({ id: 'k3f9bcdg', version, changedAt: '2026-11-24T02:00:00Z', content: { ...emptyContent('zurich22', 'de'), ...content } }) as StoryWhole;
const lost = () => new Problem({ status: 0, name: 'no-connection', title: '', detail: '', errors: [] });

/** A program with one story, and a browser that keeps. */
class World {
  story = storyAt(1, { headline: 'Zürich', body: body('Erster Absatz.', 'Zweiter Absatz.') });
  saves: Partial<StoryContent>[] = [];
  kept: KeptCopy | null = null;
  online = true;
  readonly copy = new WorkingCopy(this.story, {
    save: async (change, { version }) => {
      if (!this.online) throw lost();
      if (version !== this.story.version) throw new Problem({ status: 412, name: 'changed-meanwhile', title: '', detail: '', errors: [], current: this.story });
      this.saves.push(change);
      const trimmed = change.headline === undefined ? change : { ...change, headline: change.headline.trim() };
      return (this.story = storyAt(version + 1, { ...this.story.content, ...trimmed }));
    },
    read: async () => this.story,
    keep: async (copy) => void (this.kept = copy),
    letGo: async () => void (this.kept = null),
    now: () => new Date(),
  });

  /** Somebody else saves. */
  theyWrite(change: Partial<StoryContent>): void {
    this.story = storyAt(this.story.version + 1, { ...this.story.content, ...change });
  }
}

let world: World;
beforeEach(() => {
  vi.useFakeTimers();
  world = new World();
});
afterEach(() => void vi.useRealTimers());

describe('a working copy', () => {
  it('saves what changed, a second after the last key', async () => {
    world.copy.change({ headline: 'Zürich wächst' });
    await vi.advanceTimersByTimeAsync(saveAfter - 1);
    expect(world.saves).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(world.saves).toEqual([{ headline: 'Zürich wächst' }]);
    expect(world.copy.snapshot().saving.state).toBe('saved');
  });
  it('does not wait for ever for somebody who never pauses', async () => {
    for (let at = 0; at < saveAtLeastEvery; at += 500) {
      world.copy.change({ headline: `Zürich ${at}` });
      await vi.advanceTimersByTimeAsync(500);
    }
    expect(world.saves.length).toBe(1);
  });
  it('does not take a space from under the cursor, nor save it again and again', async () => {
    world.copy.change({ headline: 'Zürich ' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(world.saves.length).toBe(1);
    expect(world.copy.snapshot().content.headline).toBe('Zürich ');
  });
  it('keeps the text in the browser while there is no connection, and sends it when it is back', async () => {
    world.online = false;
    world.copy.change({ headline: 'Genf' });
    await vi.advanceTimersByTimeAsync(keepAfter);
    expect(world.kept?.mine.headline).toBe('Genf');
    await vi.advanceTimersByTimeAsync(saveAfter);
    expect(world.copy.snapshot().saving).toEqual({ state: 'offline', kept: true });
    world.online = true;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(world.story.content.headline).toBe('Genf');
    expect(world.kept).toBeNull();
  });
  it('puts the words of two people together without a word', async () => {
    const shown = vi.fn();
    world.copy.onBody(shown);
    world.theyWrite({ body: body('Erster Absatz, von ihr.', 'Zweiter Absatz.') });
    world.copy.change({ body: body('Erster Absatz.', 'Zweiter Absatz, von mir.') });
    await vi.advanceTimersByTimeAsync(saveAfter);
    expect(world.story.content.body).toEqual(body('Erster Absatz, von ihr.', 'Zweiter Absatz, von mir.'));
    expect(shown).toHaveBeenCalledWith(world.story.content.body, []);
  });
  it('offers theirs beside mine where both changed the same, and goes on saving', async () => {
    const shown = vi.fn();
    world.copy.onBody(shown);
    world.theyWrite({ headline: 'Zürich schrumpft', body: body('Ihr Anfang.', 'Zweiter Absatz.') });
    world.copy.change({ headline: 'Zürich wächst', body: body('Mein Anfang.', 'Zweiter Absatz.') });
    await vi.advanceTimersByTimeAsync(saveAfter);
    expect(world.story.content.headline).toBe('Zürich wächst');
    expect(shown.mock.calls[0]?.[1]).toMatchObject([{ field: 'body', at: 0, theirs: body('Ihr Anfang.').content }]);
    const [conflict] = world.copy.snapshot().conflicts;
    expect(conflict).toMatchObject({ field: 'headline', theirs: 'Zürich schrumpft' });
    expect(world.copy.undecided).toBe(true);
    world.copy.settle(conflict!, conflict!.theirs);
    await vi.advanceTimersByTimeAsync(saveAfter);
    expect(world.story.content.headline).toBe('Zürich schrumpft');
    expect(world.copy.undecided).toBe(false);
  });
  it('shows at once what somebody else saved', async () => {
    world.theyWrite({ lead: 'Neuer Lead.' });
    world.copy.theyChanged(world.story.version);
    await vi.advanceTimersByTimeAsync(0);
    expect(world.copy.snapshot().content.lead).toBe('Neuer Lead.');
    expect(world.saves).toEqual([]);
  });
  it('puts back what a crash left, on top of what the story has become', async () => {
    const base = world.story.content;
    world.theyWrite({ lead: 'Lead von ihr.' });
    world.copy.theyChanged(world.story.version);
    await vi.advanceTimersByTimeAsync(0);
    expect(world.copy.putBack({ base, mine: { ...base, headline: 'Vor dem Absturz' } })).toBe(true);
    await vi.advanceTimersByTimeAsync(saveAfter);
    expect(world.story.content).toMatchObject({ headline: 'Vor dem Absturz', lead: 'Lead von ihr.' });
    expect(world.copy.putBack({ base, mine: base })).toBe(false);
  });
});
