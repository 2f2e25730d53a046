import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/house.ts';
import type { TestHouse } from '../../../test/house.ts';
import { feature as sections, makeSection } from '../sections/sections.ts';
import { createStory, feature as stories, publishStory, withdrawStory } from '../stories/stories.ts';
import { feature, frontSlots } from './fronts.ts';

let world: TestHouse;
let section: string;
const written: Record<string, string> = {};

beforeAll(async () => {
  world = await testHouse([sections, stories, feature]);
  await world.act(async (tools) => {
    section = ((await makeSection(tools, { path: 'region', name: 'Region' })) as { id: string }).id;
  });
  for (const [index, name] of ['kuehe', 'post', 'faehre', 'entwurf'].entries()) {
    world.clock.pass(60_000);
    await world.act(async (tools) => {
      const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Ein Satz über Kühe.' }] }] };
      const story = (await createStory(tools, { section: 'region', headline: `Überschrift ${index}`, language: 'de', body })) as { id: string };
      written[name] = story.id;
      if (name !== 'entwurf') await publishStory(tools, { id: story.id });
    });
  }
});
afterAll(() => world.close());

const id = (...names: string[]) => names.map((name) => written[name] ?? name);
const read = (front: string, role: string | null = 'reporter') => world.ask(role, { path: `/fronts/${front}` });
const arrange = (front: string, version: number, slots: string[], more: object = {}, role = 'editor') =>
  world.ask(role, { method: 'PUT', path: `/fronts/${front}`, body: { slots, ...more }, headers: { 'if-match': `"${version}"` } });

describe('A front', () => {
  it('that nobody has arranged is filled with the newest', async () => {
    const { status, json, headers } = await read('front');
    expect(status).toBe(200);
    expect(headers.get('etag')).toBe('"0"');
    expect(json).toMatchObject({ id: 'front', slots: [], fill: true, version: 0 });
    expect(json.filled.map((story: { id: string }) => story.id)).toEqual(id('faehre', 'post', 'kuehe'));
  });

  it('shows what the desk put where, and what the fill would add', async () => {
    const { status, json } = await arrange('front', 0, id('post', 'kuehe', 'post'));
    expect(status).toBe(200);
    expect(json).toMatchObject({ version: 1, fill: true, slots: [{ id: written['post'], story: { headline: 'Überschrift 1' } }, { id: written['kuehe'] }] });
    expect(json.filled.map((story: { id: string }) => story.id)).toEqual(id('faehre'));
    expect(await frontSlots(world.house.db, 'front')).toMatchObject({ slots: id('post', 'kuehe'), fill: true });
    expect(world.announced.at(-1)).toMatchObject({ event: 'front.changed', tags: ['front'] });
  });

  it('passes over what readers cannot see, until they can', async () => {
    await arrange('front', 1, id('entwurf', 'post', 'kuehe'), { fill: false });
    expect(await frontSlots(world.house.db, 'front')).toMatchObject({ slots: id('post', 'kuehe'), fill: false });
    await world.act((tools) => withdrawStory(tools, { id: written['post'] ?? '', reason: 'Verwechslung' }));
    await world.act((tools) => publishStory(tools, { id: written['entwurf'] ?? '' }));
    expect((await frontSlots(world.house.db, 'front')).slots).toEqual(id('entwurf', 'kuehe'));
    expect((await read('front')).json.slots).toMatchObject([{ story: { state: 'public' } }, { story: { state: 'withdrawn' } }, {}]);
  });

  it('of a section is its own', async () => {
    expect((await arrange(section, 0, id('kuehe'))).status).toBe(200);
    expect(world.announced.at(-1)?.tags).toContain(`section:${section}`);
    expect((await frontSlots(world.house.db, section)).slots).toEqual(id('kuehe'));
    expect((await read('23456789')).status).toBe(404);
    expect((await arrange('nirgends', 0, [])).status).toBe(404);
  });

  it('is arranged from the version that was read, by one at a time', async () => {
    const version = (await read('front')).json.version;
    expect((await world.ask('editor', { method: 'PUT', path: '/fronts/front', body: { slots: [] } })).status).toBe(428);
    const answers = await Promise.all([arrange('front', version, id('kuehe')), arrange('front', version, id('faehre'))]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 412]);
    expect(answers.find((answer) => answer.status === 412)?.json.current.version).toBe(version + 1);
  });

  it('is arranged for the first time by one at a time too', async () => {
    const other = await world.act(async (tools) => (await makeSection(tools, { path: 'sport', name: 'Sport' })) as { id: string });
    const answers = await Promise.all([arrange(other.id, 0, id('kuehe')), arrange(other.id, 0, id('faehre'))]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 412]);
  });

  it('refuses stories that are not there, and says which', async () => {
    const { version } = (await read('front')).json;
    expect(await arrange('front', version, id('kuehe', 'nirgends'))).toMatchObject({ status: 422, json: { errors: [{ pointer: '/slots/1', name: 'unknown-story' }] } });
    expect((await arrange('front', version, Array.from({ length: 41 }, (_, i) => `x${i}`))).status).toBe(422);
    expect((await arrange('front', version, id('a\0b'))).status).toBe(422);
  });

  it('is arranged by those who decide', async () => {
    expect((await arrange('front', 0, [], {}, 'reporter')).status).toBe(403);
    expect((await read('front', null)).status).toBe(401);
  });

  it('goes with its section', async () => {
    await feature.listeners?.[0]?.hear(world.house, { id: section });
    expect(await frontSlots(world.house.db, section)).toMatchObject({ slots: [], fill: true });
  });
});
