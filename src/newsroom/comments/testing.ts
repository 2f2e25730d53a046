/** A discussion for tests: a public story, readers who write, moderators who decide. */
import type { TestHouse } from '../../../test/house.ts';
import { testHouse } from '../../../test/house.ts';
import { newsroomUpTo } from '../../../test/plan.ts';
import { insertReader } from '../../../test/readers.ts';
import type { Actor } from '../../platform/feature.ts';
import { isRefused } from '../../platform/result.ts';
import { makeSection } from '../sections/sections.ts';
import { createStory, publishStory } from '../stories/stories.ts';
import type { Post, Posted } from './posting.ts';
import { postComments } from './posting.ts';
import type { PostRefusal } from './rules.ts';

export const mara: Actor = { kind: 'staff', id: 'mara', name: 'Mara Gantenbein', role: 'moderator' };
export const jonas: Actor = { kind: 'staff', id: 'jonas', name: 'Jonas Çelik', role: 'moderator' };

/** Where, who, what; and what else. */
type Order = readonly [story: string, reader: string, text: string, more?: Partial<Post>];

export interface Discussion extends TestHouse {
  /** A public story, published now; answers its id. */
  story(headline?: string): Promise<string>;
  /** A verified reader with this id. */
  reader(id: string): Promise<void>;
  /** Posts as this reader, ten seconds after the last post. */
  post(...order: Order): Promise<Posted | PostRefusal>;
  /** The same, and it must be kept: answers the id. */
  kept(...order: Order): Promise<string>;
}

/** `world`: the house that it is held in, where a test needs more of it than a discussion does. */
export async function openDiscussion<World extends TestHouse>(world?: World): Promise<Discussion & World> {
  return discussionIn(world ?? (await testHouse(await newsroomUpTo('comments')) as World));
}

async function discussionIn<World extends TestHouse>(world: World): Promise<Discussion & World> {
  const { clock, act } = world;
  const section = await act((tools) => makeSection(tools, { path: 'zuerich', name: 'Zürich' } as never));
  if (isRefused(section)) throw new Error(section.refused);
  const makeReader = (id: string) => insertReader(world.house, id);
  const post: Discussion['post'] = async (...[story, reader, text, more = {}]) => {
    clock.pass(10_000);
    await makeReader(reader);
    const [answer] = await act((tools) => postComments(tools, [{
      story, answers: null, writer: { id: reader, name: `${reader.charAt(0).toUpperCase()}${reader.slice(1)} Müller` }, text, hiddenField: '', openFor: null, proof: 'not-asked', network: null, at: clock.now(), ...more,
    }]));
    return answer!;
  };
  return {
    ...world, post, reader: makeReader,
    async kept(...order) {
      const answer = await post(...order);
      if (isRefused(answer)) throw new Error(answer.refused);
      return answer.id;
    },
    async story(headline = 'Föhn über Zürich') {
      const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Es stürmt.' }] }] };
      const made = await act((tools) => createStory(tools, { section: 'zuerich', headline, body } as never));
      if (isRefused(made)) throw new Error(made.refused);
      const published = await act((tools) => publishStory(tools, { id: made.id } as never));
      if (isRefused(published)) throw new Error(published.refused);
      return made.id;
    },
  };
}
