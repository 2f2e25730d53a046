/** Has logo and icons drawn by another process and keeps them as objects. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { House } from '../../platform/feature.ts';
import type { ObjectStore } from '../../platform/objects/objects.ts';
import { refuse, type Refused } from '../../platform/result.ts';
import type { DrawingOrder, Drawn } from './icon.ts';
import type { Logo, Publication } from './paper.ts';
import { readPublication, saveIcons } from './store.ts';

/** A picture that takes longer is not meant as a logo. */
const patience = 20_000;

export type LogoRefusal = Refused<'logo-type' | 'logo-corrupt'>;

/** Reads an uploaded file (PNG, JPEG, WebP; told by its bytes), trims and shrinks it, and keeps it as PNG without any metadata. */
export async function developLogo(objects: ObjectStore, file: Uint8Array): Promise<Logo | LogoRefusal> {
  const drawn = await draw({ kind: 'logo', file });
  if ('refused' in drawn) return refuse(drawn.refused);
  const [picture] = drawn.pictures;
  if (picture === undefined) return refuse('logo-corrupt');
  return { address: await objects.put(picture.bytes), width: picture.size, height: picture.height };
}

type Lent = Pick<House, 'db' | 'objects' | 'act'>;
const underWay = new WeakMap<object, Promise<Readonly<Record<string, string>>>>();

/** The icons of the publication as it is, drawn when they are asked for the first time after a change: once, however many ask. */
export async function iconsOf(house: Lent): Promise<Readonly<Record<string, string>>> {
  const publication = await readPublication(house.db);
  if (Object.keys(publication.icons).length > 0) return publication.icons;
  const running = underWay.get(house.db) ?? drawIcons(house, publication).finally(() => underWay.delete(house.db));
  underWay.set(house.db, running);
  return running;
}

async function drawIcons(house: Lent, { name, accent, logo, version }: Publication): Promise<Readonly<Record<string, string>>> {
  const drawn = await draw({ kind: 'icons', name, accent, logo: logo === null ? null : await house.objects.get(logo.address) });
  if ('refused' in drawn) return {};
  const addresses = await Promise.all(drawn.pictures.map(async ({ size, bytes }) => [String(size), await house.objects.put(bytes)] as const));
  const icons = Object.fromEntries(addresses);
  await house.act({ kind: 'program', id: 'publication', name: 'Broadsheet', role: null }, (tools) => saveIcons(tools.db, { version, icons }));
  return icons;
}

async function draw(order: DrawingOrder): Promise<Drawn> {
  const child = fork(fileURLToPath(new URL('./drawing-process.ts', import.meta.url)), [], {
    // Neither loaders of the parent nor its environment with its secrets.
    execArgv: [], env: { NODE_ENV: 'production', MALLOC_ARENA_MAX: '2' }, serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const { promise, resolve } = Promise.withResolvers<Drawn>();
  const gaveUp = () => resolve({ refused: 'logo-corrupt' });
  const timer = setTimeout(gaveUp, patience);
  child.once('message', (drawn) => resolve(drawn as Drawn));
  child.once('exit', gaveUp);
  child.once('error', gaveUp);
  child.send(order, (error) => error !== null && gaveUp());
  return promise.finally(() => {
    clearTimeout(timer);
    child.kill('SIGKILL');
  });
}
