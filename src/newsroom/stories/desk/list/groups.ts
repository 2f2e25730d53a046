/** The list in the order in which a newsroom asks: what needs me, what goes out soon, what happened today. Pure. */
import { sameDay } from '../../../../design/desk/times.ts';
import type { StoryLine } from '../../told.ts';

export type GroupName = 'needs-you' | 'scheduled' | 'today' | 'earlier';

export interface Group {
  readonly name: GroupName;
  readonly stories: readonly StoryLine[];
}

export interface Onlooker {
  readonly id: string;
  /** Who may publish decides on what was submitted. */
  readonly decides: boolean;
  readonly now: Date;
  readonly zone: string;
}

const order: readonly GroupName[] = ['needs-you', 'scheduled', 'today', 'earlier'];

export function groupStories(stories: readonly StoryLine[], onlooker: Onlooker): readonly Group[] {
  const groups = Map.groupBy(stories, (story) => groupOf(story, onlooker));
  const soonest = (a: StoryLine, b: StoryLine) => (a.scheduledAt ?? '').localeCompare(b.scheduledAt ?? '');
  return order.flatMap((name) => {
    const found = groups.get(name) ?? [];
    if (found.length === 0) return [];
    return [{ name, stories: name === 'scheduled' ? found.toSorted(soonest) : found }];
  });
}

export function groupOf(story: StoryLine, { id, decides, now, zone }: Onlooker): GroupName {
  if (needs(story, id, decides)) return 'needs-you';
  if (story.state === 'scheduled') return 'scheduled';
  return sameDay(new Date(story.changedAt), now, zone) ? 'today' : 'earlier';
}

/** Submitted to those who decide; given back to, or lying with, those it was assigned to. */
function needs(story: StoryLine, id: string, decides: boolean): boolean {
  if (story.phase === 'submitted') return decides;
  return story.state === 'draft' && story.assigned.some((person) => person.id === id);
}
