/** The program's own import graph, type imports included, as dependency-cruiser reads it. */
import { cruise } from 'dependency-cruiser';
import type { ICruiseResult } from 'dependency-cruiser';

export interface Import {
  readonly to: string;
  /** A package or a Node module: not a file of ours. */
  readonly outside: boolean;
  readonly typeOnly: boolean;
}

export type Graph = ReadonlyMap<string, readonly Import[]>;

/** Every file below src with what it imports; tests left out. Throws when nothing was read: a silent zero is no green. */
export async function importGraph(): Promise<Graph> {
  const result = await cruise(['src'], { tsPreCompilationDeps: 'specify', doNotFollow: { path: 'node_modules' }, exclude: { path: '\\.(test|contract)\\.tsx?$' } }, { extensions: ['.ts', '.tsx', '.json'] } as never, {} as never);
  const { modules } = result.output as ICruiseResult;
  const ours = modules.filter((module) => module.source.startsWith('src/'));
  if (ours.length < 100) throw new Error(`only ${ours.length} modules were read: the laws would hold for nothing`);
  return new Map(ours.map((module) => [module.source, module.dependencies.map((one) => ({
    to: one.resolved, outside: !one.resolved.startsWith('src/'), typeOnly: one.dependencyTypes.includes('type-only') || one.preCompilationOnly === true,
  }))]));
}

/** `src/newsroom/stories/rules.ts` → `stories`; null outside the features. */
export function featureOf(file: string): string | null {
  return /^src\/newsroom\/([a-z-]+)\//u.exec(file)?.[1] ?? null;
}

export function isBrowserCode(file: string): boolean {
  return /^src\/(newsroom\/[a-z-]+\/desk|design\/desk|platform\/browser)\//u.test(file) || file.endsWith('.client.ts');
}

/** Files whose name promises that they are pure: the thing, its rules, its views, its mails, the grammar. */
export function promisesPurity(file: string): boolean {
  const feature = featureOf(file);
  if (feature === null || isBrowserCode(file)) return false;
  const name = file.slice(`src/newsroom/${feature}/`.length);
  // The thing itself: stories/story.ts, galleries/gallery.ts.
  const thing = feature.replace(/ies$/u, 'y').replace(/s$/u, '');
  const things = [...(thing === feature ? [] : [`${thing}.ts`]), 'person.ts', 'roles.ts'];
  return things.includes(name) || name === 'rules.ts' || name.startsWith('views') || /^mails\.tsx?$/u.test(name) || ['grammar.ts', 'html.ts', 'merge.ts', 'compare.ts', 'text.ts', 'address.ts', 'public.ts'].includes(name);
}

// What a pure file may take from outside: no input, no output, no clock, no chance.
const purePackages = /^(node_modules\/)?(@types\/)?(react|react-dom|diff|parse5|prosemirror-|@tiptap\/pm|intl-messageformat|@formatjs|temporal-polyfill|zod)/u;

/** A file is pure when it and all that it imports (types apart) are: computed, not promised. */
export function pureFiles(graph: Graph): ReadonlySet<string> {
  const pure = new Map<string, boolean>();
  const visit = (file: string): boolean => {
    const known = pure.get(file);
    if (known !== undefined) return known;
    pure.set(file, true);
    const verdict = (graph.get(file) ?? []).every((one) => one.typeOnly || one.to.endsWith('.json') || (one.outside ? purePackages.test(one.to) : visit(one.to)));
    pure.set(file, verdict);
    return verdict;
  };
  for (const file of graph.keys()) visit(file);
  return new Set([...pure].filter(([, verdict]) => verdict).map(([file]) => file));
}
