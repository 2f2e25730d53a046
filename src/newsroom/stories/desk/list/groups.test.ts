import { describe, expect, it } from 'vitest';
import type { StoryLine } from '../../told.ts';
import { groupStories } from './groups.ts';

const onlooker = { id: 'regula22', decides: true, now: new Date('2026-11-24T00:30:00Z'), zone: 'Europe/Zurich' };
const line = (id: string, facts: Partial<StoryLine>): StoryLine => ({ id, phase: 'draft', state: 'draft', assigned: [], scheduledAt: null, changedAt: '2026-11-23T12:00:00Z', ...facts }) as StoryLine;
const named = (stories: readonly StoryLine[], who = onlooker) => groupStories(stories, who).map((group) => [group.name, group.stories.map((story) => story.id)]);

describe('the list of stories', () => {
  it('shows an editor first what was submitted', () => {
    expect(named([line('a', {}), line('b', { phase: 'submitted', state: 'submitted' })])).toEqual([['needs-you', ['b']], ['earlier', ['a']]]);
    expect(named([line('b', { phase: 'submitted', state: 'submitted' })], { ...onlooker, decides: false })).toEqual([['earlier', ['b']]]);
  });
  it('shows a reporter first the drafts that lie with her', () => {
    expect(named([line('a', { assigned: [{ id: 'regula22', name: 'Regula Nägeli' }] })])).toEqual([['needs-you', ['a']]]);
  });
  it('orders what is scheduled by its time', () => {
    const late = line('late', { phase: 'scheduled', state: 'scheduled', scheduledAt: '2026-11-24T18:00:00Z' });
    const soon = line('soon', { phase: 'scheduled', state: 'scheduled', scheduledAt: '2026-11-24T05:00:00Z' });
    expect(named([late, soon])).toEqual([['scheduled', ['soon', 'late']]]);
  });
  it('counts the day of the publication, not that of Greenwich', () => {
    expect(named([line('a', { changedAt: '2026-11-23T23:30:00Z' })])).toEqual([['today', ['a']]]);
  });
});
