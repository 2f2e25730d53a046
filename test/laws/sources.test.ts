/** The laws of the house that a file's own text can break. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { featureOf } from './graph.ts';

const files = globSync('src/**/*.{ts,tsx}').filter((file) => !/\.(test|contract)\.tsx?$/u.test(file));
const sources = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
const isStore = (file: string) => /(^|[/-])store\.ts$/u.test(file);

/** Which feature each table belongs to, by the feature's own tables.ts. */
function owners(): Map<string, string> {
  const found = new Map<string, string>();
  for (const [file, source] of sources) {
    const feature = featureOf(file);
    const tables = /interface Tables \{([^}]*)\}/u.exec(source)?.[1];
    if (feature === null || tables === undefined) continue;
    for (const [, table] of tables.matchAll(/^\s*(\w+):/gmu)) found.set(table!, feature);
  }
  return found;
}

describe('the laws of the house', () => {
  it('6. in the features only a store speaks SQL', () => {
    const speaks = /\bsql(<[^`]*>)?`|\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(/u;
    expect([...sources].filter(([file, source]) => featureOf(file) !== null && !isStore(file) && speaks.test(source)).map(([file]) => file)).toEqual([]);
  });
  it('6. a store writes only its own feature’s tables', () => {
    const tables = owners();
    expect(tables.size).toBeGreaterThan(10);
    const broken = [...sources].flatMap(([file, source]) => {
      if (featureOf(file) === null) return [];
      const written = source.matchAll(/(?:insertInto|updateTable|deleteFrom)\('(\w+)|(?:insert into|update|delete from)\s+(\w+)\s+(?:\(|set|where|as|values)/gu);
      return [...written].map((match) => match[1] ?? match[2]!).filter((table) => tables.has(table) && tables.get(table) !== featureOf(file)).map((table) => `${file} writes ${table}`);
    });
    expect(broken).toEqual([]);
  });
  it('nothing but the settings reads the environment', () => {
    const allowed = ['src/settings.ts', 'src/commands/broadsheet.ts'];
    expect([...sources].filter(([file, source]) => /(?<!['"])process\.env\b/u.test(source) && !allowed.includes(file) && !file.startsWith('src/platform/runtime/')).map(([file]) => file)).toEqual([]);
  });
  it('SQL never asks for the time: it is told', () => {
    expect([...sources].filter(([file, source]) => (isStore(file) || file.startsWith('src/newsroom/')) && /\bsql(<[^`]*>)?`[^`]*\b(now\(\)|current_timestamp|clock_timestamp\(\))/iu.test(source.replaceAll(/\$\{[^}]*\}/gu, ''))).map(([file]) => file)).toEqual([]);
  });
  it('no file outgrows its reader: none over 600 lines, nine in ten under 280', () => {
    const lengths = [...sources].map(([file, source]) => ({ file, lines: source.split('\n').length }));
    expect(lengths.filter(({ lines }) => lines > 600)).toEqual([]);
    expect(lengths.filter(({ lines }) => lines > 280).length).toBeLessThanOrEqual(lengths.length / 10);
  });
  it('no drawer is named nothing', () => {
    expect(files.filter((file) => /\/(utils?|helpers?|common|core|shared|services?|lib|misc)\/|\/index\.tsx?$/u.test(file))).toEqual([]);
  });
  it('no open point hides in the code', () => {
    expect([...sources].filter(([, source]) => /\b(TODO|FIXME|XXX|HACK)\b/u.test(source)).map(([file]) => file)).toEqual([]);
  });
});
