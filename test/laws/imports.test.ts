/** The laws of the house that imports can break, each with its sentence. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from './graph.ts';
import { featureOf, importGraph, isBrowserCode, promisesPurity, pureFiles } from './graph.ts';

let graph: Graph;
let pure: ReadonlySet<string>;
let plan: readonly string[];

beforeAll(async () => {
  graph = await importGraph();
  pure = pureFiles(graph);
  const list = /newsroom: readonly Feature\[\] = \[([^\]]+)\]/u.exec(readFileSync('src/newsroom.ts', 'utf8'))?.[1] ?? '';
  plan = list.split(',').map((name) => name.trim()).filter(Boolean);
}, 60_000);

/** Every import that a law forbids, as `from → to`. */
function offences(forbids: (from: string, to: string) => boolean): string[] {
  return [...graph].flatMap(([from, imports]) => imports.filter((one) => !one.outside && forbids(from, one.to)).map((one) => `${from} → ${one.to}`));
}

describe('the laws of the house', () => {
  it('reads a plan with every feature that has a folder', () => {
    const folders = new Set([...graph.keys()].map(featureOf).filter((name) => name !== null));
    expect([...folders].filter((name) => !plan.includes(name))).toEqual([]);
  });
  it('1. the platform knows nothing of news', () => {
    expect(offences((from, to) => from.startsWith('src/platform/') && !to.startsWith('src/platform/') && to !== 'src/settings.ts')).toEqual([]);
  });
  it('2. design turns values into HTML: it touches neither a feature nor the database', () => {
    expect(offences((from, to) => from.startsWith('src/design/') && (to.startsWith('src/newsroom/') || to.startsWith('src/platform/database/')))).toEqual([]);
  });
  it('3. a feature is entered by a door, or by a file that is pure', () => {
    expect(offences((from, to) => {
      const [here, there] = [featureOf(from), featureOf(to)];
      if (there === null || here === there) return false;
      const browserDoors = [`src/newsroom/${there}/desk/${there}.ts`, `src/newsroom/${there}/desk/lent.ts`];
      const doors = [`src/newsroom/${there}/${there}.ts`, `src/newsroom/${there}/commands.ts`, ...browserDoors];
      return !doors.includes(to) && !pure.has(to) && !to.endsWith('.json');
    })).toEqual([]);
  });
  it('4. a feature uses only features above it in the plan', () => {
    expect(offences((from, to) => {
      const [here, there] = [featureOf(from), featureOf(to)];
      if (here === null || there === null || here === there) return false;
      // The desk is a frame around all features: its browser part is where their doors meet.
      return plan.indexOf(there) > plan.indexOf(here);
    })).toEqual([]);
  });
  it('5. what is called pure is pure', () => {
    const promised = [...graph.keys()].filter(promisesPurity);
    expect(promised.length).toBeGreaterThan(10);
    expect(promised.filter((file) => !pure.has(file))).toEqual([]);
  });
  it('7. browser code imports browser code, pure files, words and types', () => {
    const broken = [...graph].filter(([from]) => isBrowserCode(from)).flatMap(([from, imports]) => imports
      .filter((one) => (one.outside ? /^(node:|fs$|path$|crypto$)/u.test(one.to) : !one.typeOnly && !isBrowserCode(one.to) && !pure.has(one.to) && !/\.(css|json|svg|woff2)$/u.test(one.to)))
      .map((one) => `${from} → ${one.to}`));
    expect(broken).toEqual([]);
  });
});
