import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hugePng, iim, withIim } from '../../platform/images/testing.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pictures-inspect-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function inspect(...files: string[]): Promise<{ code: number; lines: Record<string, unknown>[] }> {
  const run = promisify(execFile)(process.execPath, [join(import.meta.dirname, '../../../bin/broadsheet'), 'pictures', 'inspect', ...files], { timeout: 30_000 });
  const { stdout, code } = await run.then(({ stdout: out }) => ({ stdout: out, code: 0 }), (error: { stdout: string; code: number }) => error);
  return { code, lines: stdout.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Record<string, unknown>) };
}

it('prints a line for each file in the order given, read or refused by name, and needs no database', async () => {
  const path = (name: string) => join(folder, name);
  const jpeg = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#246' } }).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  await writeFile(path('Zürich.png'), withIim(jpeg, [[...iim.byline, Buffer.from('Jörg Müller', 'latin1')], [...iim.credit, Buffer.from('Keystone-SDA')]]));
  await writeFile(path('leer.jpg'), '');
  await writeFile(path('riesig.png'), hugePng());
  await writeFile(path('nichts.jpg'), '');
  await truncate(path('nichts.jpg'), 100 * 1024 * 1024);
  await writeFile(path('abgeschnitten.jpg'), jpeg.subarray(0, jpeg.length - 40));
  const files = ['Zürich.png', 'leer.jpg', 'riesig.png', 'nichts.jpg', 'abgeschnitten.jpg'].map(path);
  const { code, lines } = await inspect(...files);
  expect(lines.map(({ file }) => file)).toEqual(files);
  expect(lines[0]).toMatchObject({ format: 'jpeg', mediaType: 'image/jpeg', width: 60, height: 90, orientation: 6, creators: ['Jörg Müller'], credit: 'Keystone-SDA / Jörg Müller' });
  expect(lines.slice(1).map(({ refused }) => (refused as { name: string } | undefined)?.name)).toEqual(['not-a-picture', 'too-many-pixels', 'not-a-picture', 'corrupt']);
  expect(code).toBe(0);
});

it('says when it is used wrongly', async () => {
  expect(await inspect()).toEqual({ code: 1, lines: [] });
  const { code, lines } = await inspect(join(folder, 'nirgends.jpg'));
  expect([code, lines[0]?.['refused']]).toEqual([1, { name: 'no-such-file', message: 'There is no such file, or it cannot be read.' }]);
});

it('takes a folder in: each file once, whatever it is called, and says what became of it', async () => {
  const [data, below] = [join(folder, 'data'), join(folder, 'von der Agentur', 'Zürich')];
  await mkdir(below, { recursive: true });
  const photo = (hue: string) => sharp({ create: { width: 90, height: 60, channels: 3, background: hue } }).jpeg().toBuffer();
  await writeFile(join(below, 'Föhn.jpg'), await photo('#246'));
  await writeFile(join(below, 'Föhn (Kopie).jpg'), await photo('#246'));
  await writeFile(join(below, '..', 'Bise.png'), await photo('#642'));
  await writeFile(join(below, 'Liste.txt'), 'kein Bild');
  await writeFile(join(below, '.DS_Store'), 'x');
  const run = async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, '../../../bin/broadsheet'), 'pictures', 'import', join(folder, 'von der Agentur'), '--collection', 'Föhn', '--credit', 'Zoë Rüegg', '--data', data], { timeout: 120_000 });
    return stdout.split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as { file: string; state: string; picture?: string; refused?: { name: string } });
  };
  const first = await run();
  expect(first.map(({ file, state }) => [file, state]).toSorted()).toEqual([['Bise.png', 'imported'], ['Zürich/Föhn (Kopie).jpg', 'imported'], ['Zürich/Föhn.jpg', 'known'], ['Zürich/Liste.txt', 'refused']].toSorted());
  expect(first.find(({ state }) => state === 'refused')?.refused?.name).toBe('not-a-picture');
  const again = await run();
  expect(again.filter(({ state }) => state === 'known').map(({ picture }) => picture).toSorted()).toEqual(first.filter(({ state }) => state !== 'refused').map(({ picture }) => picture).toSorted());
}, 240_000);
