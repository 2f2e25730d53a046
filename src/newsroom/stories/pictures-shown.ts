/** The pictures of a story: as this story may show them, and told to whoever asks where they are used. */
import type { Db } from '../../platform/database/database.ts';
import type { Actor, Tools } from '../../platform/feature.ts';
import type { PictureSummary } from '../pictures/picture.ts';
import type { Reported } from '../pictures/pictures.ts';
import { mayUse, picturesInUse, reportUses } from '../pictures/pictures.ts';
import type { Missing } from './rules.ts';
import { missingToPublish, pictureIds } from './rules.ts';
import type { Story } from './store.ts';
import { readStories, readVersion, readVersions } from './store.ts';
import type { StoryContent } from './story.ts';

/** What the right to a picture hangs on: which story shows it. */
export const userOf = (story: string) => `story:${story}`;

export async function picturesOfStory(db: Db, id: string, content: StoryContent): Promise<Map<string, PictureSummary>> {
  return (await picturesOfStories(db, new Map([[id, content]]))).get(id)!;
}

/** The same of many, in as many queries; by the story's id. */
export async function picturesOfStories(db: Db, contents: ReadonlyMap<string, StoryContent>): Promise<Map<string, Map<string, PictureSummary>>> {
  const uses = [...contents].flatMap(([id, content]) => pictureIds(content).map((picture) => ({ usedBy: userOf(id), picture })));
  const shown = await picturesInUse(db, uses);
  return new Map([...contents].map(([id, content]) => [id, new Map(pictureIds(content).flatMap((one) => {
    const picture = shown(userOf(id), one);
    return picture === undefined ? [] : [[one, picture]];
  }))]));
}

export interface Publication {
  readonly story: Pick<Story, 'id' | 'public_version'>;
  readonly content: StoryContent;
  readonly by: Actor;
}

/** What still stands between this content and its readers, where this person publishes it. */
export async function whatIsMissing(db: Db, { story, content, by }: Publication): Promise<Missing[]> {
  const pictures = await picturesOfStory(db, story.id, content);
  return [...missingToPublish(content, pictures), ...(await notTheirs(db, { story, content, by, pictures }))];
}

/** Pictures that this person may not bring before readers. What readers see already is somebody else's decision. */
async function notTheirs(db: Db, { story, content, by, pictures }: Publication & { readonly pictures: ReadonlyMap<string, PictureSummary> }): Promise<Missing[]> {
  const barred = [...pictures.values()].filter(({ terms }) => !mayUse(by, terms));
  if (barred.length === 0) return [];
  const seen = new Set(story.public_version === null ? [] : pictureIds((await readVersion(db, story.id, story.public_version))?.content ?? content));
  return barred.filter(({ id }) => !seen.has(id)).map(({ id }) => ({ name: 'picture-use', pointer: id === content.picture?.id ? '/picture' : '/body', picture: id }));
}

/** Tells pictures what these stories show now, to readers and in their working copies. */
export async function tellPictures(tools: Tools, ids: readonly string[]): Promise<void> {
  const stories = new Map((await readStories(tools.db, ids)).map((story) => [story.id, story]));
  const isPublic = [...stories.values()].filter(({ standing }) => standing === 'public');
  const versions = await readVersions(tools.db, isPublic.flatMap(({ id, public_version: number }) => (number === null ? [] : [{ id, number }])));
  await reportUses(tools, ids.map((id) => usesOf(id, stories.get(id), versions.get(id))));
}

function usesOf(id: string, story: Story | undefined, version: { readonly content: StoryContent; readonly sealed: boolean } | undefined): Reported {
  if (story === undefined || story.standing === 'discarded') return { usedBy: userOf(id), title: '', path: '', since: null, pictures: [] };
  const shown = new Set(version === undefined || version.sealed ? [] : pictureIds(version.content));
  const pictures = [...new Set([...shown, ...pictureIds(story.working)])].map((picture) => ({ id: picture, public: shown.has(picture) }));
  return { usedBy: userOf(id), title: story.headline, path: `/stories/${id}`, since: story.first_published_at, pictures };
}

/** Whether a change of the working copy changes what pictures know of the story. */
export function concernsPictures(before: StoryContent, after: StoryContent): boolean {
  return before.headline !== after.headline || pictureIds(before).join(' ') !== pictureIds(after).join(' ');
}
