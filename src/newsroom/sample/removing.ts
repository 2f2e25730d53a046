/** Taking the sample out: all of it that nobody changed or used goes, the rest is the newsroom's own from then on. */
import type { Tools } from '../../platform/feature.ts';
import { isRefused, refuse } from '../../platform/result.ts';
import type { Refused } from '../../platform/result.ts';
import { removeAgency } from '../agencies/agencies.ts';
import { eraseAuthor } from '../authors/authors.ts';
import { eraseEmbeds } from '../embeds/embeds.ts';
import { setFront } from '../fronts/fronts.ts';
import { eraseGalleries } from '../galleries/galleries.ts';
import { removePage } from '../pages/pages.ts';
import { erasePictures } from '../pictures/pictures.ts';
import { firstPublication } from '../publication/paper.ts';
import { changeLogo, changePublication } from '../publication/publication.ts';
import { removeSection } from '../sections/sections.ts';
import { removeNameOnly } from '../staff/staff.ts';
import { eraseStories } from '../stories/stories.ts';
import { eraseTopic } from '../topics/topics.ts';
import { eraseVideos } from '../videos/videos.ts';
import { everyPage } from './filling.ts';
import { fingerprint } from './fingerprint.ts';
import { whatStays } from './rules.ts';
import { arrangedFronts, forgetThings, lockSample, readThings, readUses, rememberedThings } from './store.ts';
import type { Kind, Thing } from './things.ts';
import { keyOf } from './things.ts';

export interface Removal {
  /** How many things went. */
  readonly removed: number;
  /** What stays, by kind and name. */
  readonly kept: readonly Pick<Thing, 'kind' | 'id' | 'name'>[];
}

export async function removeSample(tools: Tools): Promise<Removal | Refused<'no-sample'>> {
  await lockSample(tools.db);
  const remembered = await rememberedThings(tools.db);
  if (remembered.length === 0) return refuse('no-sample');
  const came = new Map(remembered.map((thing) => [keyOf(thing), thing.fingerprint]));
  const things = await readThings(tools.db, remembered);
  const changed = things.filter((thing) => fingerprint(thing.facts) !== came.get(keyOf(thing)));
  const stays = whatStays(things, changed, await readUses(tools.db));
  const leaving = things.filter((thing) => !stays.has(keyOf(thing)));
  await remove(tools, leaving);
  await forgetThings(tools.db);
  const kept = things.filter((thing) => stays.has(keyOf(thing))).map(({ kind, id, name }) => ({ kind, id, name }));
  await tools.record({ act: 'sample.remove', subject: 'sample', detail: { removed: leaving.length, kept: kept.map(keyOf) } });
  await tools.announce({ event: 'sample.changed', facts: { present: false }, tags: [...everyPage] });
  return { removed: leaving.length, kept };
}

/** What names goes before what is named. */
async function remove(tools: Tools, leaving: readonly Thing[]): Promise<void> {
  const ids = (kind: Kind) => leaving.filter((thing) => thing.kind === kind).map((thing) => thing.id);
  await clearFronts(tools, { fronts: new Set(ids('front')), stories: new Set(ids('story')) });
  await eraseStories(tools, ids('story'));
  await eraseGalleries(tools, ids('gallery'));
  await eraseVideos(tools, ids('video'));
  await eraseEmbeds(tools, ids('embed'));
  for (const id of ids('page')) expected(await removePage(tools, id));
  for (const id of ids('author')) await eraseAuthor(tools, id);
  for (const id of ids('topic')) await eraseTopic(tools, id);
  for (const id of ids('agency')) expected(await removeAgency(tools, id));
  await erasePictures(tools, ids('picture'));
  const deepestFirst = leaving.filter((thing) => thing.kind === 'section').toSorted((a, b) => b.name.split('/').length - a.name.split('/').length);
  for (const { id } of deepestFirst) expected(await removeSection(tools, id));
  for (const id of ids('staff')) await removeNameOnly(tools, id);
  if (ids('publication').length > 0) await resetPublication(tools);
}

/** The sample's own arrangement goes; from another the stories that go are taken. */
async function clearFronts(tools: Tools, { fronts, stories }: { fronts: ReadonlySet<string>; stories: ReadonlySet<string> }): Promise<void> {
  for (const { id, slots, fill } of await arrangedFronts(tools.db)) {
    const left = fronts.has(id) ? [] : slots.filter((slot) => !stories.has(slot));
    if (left.length === slots.length) continue;
    const set = await setFront(tools, { id, version: null, slots: left, fill: fronts.has(id) ? true : fill });
    // The front of a section that is gone is nobody's.
    if (isRefused(set) && set.refused !== 'no-such-front') expected(set);
  }
}

async function resetPublication(tools: Tools): Promise<void> {
  const { version: _version, logo: _logo, icons: _icons, ...first } = firstPublication;
  expected(await changePublication(tools, { version: null, change: first }));
  expected(await changeLogo(tools, { version: null, logo: null }));
}

/** What nothing uses can go: a refusal here is a bug, and rolls everything back. */
function expected(answer: unknown): void {
  if (isRefused(answer)) throw new Error(`the sample could not be taken out: ${answer.refused} ${JSON.stringify(answer.detail ?? {})}`);
}
