/** Dates of the sample count back from its first start. Pure. */
import type { SampleStory } from '../../../sample/sample.ts';

const minute = 60_000;
/** How long before its publication somebody began to write a story. */
const writingTime = 5 * 60 * minute;
/** How long ago somebody worked on what nobody has published: this, and as much again for each further one. */
const draftAge = 47 * minute;

export interface StoryInstants {
  readonly begun: Date;
  /** When its text was as readers see it, or as it lies in the desk. */
  readonly written: Date;
  /** Null where nobody has published it; to come where it is scheduled. */
  readonly published: Date | null;
  readonly updated: Date | null;
}

/** @param index of the story among all: drafts are not all of the same minute */
export function instantsOf(story: Pick<SampleStory, 'minutesAgo' | 'updatedMinutesAgo'>, index: number, start: Date): StoryInstants {
  const ago = (minutes: number) => new Date(start.getTime() - minutes * minute);
  const published = story.minutesAgo === undefined ? null : ago(story.minutesAgo);
  const past = published !== null && published < start;
  const written = past ? new Date(published.getTime() - minute) : new Date(start.getTime() - draftAge * (1 + (index % 7)));
  return { begun: new Date(written.getTime() - writingTime), written, published, updated: story.updatedMinutesAgo === undefined ? null : ago(story.updatedMinutesAgo) };
}
