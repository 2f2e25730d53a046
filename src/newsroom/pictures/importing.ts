/** `bin/broadsheet pictures import FOLDER`: takes in what lies in a folder. Safe to run twice, and to stop in between. */
import { createReadStream } from 'node:fs';
import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import type { Command, CommandRefusal, Given } from '../../commands/command.ts';
import { createAct } from '../../platform/act.ts';
import type { OpenDatabase } from '../../platform/database/open.ts';
import type { Actor, Tools } from '../../platform/feature.ts';
import { greatestBytes } from '../../platform/images/limits.ts';
import { createJobs } from '../../platform/jobs/jobs.ts';
import { addressOfParts } from '../../platform/objects/address.ts';
import { say } from '../../platform/log/say.ts';
import { openObjects } from '../../platform/objects/open.ts';
import type { ObjectStore } from '../../platform/objects/objects.ts';
import type { Refused } from '../../platform/result.ts';
import { isRefused, refuse } from '../../platform/result.ts';
import { clockWithOffset } from '../../platform/time/clock.ts';
import { translator } from '../../platform/words/translate.ts';
import { keepPicture, preparePicture } from './actions.ts';
import { listCollections } from './collections-store.ts';
import { fillCollection, makeCollection } from './collections.ts';
import { renditionsJob } from './jobs.ts';
import { patientDarkroom } from './making.ts';
import { sentenceOf } from './sentences.ts';
import { picturesOf } from './store.ts';
import { words } from './words.ts';

export const importPictures: Command = {
  name: 'pictures import',
  usage: 'FOLDER [--collection NAME] [--credit TEXT] [--language TAG]',
  about: 'Take in the pictures of a folder and those below it: one JSON line for each file, imported, known already or refused by name. Ends after the file at hand when it is told to stop; what is here already is passed over the next time.',
  words: [1, 1],
  options: { collection: { type: 'string' }, credit: { type: 'string' }, language: { type: 'string' } },
  async run(given) {
    const [folder = ''] = given.args;
    const files = await filesBelow(resolve(folder));
    if (files === null) return refuse('no-such-folder', { message: `There is no folder «${folder}» that can be read.` });
    const done = await given.withDatabase((opened) => importAll(given, opened, { folder: resolve(folder), files }));
    await patientDarkroom.close();
    return done;
  },
};

const importer: Actor = { kind: 'program', id: 'import', name: 'Broadsheet', role: null };

interface Import {
  readonly act: ReturnType<typeof createAct>;
  readonly objects: ObjectStore;
  readonly opened: OpenDatabase;
  readonly collection: string | null;
  readonly said: { readonly credit?: string; readonly language: string };
}

/** Hidden files and folders are the system's own. Null where the folder cannot be read. */
async function filesBelow(folder: string): Promise<string[] | null> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => null);
  if (entries === null) return null;
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return paths.filter((path) => !/(?:^|[/\\])\./u.test(relative(folder, path))).toSorted();
}

async function importAll(given: Given, opened: OpenDatabase, { folder, files }: { folder: string; files: readonly string[] }): Promise<CommandRefusal | undefined> {
  const { settings, log, options } = given;
  const objects = openObjects(settings);
  // What it announces reaches the running program by the tags; what is left to make waits in the queue.
  const jobs = createJobs({ address: opened.address, features: [{ name: 'pictures', jobs: [renditionsJob] }], log });
  await jobs.prepare();
  const act = createAct({ db: opened.db, clock: clockWithOffset(settings.clockOffset), jobs, objects, features: [], dataDir: settings.dataDir, dropped: () => {} });
  const collection = typeof options['collection'] === 'string' ? await act(importer, (tools) => collectionNamed(tools, String(options['collection']))) : null;
  if (isRefused(collection)) return refuse('no-collection', { message: `The collection «${String(options['collection'])}» could not be made.` });
  const said = { language: typeof options['language'] === 'string' ? options['language'] : 'de', ...(typeof options['credit'] === 'string' && { credit: options['credit'] }) };
  const counts = { imported: 0, known: 0, refused: 0 };
  const stop = toldToStop();
  for (const [index, path] of files.entries()) {
    if (stop.told()) break;
    const line = await importOne({ act, objects, opened, collection, said }, path);
    counts[line.state] += 1;
    process.stdout.write(`${JSON.stringify({ file: relative(folder, path), ...line })}\n`);
    if (process.stderr.isTTY) process.stderr.write(`\r${index + 1} of ${files.length}`);
  }
  stop.end();
  await jobs.stop(1_000);
  say(`${counts.imported} imported, ${counts.known} known already, ${counts.refused} refused, ${files.length - counts.imported - counts.known - counts.refused} not looked at.`);
  return undefined;
}

type Line = { readonly state: 'imported' | 'known'; readonly picture: string } | { readonly state: 'refused'; readonly refused: { readonly name: string; readonly message: string } };

async function importOne(work: Import, path: string): Promise<Line> {
  const { act, collection } = work;
  const known = (await picturesOf(work.opened.db, await addressOfParts(createReadStream(path))))[0];
  const picture = known ?? (await takeIn(work, path));
  if (isRefused(picture)) return { state: 'refused', refused: { name: picture.refused, message: sentenceOf(picture, translator(words, 'en')) } };
  const { id } = picture;
  if (collection !== null) await act(importer, (tools) => fillCollection(tools, { id: collection, add: [id], remove: [] }));
  return { state: known === undefined ? 'imported' : 'known', picture: id };
}

async function takeIn({ act, objects, said }: Import, path: string): Promise<{ readonly id: string } | Refused> {
  if ((await stat(path)).size > greatestBytes) return refuse('too-large', { most: greatestBytes });
  const prepared = await preparePicture({ objects, file: path, bytes: () => readFile(path), said: { ...said, name: basename(path).normalize('NFC') }, renditions: 'now', darkroom: patientDarkroom });
  return isRefused(prepared) ? prepared : act(importer, (tools) => keepPicture(tools, prepared));
}

async function collectionNamed(tools: Tools, name: string): Promise<string | Refused> {
  const there = (await listCollections(tools.db)).find((one) => one.name.toLowerCase() === name.toLowerCase());
  const collection = there ?? (await makeCollection(tools, { name }));
  return isRefused(collection) ? collection : collection.id;
}

/** The first Ctrl-C lets the file at hand be finished. */
function toldToStop(): { told(): boolean; end(): void } {
  let told = false;
  const hear = () => void (told = true);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, hear);
  return { told: () => told, end: () => ['SIGINT', 'SIGTERM'].forEach((signal) => process.off(signal, hear)) };
}
