import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Actor, House } from '../../platform/feature.ts';
import { isRefused } from '../../platform/result.ts';
import { developLogo } from '../publication/publication.ts';
import type { Load } from './filling.ts';
import { prepareFilms } from './film-loading.ts';
import { loadSample } from './loading.ts';
import { shouldFill } from './rules.ts';
import { isNewsroomEmpty, present, wasLoaded } from './store.ts';

/** Fills the sample in at a start, where it is wanted and nothing real is in its way. Answers whether it did. */
export async function fillSample(house: House, { own }: { own: boolean }): Promise<boolean> {
  const { db, settings } = house;
  if (settings.sample === 'no' || (await present(db))) return false;
  const facts = { wish: settings.sample, own, present: false, loadedBefore: await wasLoaded(db), empty: await isNewsroomEmpty(db) };
  if (!shouldFill(facts)) return false;
  const load = await readLoad(house);
  return house.act(program, (tools) => loadSample(tools, load));
}

const program: Actor = { kind: 'program', id: 'sample', name: 'Broadsheet', role: null };
const folder = fileURLToPath(new URL('../../../sample/pictures/', import.meta.url));

/** Read when it is needed: nobody else carries the sample's texts in memory. */
async function readLoad({ objects }: House): Promise<Load> {
  const { newsroom } = await import('../../../sample/newsroom.ts');
  const names = await readdir(folder);
  const files = new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)));
  const drawn = files.get(newsroom.publication.logo.png);
  const logo = drawn === undefined ? null : await developLogo(objects, drawn);
  if (isRefused(logo)) throw new Error(`the sample's logo was refused: ${logo.refused}`);
  return { newsroom, files, logo, films: await prepareFilms(objects, newsroom.films) };
}
