/**
 * Makes `confusables.json` from the public table of confusable characters: `bin/run src/newsroom/readers/names/make-table.ts FILE`,
 * where FILE is `https://www.unicode.org/Public/security/<version>/confusables.txt` (Unicode License V3, of which the
 * table keeps the notice). Taken over are the characters that a name may hold, each with what it looks like.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mayStandInName, scriptsOf } from './letters.ts';

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('Which file? confusables.txt of unicode.org/Public/security.');

const text = (codes: string) => codes.trim().split(/\s+/u).map((code) => String.fromCodePoint(Number.parseInt(code, 16))).join('');
const confusables: Record<string, string> = {};
for (const line of readFileSync(file, 'utf8').split('\n')) {
  const [, from, to] = /^\uFEFF?([0-9A-F]+)\s*;\s*([0-9A-F ]+?)\s*;/u.exec(line) ?? [];
  if (from === undefined || to === undefined) continue;
  const [source, target] = [text(from), text(to)];
  // What falls apart before it is looked up, what a name cannot hold, and scripts of no living language need no line.
  if (source.normalize('NFD') !== source || !mayStandInName(source) || scriptsOf(source).has(-1)) continue;
  confusables[target] = (confusables[target] ?? '') + source;
}
const notice = 'Derived from confusables.txt, Unicode Technical Standard 39. © Unicode, Inc., Unicode License V3, https://www.unicode.org/license.txt. Each key is what the characters beside it look like.';
const lines = Object.entries(confusables).map((entry) => `${JSON.stringify(entry[0])}: ${JSON.stringify(entry[1])}`);
writeFileSync(join(import.meta.dirname, 'confusables.json'), `{ "notice": ${JSON.stringify(notice)},\n"confusables": {\n${lines.join(',\n')}\n} }\n`);
process.stdout.write(`${lines.length} forms\n`);
