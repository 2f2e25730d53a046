/** What a story shows: things of features, and pictures as this story may show them, told to whoever asks where they are used. */
import type { Db } from '../../platform/database/database.ts';
import type { Actor, Tools } from '../../platform/feature.ts';
import type { PicturesById, Shown, Things } from './elements/element.ts';
import type { ElementUse } from './elements/elements.ts';
import { elementPictures, elementUses } from './elements/elements.ts';
import { loadThings } from './elements/loading.ts';
import type { Reported } from '../pictures/pictures.ts';
import { mayUse, picturesInUse, reportUses } from '../pictures/pictures.ts';
import type { Missing } from './rules.ts';
import { missingToPublish, pictureIds } from './rules.ts';
import type { Story } from './store.ts';
import { readStories, readVersion, readVersions } from './store.ts';
import type { StoryContent } from './story.ts';
import { storiesUsing } from './uses-store.ts';

/** What the right to a picture hangs on: which story shows it. */
export const userOf = (story: string) => `story:${story}`;

export async function shownByStory(db: Db, id: string, content: StoryContent): Promise<Shown> {
  return (await shownByStories(db, new Map([[id, content]]))).get(id)!;
}

/** The same of many, in as many queries; by the story's id. */
export async function shownByStories(db: Db, contents: ReadonlyMap<string, StoryContent>): Promise<Map<string, Shown>> {
  const things = await loadThings(db, [...contents.values()].map(({ body }) => body));
  const uses = [...contents].flatMap(([id, content]) => picturesIn(content, things).map((picture) => ({ usedBy: userOf(id), picture })));
  const shown = await picturesInUse(db, uses);
  return new Map([...contents].map(([id, content]) => [id, {
    things,
    pictures: new Map(picturesIn(content, things).flatMap((one) => {
      const picture = shown(userOf(id), one);
      return picture === undefined ? [] : [[one, picture]];
    })),
  }]));
}

/** Its own and those of what stands in its text. */
function picturesIn(content: StoryContent, things: Things): string[] {
  return [...new Set([...pictureIds(content), ...elementPictures(content.body, things)])];
}

export interface Publication {
  readonly story: Pick<Story, 'id' | 'public_version'>;
  readonly content: StoryContent;
  readonly by: Actor;
}

/** What still stands between this content and its readers, where this person publishes it. */
export async function whatIsMissing(db: Db, { story, content, by }: Publication): Promise<Missing[]> {
  const shown = await shownByStory(db, story.id, content);
  return [...missingToPublish(content, shown), ...(await notTheirs(db, { story, content, by, pictures: shown.pictures }))];
}

/** Pictures that this person may not bring before readers. What readers see already is somebody else's decision. */
async function notTheirs(db: Db, { story, content, by, pictures }: Publication & { readonly pictures: PicturesById }): Promise<Missing[]> {
  const barred = [...pictures.values()].filter(({ terms }) => !mayUse(by, terms));
  if (barred.length === 0) return [];
  const before = story.public_version === null ? null : (await readVersion(db, story.id, story.public_version))?.content ?? content;
  const seen = new Set(before === null ? [] : picturesIn(before, await loadThings(db, [before.body])));
  return barred.filter(({ id }) => !seen.has(id)).map(({ id }) => ({ name: 'picture-use', pointer: id === content.picture?.id ? '/picture' : '/body', picture: id }));
}

/** Tells pictures what these stories show now, to readers and in their working copies. */
export async function tellPictures(tools: Tools, ids: readonly string[]): Promise<void> {
  const stories = new Map((await readStories(tools.db, ids)).map((story) => [story.id, story]));
  const isPublic = [...stories.values()].filter(({ standing }) => standing === 'public');
  const versions = await readVersions(tools.db, isPublic.flatMap(({ id, public_version: number }) => (number === null ? [] : [{ id, number }])));
  const things = await loadThings(tools.db, [...[...stories.values()].map(({ working }) => working.body), ...[...versions.values()].flatMap(({ content, sealed }) => (sealed ? [] : [content.body]))]);
  await reportUses(tools, ids.map((id) => usesOf(id, { story: stories.get(id), version: versions.get(id), things })));
}

/** A gallery, or whatever stands in stories, has changed: they may show other pictures now. */
export async function followThing(tools: Tools, use: ElementUse): Promise<void> {
  await tellPictures(tools, await storiesUsing(tools.db, use));
}

interface Told {
  readonly story: Story | undefined;
  readonly version: { readonly content: StoryContent; readonly sealed: boolean } | undefined;
  readonly things: Things;
}

function usesOf(id: string, { story, version, things }: Told): Reported {
  if (story === undefined || story.standing === 'discarded') return { usedBy: userOf(id), title: '', path: '', since: null, pictures: [] };
  const shown = new Set(version === undefined || version.sealed ? [] : picturesIn(version.content, things));
  const pictures = [...new Set([...shown, ...picturesIn(story.working, things)])].map((picture) => ({ id: picture, public: shown.has(picture) }));
  return { usedBy: userOf(id), title: story.headline, path: `/stories/${id}`, since: story.first_published_at, pictures };
}

/** Whether a change of the working copy changes what pictures know of the story. */
export function concernsPictures(before: StoryContent, after: StoryContent): boolean {
  const ids = (content: StoryContent) => [...pictureIds(content), ...elementUses(content.body).map(({ kind, id }) => `${kind}:${id}`)].join(' ');
  return before.headline !== after.headline || ids(before) !== ids(after);
}
