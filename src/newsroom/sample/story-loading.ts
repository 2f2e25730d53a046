/** The sample's stories, each done when it would have been done: written, handed over, published, corrected. */
import type { SampleStory } from '../../../sample/sample.ts';
import type { Actor, Tools } from '../../platform/feature.ts';
import { slugify } from '../../platform/text/slug.ts';
import { correctStory, createStory, publishStory, saveStory, storyPath, submitStory } from '../stories/stories.ts';
import type { Embedded } from './bodies.ts';
import { documentOf } from './bodies.ts';
import type { Filling } from './filling.ts';
import { idOf, note, sound } from './filling.ts';
import { instantsOf } from './instants.ts';
import type { StoryInstants } from './instants.ts';

interface Deed {
  readonly at: Date;
  readonly by: Actor;
  do(tools: Tools): Promise<unknown>;
}

export async function loadStories(filling: Filling): Promise<void> {
  const { stories } = filling.load.newsroom;
  const instants = new Map(stories.map((story, index) => [story.key, instantsOf(story, index, filling.tools.now)]));
  // All begin before any is written: they name each other.
  await inTime(filling, stories.map((story) => begin(filling, story, instants.get(story.key)!)));
  await inTime(filling, stories.flatMap((story) => go(filling, story, instants.get(story.key)!)));
}

async function inTime({ tools }: Filling, deeds: readonly Deed[]): Promise<void> {
  for (const deed of deeds.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    sound(await deed.do({ ...tools, now: deed.at, by: deed.by }));
  }
}

function begin(filling: Filling, story: SampleStory, { begun }: StoryInstants): Deed {
  return {
    at: begun, by: writer(filling, story),
    async do(tools) {
      const { id } = sound(await createStory(tools, { section: idOf(filling, 'section', story.section), headline: story.headline, language: story.language }));
      note(filling, { kind: 'story', key: story.key, id, made: true });
    },
  };
}

function go(filling: Filling, story: SampleStory, { written, published, updated }: StoryInstants): Deed[] {
  const id = idOf(filling, 'story', story.key);
  const [by, editor, start] = [writer(filling, story), deskEditor(filling), filling.tools.now];
  const deeds: Deed[] = [{ at: written, by, do: (tools) => write(tools, filling, story) }];
  if (story.state === 'submitted') deeds.push({ at: after(written), by, do: (tools) => submitStory(tools, { id }) });
  if (story.state === 'scheduled' && published !== null) deeds.push({ at: after(written), by: editor, do: (tools) => publishStory(tools, { id, at: published }) });
  if (story.state !== 'public' || published === null) return deeds;
  deeds.push({ at: published, by: editor, do: (tools) => publishStory(tools, { id }) });
  for (const { minutesAgo, text } of story.corrections ?? []) {
    deeds.push({ at: new Date(start.getTime() - minutesAgo * 60_000), by: editor, do: (tools) => correctStory(tools, { id, text }) });
  }
  if (updated !== null) deeds.push({ at: updated, by: editor, do: (tools) => publishStory(tools, { id, significant: true }) });
  const { unpublished } = story;
  if (unpublished !== undefined) {
    const { body, ...texts } = unpublished;
    deeds.push({ at: after(updated ?? published), by, do: (tools) => saveStory(tools, { id, expected: null, reason: 'save', fields: { ...texts, body: documentOf(body, known(filling)) } }) });
  }
  return deeds;
}

async function write(tools: Tools, filling: Filling, story: SampleStory): Promise<unknown> {
  const { kicker = '', headline, teaserTitle = '', lead, slug, label = null, language } = story;
  const topics = new Map(filling.load.newsroom.topics.map((topic) => [topic.slug, topic.name]));
  return saveStory(tools, {
    id: idOf(filling, 'story', story.key), expected: null, reason: 'save',
    fields: {
      kicker, headline, teaserTitle, lead, slug, label, language,
      furtherSections: (story.furtherSections ?? []).map((path) => idOf(filling, 'section', path)),
      topics: story.topics.map((topic) => topics.get(topic) ?? topic),
      authors: story.authors.map((author) => idOf(filling, 'author', author)),
      credits: (story.agencies ?? []).map((agency) => idOf(filling, 'agency', agency)),
      picture: story.picture === undefined ? null : { id: idOf(filling, 'picture', story.picture), caption: story.caption ?? '' },
      continues: story.continues === undefined ? null : idOf(filling, 'story', story.continues),
      ...(story.translationOf !== undefined && { translationOf: idOf(filling, 'story', story.translationOf) }),
      body: documentOf(story.body, known(filling)),
    },
  });
}

function known(filling: Filling) {
  const { stories } = filling.load.newsroom;
  return {
    id: (kind: Embedded, key: string) => idOf(filling, kind, key),
    address(key: string) {
      const story = stories.find((one) => one.key === key);
      const id = idOf(filling, 'story', key);
      return story === undefined ? '/' : storyPath(story.section, slugify(story.slug, story.language), id);
    },
  };
}

/** The sample's people do what is done, as the program: nobody can sign in as one of them. */
function writer(filling: Filling, story: SampleStory): Actor {
  const { authors, staff } = filling.load.newsroom;
  const writing = authors.find((author) => author.key === story.authors[0])?.staff;
  const person = staff.find((one) => one.key === writing);
  return person === undefined ? deskEditor(filling) : { kind: 'program', id: idOf(filling, 'staff', person.key), name: person.name, role: null };
}

function deskEditor(filling: Filling): Actor {
  const person = filling.load.newsroom.staff.find((one) => one.roles.includes('editor'));
  if (person === undefined) return filling.tools.by;
  return { kind: 'program', id: idOf(filling, 'staff', person.key), name: person.name, role: null };
}

function after(instant: Date): Date {
  return new Date(instant.getTime() + 30_000);
}
