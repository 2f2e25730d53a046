/** What the newsroom does with its sections. Each change of the tree waits for the one before it. */
import type { Tools } from '../../platform/feature.ts';
import { isRefused, refuse } from '../../platform/result.ts';
import type { Refused } from '../../platform/result.ts';
import { newId } from '../../platform/text/id.ts';
import { readPublication } from '../publication/publication.ts';
import type { PlaceRefusal } from './rules.ts';
import { mayMove, mayStand, movedPath, positionStep, subtree } from './rules.ts';
import type { Section, SectionDefaults, SectionNames } from './section.ts';
import { deleteSection, insertSection, isUsed, lockTree, moveSections, putBelow, sectionTree, updateSection } from './store.ts';

export interface NewSection {
  readonly path: string;
  /** Names by language; a plain text is the name in the section's own language. */
  readonly name: string | SectionNames;
  /** Without one: its parent's; at the root: the publication's first. */
  readonly language?: string | undefined;
  /** Without one: behind its brothers and sisters. */
  readonly position?: number | undefined;
  readonly defaults?: SectionDefaults | undefined;
}

/** Makes a section below one that exists, or at the root. */
export async function makeSection(tools: Tools, facts: NewSection): Promise<Section | Refused<PlaceRefusal>> {
  await lockTree(tools.db);
  const tree = await sectionTree(tools.db);
  const parent = mayStand(facts.path, tree);
  if (isRefused(parent)) return parent;
  const language = facts.language ?? parent?.language ?? (await readPublication(tools.db)).languages[0] ?? 'de';
  const section: Section = {
    id: newId(), path: facts.path, parent: parent?.id ?? null, language, version: 1, createdAt: tools.now,
    names: typeof facts.name === 'string' ? { [language]: facts.name } : facts.name,
    position: facts.position ?? lastPosition(tree, parent?.id ?? null) + positionStep,
    defaults: facts.defaults ?? parent?.defaults ?? {},
  };
  await insertSection(tools.db, section);
  await tellChange(tools, section, { made: section.path });
  return section;
}

export interface SectionChange {
  readonly id: string;
  /** The version that the change was made from. */
  readonly version: number;
  readonly path?: string | undefined;
  readonly names?: SectionNames | undefined;
  readonly language?: string | undefined;
  readonly position?: number | undefined;
  readonly defaults?: SectionDefaults | undefined;
}

export type ChangeRefusal = Refused<PlaceRefusal | 'under-itself' | 'no-such-section' | 'changed-meanwhile'>;

/** Changes what is said of a section; a new path moves it with all below it, and the old addresses lead to the new ones. */
export async function changeSection(tools: Tools, change: SectionChange): Promise<Section | ChangeRefusal> {
  await lockTree(tools.db);
  const tree = await sectionTree(tools.db);
  const section = tree.find((one) => one.id === change.id);
  if (section === undefined) return refuse('no-such-section');
  if (section.version !== change.version) return refuse('changed-meanwhile', { version: section.version });
  const moved = change.path !== undefined && change.path !== section.path;
  const refused = moved ? await move({ tools, section, to: change.path, tree }) : null;
  if (refused !== null) return refused;
  const { names = section.names, language = section.language, position = section.position, defaults = section.defaults } = change;
  const version = section.version + 1;
  await updateSection(tools.db, { ...section, names, language, position, defaults, version });
  await tellChange(tools, section, { changed: Object.keys(change).filter((field) => field !== 'id' && field !== 'version') });
  const after = await sectionTree(tools.db);
  return after.find((one) => one.id === section.id) ?? refuse('no-such-section');
}

/** Removes a section in which nothing stands any more. Its addresses are free again. */
export async function removeSection(tools: Tools, id: string): Promise<Section | Refused<'no-such-section' | 'section-has-sections' | 'section-has-stories'>> {
  await lockTree(tools.db);
  const tree = await sectionTree(tools.db);
  const section = tree.find((one) => one.id === id);
  if (section === undefined) return refuse('no-such-section');
  if (tree.some((one) => one.parent === id)) return refuse('section-has-sections');
  if ((await isUsed(tools.db, id)) || !(await deleteSection(tools.db, id))) return refuse('section-has-stories');
  await tellChange(tools, section, { removed: section.path });
  await tools.announce({ event: 'section.removed', facts: { id } });
  return section;
}

async function move({ tools, section, to, tree }: { tools: Tools; section: Section; to: string; tree: readonly Section[] }): Promise<Refused<PlaceRefusal | 'under-itself'> | null> {
  const parent = mayMove(section, to, tree);
  if (isRefused(parent)) return parent;
  const moves = subtree(section, tree).map((one) => ({ id: one.id, from: one.path, to: movedPath(one.path, section.path, to) }));
  await moveSections(tools.db, moves, tools.now);
  await putBelow(tools.db, section.id, parent?.id ?? null);
  for (const one of moves) {
    // Addresses of stories are made from the section's path when they are read: what shows one is to be made anew.
    await tools.announce({ event: 'section.moved', facts: one, tags: ['sections', `section:${one.id}`, 'front', 'latest'] });
  }
  await tools.record({ act: 'section.edit', subject: `section:${section.id}`, detail: { from: section.path, to } });
  return null;
}

async function tellChange(tools: Tools, { id }: Section, detail: Readonly<Record<string, unknown>>): Promise<void> {
  await tools.announce({ event: 'section.changed', facts: { id }, tags: ['sections', `section:${id}`] });
  await tools.record({ act: 'section.edit', subject: `section:${id}`, detail });
}

function lastPosition(tree: readonly Section[], parent: string | null): number {
  return Math.max(0, ...tree.filter((one) => one.parent === parent).map((one) => one.position));
}
