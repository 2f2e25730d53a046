/** What somebody writes into a story: fields by name, references by id or by the words that people use for them. */
import type { Tools } from '../../platform/feature.ts';
import type { Refused } from '../../platform/result.ts';
import type { DocumentJson } from './grammar.ts';
import type { Label, LeadPicture, StoryContent } from './story.ts';
import { isRefused, refuse } from '../../platform/result.ts';
import { findAgency } from '../agencies/agencies.ts';
import { findOrMakeAuthor } from '../authors/authors.ts';
import { sectionByPath, sectionsById } from '../sections/sections.ts';
import { findOrMakeTopic, topicsById } from '../topics/topics.ts';
import { groupOf, storyExists } from './store.ts';

export interface StoryFields {
  readonly kicker?: string;
  readonly headline?: string;
  readonly lead?: string;
  readonly teaserTitle?: string;
  readonly slug?: string;
  /** Id or path. */
  readonly section?: string;
  readonly furtherSections?: readonly string[];
  /** Ids or names; a name finds a topic or makes one. */
  readonly topics?: readonly string[];
  /** Ids of authors. */
  readonly authors?: readonly string[];
  /** Names; a byline finds an author or makes one. */
  readonly byline?: readonly string[];
  /** Ids, names, short names or credits of agencies, in order. */
  readonly credits?: readonly string[];
  readonly picture?: LeadPicture | null;
  readonly language?: string;
  /** The id of a story that this one is a translation of; null takes it out of its group. */
  readonly translationOf?: string | null;
  readonly continues?: string | null;
  readonly label?: Label | null;
  readonly searchTitle?: string;
  readonly searchDescription?: string;
  readonly canonical?: string | null;
  readonly body?: DocumentJson;
}

export type FieldRefusal = Refused<'unknown-section' | 'unknown-agency' | 'unknown-story'>;

/** The content with the fields in it, every reference found (or made). */
export async function withFields(tools: Tools, content: StoryContent, fields: StoryFields): Promise<StoryContent | FieldRefusal> {
  const { section, furtherSections, topics, authors, byline, credits, translationOf, ...plain } = fields;
  const language = fields.language ?? content.language;
  const references = {
    ...(section !== undefined && { section: await findSection(tools, section, '/section') }),
    ...(furtherSections !== undefined && { furtherSections: await findAll(furtherSections, (one, i) => findSection(tools, one, `/furtherSections/${i}`)) }),
    ...(credits !== undefined && { credits: await findAll(credits, (one, i) => findCredit(tools, one, `/credits/${i}`)) }),
    ...(topics !== undefined && { topics: await findTopics(tools, topics, language) }),
    ...(authors !== undefined && { authors: unique(authors) }),
    ...(byline !== undefined && { authors: unique(await inOrder(byline, async (name) => (await findOrMakeAuthor(tools, name)).id)) }),
    ...(translationOf !== undefined && { translationGroup: await findGroup(tools, translationOf) }),
  };
  for (const value of Object.values(references)) if (isRefused(value)) return value as FieldRefusal;
  if (typeof plain.continues === 'string' && !(await storyExists(tools.db, plain.continues))) return refuse('unknown-story', { pointer: '/continues' });
  return { ...content, ...plain, ...references } as StoryContent;
}

/** Ids of topics, or names; a name that is an id means the topic that has it. */
async function findTopics(tools: Tools, given: readonly string[], language: string): Promise<string[]> {
  const known = await topicsById(tools.db, given);
  return unique(await inOrder(given, async (text) => (known.has(text) ? text : (await findOrMakeTopic(tools, { name: text, language })).id)));
}

async function findSection(tools: Tools, text: string, pointer: string): Promise<string | FieldRefusal> {
  if ((await sectionsById(tools.db, [text])).has(text)) return text;
  return (await sectionByPath(tools.db, text.replace(/^\/+|\/+$/gu, '')))?.id ?? refuse('unknown-section', { pointer, given: text });
}

async function findCredit(tools: Tools, text: string, pointer: string): Promise<string | FieldRefusal> {
  return (await findAgency(tools.db, text))?.id ?? refuse('unknown-agency', { pointer, given: text });
}

/** The group is named after the story that was there first: who has no group of its own leads one. */
async function findGroup(tools: Tools, of: string | null): Promise<string | null | FieldRefusal> {
  if (of === null) return null;
  if (!(await storyExists(tools.db, of))) return refuse('unknown-story', { pointer: '/translationOf' });
  return (await groupOf(tools.db, of)) ?? of;
}

async function findAll(texts: readonly string[], find: (text: string, index: number) => Promise<string | FieldRefusal>): Promise<string[] | FieldRefusal> {
  const found = await inOrder(texts, find);
  const refused = found.find(isRefused);
  return refused === undefined ? unique(found as string[]) : (refused as FieldRefusal);
}

async function inOrder<T>(texts: readonly string[], find: (text: string, index: number) => Promise<T>): Promise<T[]> {
  const found: T[] = [];
  for (const [index, text] of texts.entries()) found.push(await find(text, index));
  return found;
}

const unique = <T>(list: readonly T[]): T[] => [...new Set(list)];
