/**
 * `npm run conformance -- FOLDER`: every hostile text of the public lists in FOLDER becomes a story and its page, and a
 * comment on its whole way. On no page may anything appear that is not ours, and no text may be lost. Of a folder of
 * pictures, or its part `pictures`, every file is read or refused by name. Prints a line per list; exit 1 where one failed.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readDocument } from '../src/newsroom/stories/grammar.ts';
import { documentFromHtml } from '../src/newsroom/stories/html.ts';
import { startTestEngine } from '../src/platform/database/testing.ts';
import { isRefused } from '../src/platform/result.ts';
import { judgePictures, picturesIn } from './conformance-pictures.ts';
import type { Debate } from './security/debate.ts';
import { atOnce, openDebate } from './security/debate.ts';
import { asTyped } from './security/debate-form.tsx';
import { visibleText } from './security/expected-text.ts';
import { wholeProgram } from './security/program.ts';
import { asReader } from './security/reader-page.tsx';
import { dangers, textOf } from './security/rendered.ts';
import type { PageMaker } from './security/story-page.ts';
import { pageMaker } from './security/story-page.ts';

interface List {
  readonly name: string;
  read(folder: string): string[];
}

const texts = (folder: string, pattern: string) => globSync(pattern, { cwd: folder }).sort().map((file) => readFileSync(join(folder, file), 'utf8'));

/** A feed holds its HTML escaped or in CDATA: as it stands, and as its reader gets it. */
function fromFeeds(files: readonly string[]): string[] {
  const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  const open = (text: string) => text.replaceAll(/<!\[CDATA\[|\]\]>/gu, '').replaceAll(/&(lt|gt|quot|apos|amp);/gu, (_, name: string) => named[name]!);
  return files.flatMap((file) => [file, open(file)]);
}

const lists: readonly List[] = [
  { name: 'dompurify', read: (folder) => texts(folder, '*.json').flatMap((file) => (JSON.parse(file) as { payload: string }[]).map(({ payload }) => payload)) },
  { name: 'naughty-strings', read: (folder) => texts(folder, '*.json').flatMap((file) => JSON.parse(file) as string[]) },
  { name: 'feedparser-sanitize', read: (folder) => fromFeeds(texts(folder, '*.xml')) },
  { name: 'html5lib-tree', read: (folder) => texts(folder, '*.dat').flatMap((file) => [...file.matchAll(/#data\n([\s\S]*?)\n#errors/gu)].map(([, data]) => data!)) },
  { name: 'html5lib-tokenizer', read: (folder) => texts(folder, '*.test').flatMap((file) => ((JSON.parse(file) as { tests?: { input: string }[] }).tests ?? []).map(({ input }) => input)) },
  { name: 'payloadsallthethings-xxe', read: (folder) => texts(folder, '*').flatMap((file) => [file, ...file.split('\n')]) },
  { name: 'svg-sanitizer', read: (folder) => texts(folder, '*.svg') },
];

async function main(folder: string | undefined): Promise<number> {
  if (folder === undefined || !existsSync(folder)) {
    process.stdout.write(`skipped: ${folder === undefined ? 'no folder was named' : `there is no folder ${folder}`}\n`);
    return 0;
  }
  const found = lists.filter(({ name }) => existsSync(join(folder, name)));
  const pictures = existsSync(join(folder, 'pictures')) ? join(folder, 'pictures') : folder;
  const hasPictures = (found.length === 0 || pictures !== folder) && picturesIn(pictures).length > 0;
  if (found.length === 0 && !hasPictures) {
    process.stdout.write(`skipped: neither pictures nor any of ${lists.map(({ name }) => name).join(', ')} are in ${folder}\n`);
    return 0;
  }
  const failed = (found.length > 0 ? await judgeTexts(resolve(folder), found) : 0) + (hasPictures ? await judgePictures(resolve(pictures)) : 0);
  process.stdout.write(`${failed === 0 ? 'all passed' : `${failed} failed`}\n`);
  return failed === 0 ? 0 : 1;
}

async function judgeTexts(folder: string, found: readonly List[]): Promise<number> {
  const engine = await startTestEngine();
  const whole = await wholeProgram({}, engine);
  try {
    const page = await pageMaker(whole.house, whole.as.get('publisher')!);
    const debate = await openDebate(whole);
    let failed = 0;
    for (const list of found) failed += await judge(list, join(folder, list.name), { page, debate });
    return failed;
  } finally {
    await whole.close();
    await engine.stop();
  }
}

/** How many texts of the list failed. */
async function judge(list: List, folder: string, { page, debate }: { page: PageMaker; debate: Debate }): Promise<number> {
  const innocent = page({});
  const all = [...new Set(list.read(folder))];
  let failed = 0;
  for (let at = 0; at < all.length; at += atOnce) {
    const some = all.slice(at, at + atOnce);
    const debated = await debate.judge(some);
    for (const text of some) {
      const wrong = [...asText(text, page, innocent), ...asHeadline(text, page, innocent), ...asReader(text), ...asTyped(text), ...(debated.get(text) ?? [])];
      if (wrong.length === 0) continue;
      failed += 1;
      if (failed <= 10) process.stdout.write(`  ${JSON.stringify(text.slice(0, 160))}: ${wrong.slice(0, 3).join('; ')}\n`);
    }
  }
  process.stdout.write(`${list.name}: ${all.length} texts, ${all.length - failed} passed, ${failed} failed\n`);
  return failed;
}

const bare = (text: string) => text.normalize('NFC').replaceAll(/[\s\0\uFEFF\uFFFD\p{Cc}]+/gu, '');

function asText(html: string, page: PageMaker, innocent: ReturnType<PageMaker>): string[] {
  const { document } = documentFromHtml(html);
  const checked = readDocument(document);
  const made = page({ body: document });
  const shown = bare(textOf(made.body));
  const lost = visibleText(html).map(bare).filter((part) => part !== '' && !shown.includes(part));
  return [...(isRefused(checked) ? [`the grammar refuses what was read: ${JSON.stringify(checked.detail)}`] : []), ...dangers(made, innocent), ...lost.map((part) => `lost «${part.slice(0, 60)}»`)];
}

/** What is no HTML stands as it was written. */
function asHeadline(text: string, page: PageMaker, innocent: ReturnType<PageMaker>): string[] {
  const made = page({ headline: text, lead: text, searchDescription: text });
  return [...dangers(made, innocent), ...(bare(textOf(made.body)).includes(bare(text)) ? [] : ['the headline is not as it was written'])];
}

process.exitCode = await main(process.argv[2]);
