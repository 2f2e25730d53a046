/** The sample's films and what it embeds. */
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SampleFilm } from '../../../sample/sample.ts';
import type { ObjectStore } from '../../platform/objects/objects.ts';
import { makeEmbed } from '../embeds/embeds.ts';
import { bringVideo, prepareVideo } from '../videos/videos.ts';
import type { Filling, PreparedFilm } from './filling.ts';
import { idOf, note, sound } from './filling.ts';

const folder = fileURLToPath(new URL('../../../sample/films/', import.meta.url));

/** Looks into the films and writes their objects, before anything is said of them. */
export async function prepareFilms(objects: ObjectStore, films: readonly SampleFilm[]): Promise<Map<string, PreparedFilm>> {
  // Looking into a film takes from it where it was made, in place: the kept file stays as it is.
  const workshop = await mkdtemp(join(tmpdir(), 'broadsheet-sample-'));
  try {
    return new Map(await Promise.all(films.map(async (film) => [film.key, await prepareFilm(objects, film, workshop)] as const)));
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

async function prepareFilm(objects: ObjectStore, { file, captions, title, language, credit }: SampleFilm, workshop: string): Promise<PreparedFilm> {
  const path = join(workshop, file);
  await copyFile(join(folder, file), path);
  const prepared = sound(await prepareVideo(objects, path, { name: file, language, title, credit: `${credit.credit} / ${credit.creator}` }));
  return { prepared, captions: await Promise.all(captions.map(async (one) => ({ language: one.language, bytes: await readFile(join(folder, one.file)) }))) };
}

export async function loadFilms(filling: Filling): Promise<void> {
  const { tools, load: { newsroom, films } } = filling;
  for (const { key, description, poster } of newsroom.films) {
    const film = films.get(key);
    if (film === undefined) throw new Error(`the sample has no film ${key}`);
    const { id } = sound(await bringVideo(tools, { ...film, description, poster: idOf(filling, 'picture', poster) }));
    note(filling, { kind: 'video', key, id, made: true });
  }
  for (const { key, ...embed } of newsroom.embeds) {
    const { id } = sound(await makeEmbed(tools, embed));
    note(filling, { kind: 'embed', key, id, made: true });
  }
}
