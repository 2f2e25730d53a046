/** Filling the sample in, through the doors of the features, in one transaction: it is there whole or not at all. */
import type { SampleNewsroom } from '../../../sample/sample.ts';
import type { Tools } from '../../platform/feature.ts';
import { isRefused } from '../../platform/result.ts';
import { bringComments } from '../comments/comments.ts';
import { findAgency, makeAgency } from '../agencies/agencies.ts';
import { authorByName, makeAuthor } from '../authors/authors.ts';
import { frontSlots, setFront } from '../fronts/fronts.ts';
import { createGallery } from '../galleries/galleries.ts';
import { makePage } from '../pages/pages.ts';
import { importPicture } from '../pictures/pictures.ts';
import { changeLogo, changePublication, readPublication } from '../publication/publication.ts';
import { makeSection, sectionByPath } from '../sections/sections.ts';
import { addNameOnly, listPeople } from '../staff/staff.ts';
import { findOrMakeTopic, topicByName } from '../topics/topics.ts';
import type { Embedded } from './bodies.ts';
import { documentOf } from './bodies.ts';
import { loadFilms } from './film-loading.ts';
import { fingerprint } from './fingerprint.ts';
import type { Filling, Load } from './filling.ts';
import { everyPage, idOf, note, sound } from './filling.ts';
import { lockSample, readThings, rememberThings, rememberedThings } from './store.ts';
import { loadStories } from './story-loading.ts';

/** Fills the sample in; false where another process has done it. */
export async function loadSample(tools: Tools, load: Load): Promise<boolean> {
  await lockSample(tools.db);
  if ((await rememberedThings(tools.db)).length > 0) return false;
  const filling: Filling = { tools, load, ids: new Map(), made: [] };
  await loadPublication(filling);
  await loadStaff(filling);
  await loadSections(filling);
  await loadSources(filling);
  await loadPictures(filling);
  await loadGalleries(filling);
  await loadFilms(filling);
  await loadPeople(filling);
  await loadStories(filling);
  await loadComments(filling);
  await loadPages(filling);
  await loadFronts(filling);
  const things = await readThings(tools.db, filling.made);
  await rememberThings(tools.db, things.map(({ kind, id, facts }) => ({ kind, id, fingerprint: fingerprint(facts) })));
  await tools.record({ act: 'sample.load', subject: 'sample', detail: { things: things.length } });
  await tools.announce({ event: 'sample.changed', facts: { present: true }, tags: everyPage });
  return true;
}

async function loadPublication(filling: Filling): Promise<void> {
  const { tools, load: { newsroom, logo } } = filling;
  const { publication } = newsroom;
  const before = await readPublication(tools.db);
  // Somebody has named the newsroom already: it keeps its name.
  if (before.version > 1) return;
  const { name, shortName, accent, languages, timeZone, imprint, email, telephone, claim } = publication;
  sound(await changePublication(tools, { version: null, change: {
    name, shortName, accent, languages, timeZone, imprint, contact: { email, telephone }, tagline: claim[languages[0] ?? 'de'], addressForm: publication.address === 'du' ? 'du' : 'sie',
  } }));
  if (logo !== null) sound(await changeLogo(tools, { version: null, logo }));
  note(filling, { kind: 'publication', key: '', id: '1', made: true });
}

/** What readers without an account wrote, and what the sample's people answered. */
async function loadComments(filling: Filling): Promise<void> {
  const { tools, load: { newsroom } } = filling;
  const staff = new Map(newsroom.staff.map((person) => [person.key, person.name]));
  await bringComments(tools, newsroom.comments.map(({ key, story, answers = null, name = '', staff: member, minutesAgo, text, state, findings = [], chosen = false }) => ({
    key: `sample:${key}`, story: idOf(filling, 'story', story), answers: answers === null ? null : `sample:${answers}`, staff: member === undefined ? null : idOf(filling, 'staff', member),
    name: member === undefined ? name : staff.get(member)!, text, state: state ?? 'approved', findings, chosen, at: new Date(tools.now.getTime() - minutesAgo * 60_000),
  })));
}

async function loadStaff(filling: Filling): Promise<void> {
  const there = new Map((await listPeople(filling.tools.db)).map((person) => [person.email.toLowerCase(), person.id]));
  for (const { key, name, email, roles } of filling.load.newsroom.staff) {
    const known = there.get(email.toLowerCase());
    const id = known ?? (await addNameOnly(filling.tools, { name, email, role: roles[0] ?? 'reporter', language: 'de' })).id;
    note(filling, { kind: 'staff', key, id, made: known === undefined });
  }
}

async function loadSections(filling: Filling): Promise<void> {
  for (const { path, name, language, order } of filling.load.newsroom.sections) {
    const known = await sectionByPath(filling.tools.db, path);
    const { id } = known ?? sound(await makeSection(filling.tools, { path, name, language, position: order }));
    note(filling, { kind: 'section', key: path, id, made: known === null });
  }
}

async function loadSources(filling: Filling): Promise<void> {
  const { tools, load: { newsroom } } = filling;
  for (const { key, name, shortName, credit, about } of newsroom.agencies) {
    const known = (await findAgency(tools.db, name)) ?? (await findAgency(tools.db, shortName));
    const { id } = known ?? sound(await makeAgency(tools, { name, shortName, credit, about, url: null }));
    note(filling, { kind: 'agency', key, id, made: known === null });
  }
  for (const { slug, name, language } of newsroom.topics) {
    const known = await topicByName(tools.db, { name, language });
    note(filling, { kind: 'topic', key: slug, id: (known ?? (await findOrMakeTopic(tools, { name, language }))).id, made: known === null });
  }
}

/** The front page's pictures are ready when the first reader comes; the others follow, the section fronts' first. */
async function loadPictures(filling: Filling): Promise<void> {
  const { tools, load: { newsroom, files } } = filling;
  const urgency = picturesByUrgency(newsroom);
  for (const picture of newsroom.pictures.toSorted((a, b) => (urgency.get(b.key) ?? 0) - (urgency.get(a.key) ?? 0))) {
    const bytes = files.get(picture.file);
    if (bytes === undefined) throw new Error(`the sample has no file ${picture.file}`);
    const { creator, credit } = picture.credit;
    const rank = urgency.get(picture.key) ?? 0;
    const { id } = sound(await importPicture(tools, {
      bytes, name: picture.file, language: picture.language, caption: picture.caption, alt: picture.alt, credit: `${credit} / ${creator}`,
      // What is ready already waits for its small forms until all others are ready too.
      ...(rank === atOnce ? { renditions: 'now', priority: -1 } : { renditions: 'later', priority: rank }),
    }));
    note(filling, { kind: 'picture', key: picture.key, id, made: true });
  }
}

const atOnce = 3;

function picturesByUrgency({ stories, fronts }: SampleNewsroom): Map<string, number> {
  const pictureOf = new Map(stories.map((story) => [story.key, story.picture]));
  const urgency = new Map<string, number>();
  const raise = (keys: readonly (string | undefined)[], to: number) => {
    for (const key of keys) if (key !== undefined && (urgency.get(key) ?? 0) < to) urgency.set(key, to);
  };
  raise(stories.filter((story) => story.state === 'public').map((story) => story.picture), 1);
  for (const { section, lead, slots } of fronts) raise([lead, ...slots].map((story) => pictureOf.get(story)), section === '' ? atOnce : 2);
  return urgency;
}

async function loadGalleries(filling: Filling): Promise<void> {
  for (const { key, title, lead, language, pictures } of filling.load.newsroom.galleries) {
    const placed = pictures.map(({ picture, caption = '' }) => ({ id: idOf(filling, 'picture', picture), caption }));
    const { id } = sound(await createGallery(filling.tools, { title, lead, language, pictures: placed }));
    note(filling, { kind: 'gallery', key, id, made: true });
  }
}

async function loadPeople(filling: Filling): Promise<void> {
  for (const { key, name, about, portrait, staff } of filling.load.newsroom.authors) {
    const known = await authorByName(filling.tools.db, name);
    const { id } = known ?? sound(await makeAuthor(filling.tools, {
      name, about, portrait: portrait === undefined ? null : idOf(filling, 'picture', portrait), staff: staff === undefined ? null : idOf(filling, 'staff', staff),
    }));
    note(filling, { kind: 'author', key, id, made: known === null });
  }
}

async function loadPages(filling: Filling): Promise<void> {
  const { tools, load: { newsroom } } = filling;
  for (const [index, { slug, language, title, body }] of newsroom.pages.entries()) {
    const known = { id: (kind: Embedded, key: string) => idOf(filling, kind, key), address: () => '/' };
    // Refused where the newsroom has written a page of that address itself.
    const page = await makePage(tools, { slug, language, title, body: documentOf(body, known), place: 'footer', position: (index + 1) * 10, public: true });
    if (!isRefused(page)) note(filling, { kind: 'page', key: slug, id: page.id, made: true });
  }
}

async function loadFronts(filling: Filling): Promise<void> {
  const { tools, load: { newsroom } } = filling;
  for (const { section, lead, slots } of newsroom.fronts) {
    const id = section === '' ? 'front' : idOf(filling, 'section', section);
    if ((await frontSlots(tools.db, id)).slots.length > 0) continue;
    sound(await setFront(tools, { id, version: null, slots: [lead, ...slots].map((key) => idOf(filling, 'story', key)), fill: true }));
    note(filling, { kind: 'front', key: section, id, made: true });
  }
}
