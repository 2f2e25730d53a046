/** What the newsroom does with its topics. */
import type { Tools } from '../../platform/feature.ts';
import { refuse } from '../../platform/result.ts';
import type { Refused } from '../../platform/result.ts';
import { newId } from '../../platform/text/id.ts';
import { oneLine } from '../../platform/text/plain.ts';
import { firstFreeSlug, slugify } from '../../platform/text/slug.ts';
import { deleteTopic, insertTopic, lockTopics, renameTopic, takenSlugs, topicByName, topicsById } from './store.ts';
import type { Topic } from './topic.ts';
import { longestTopic } from './topic.ts';

/**
 * The topic of a name in a language, whatever its case; made where there is none yet, once, also when two stories
 * bring the same name at the same moment.
 * @param facts checked at the door by `topicName`; a longer name is cut
 */
export async function findOrMakeTopic(tools: Tools, facts: Pick<Topic, 'name' | 'language'>): Promise<Topic> {
  const name = oneLine(oneLine(facts.name).slice(0, longestTopic));
  if (name === '') throw new RangeError('a topic without a name');
  const known = await topicByName(tools.db, { ...facts, name });
  if (known !== null) return known;
  await lockTopics(tools.db);
  return (await topicByName(tools.db, { ...facts, name })) ?? keep(tools, { ...facts, name });
}

/** A new topic; refused where the language has one of that name. */
export async function makeTopic(tools: Tools, facts: Pick<Topic, 'name' | 'language'>): Promise<Topic | Refused<'topic-exists'>> {
  await lockTopics(tools.db);
  const namesake = await topicByName(tools.db, facts);
  return namesake === null ? keep(tools, facts) : refuse('topic-exists', { id: namesake.id, topic: namesake.name });
}

/** Gives a topic another name. Its address stays. */
export async function changeTopic(tools: Tools, { id, name }: { id: string; name: string }): Promise<Topic | Refused<'no-such-topic' | 'topic-exists'>> {
  await lockTopics(tools.db);
  const topic = (await topicsById(tools.db, [id])).get(id);
  if (topic === undefined) return refuse('no-such-topic');
  const namesake = await topicByName(tools.db, { name, language: topic.language });
  if (namesake !== null && namesake.id !== id) return refuse('topic-exists', { id: namesake.id, topic: namesake.name });
  await renameTopic(tools.db, id, name);
  await tell(tools, id, 'changed');
  return { ...topic, name };
}

/** Removes a topic that nothing names: the caller has seen to that. For the sample newsroom alone. */
export async function eraseTopic(tools: Tools, id: string): Promise<void> {
  await deleteTopic(tools.db, id);
  await tell(tools, id, 'removed');
}

async function keep(tools: Tools, { name, language }: Pick<Topic, 'name' | 'language'>): Promise<Topic> {
  const slug = slugify(name, language, 'thema');
  const topic: Topic = { id: newId(), slug: firstFreeSlug(slug, await takenSlugs(tools.db, slug)), name, language, createdAt: tools.now };
  await insertTopic(tools.db, topic);
  await tell(tools, topic.id, 'made');
  return topic;
}

async function tell(tools: Tools, id: string, what: 'made' | 'changed' | 'removed'): Promise<void> {
  await tools.announce({ event: 'topic.changed', facts: { id }, tags: [`topic:${id}`, ...(what === 'made' ? ['topics'] : [])] });
  await tools.record({ act: 'topic.edit', subject: `topic:${id}`, detail: { what } });
}
