/** A section of the publication, and the tree that sections stand in. */

/** BCP 47 tag to name: `{ de: 'Ausland', fr: 'Étranger' }`. Holds at least one. */
export type SectionNames = Readonly<Record<string, string>>;

/** What a new story in the section begins with. */
export interface SectionDefaults {
  readonly label?: DefaultLabel | undefined;
}

/** The labels that a section can give its stories: a section of opinion, of analyses, of sponsored texts. */
export const defaultLabels = ['opinion', 'analysis', 'sponsored'] as const;
export type DefaultLabel = (typeof defaultLabels)[number];

export interface Section {
  readonly id: string;
  /** Its whole address from the root, without slashes at the ends: `international/usa`. */
  readonly path: string;
  readonly parent: string | null;
  readonly names: SectionNames;
  readonly language: string;
  /** Among the sections of one parent the smaller stands first; of equal ones the path decides. */
  readonly position: number;
  readonly defaults: SectionDefaults;
  readonly version: number;
  readonly createdAt: Date;
}

/** The section's name in a language; where it has none, in the section's own, else the first that it has. */
export function sectionName(section: Pick<Section, 'names' | 'language' | 'path'>, language: string = section.language): string {
  const { names } = section;
  return names[language] ?? names[language.split('-')[0] ?? ''] ?? names[section.language] ?? Object.values(names)[0] ?? section.path;
}

/** From the root of the tree down to the section itself; empty where there is none. */
export function chainIn(sections: readonly Section[], id: string): Section[] {
  const chain: Section[] = [];
  for (let at = sections.find((one) => one.id === id); at !== undefined; at = sections.find((one) => one.id === at?.parent)) chain.unshift(at);
  return chain;
}

/** Parents before their children, brothers and sisters by position. */
export function inTreeOrder<One extends Pick<Section, 'id' | 'parent' | 'position' | 'path'>>(sections: readonly One[]): One[] {
  const children = Map.groupBy(sections, (section) => section.parent);
  const below = (parent: string | null): One[] =>
    (children.get(parent) ?? []).toSorted(byPosition).flatMap((section) => [section, ...below(section.id)]);
  return below(null);
}

function byPosition(a: Pick<Section, 'position' | 'path'>, b: Pick<Section, 'position' | 'path'>): number {
  return a.position - b.position || (a.path < b.path ? -1 : 1);
}
