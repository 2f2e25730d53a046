import { expect, it } from 'vitest';
import { Memory } from './memory.ts';

function counted(memory: Memory) {
  let reads = 0;
  const read = () => Promise.resolve(`Zürich ${(reads += 1)}`);
  return { name: () => memory.recall({ key: 'publication', tags: ['publication', 'sections'], read }), reads: () => reads };
}

it('reads once after a change', async () => {
  const memory = new Memory();
  memory.regainTrack();
  const { name } = counted(memory);
  expect([await name(), await name()]).toEqual(['Zürich 1', 'Zürich 1']);
  memory.drop(['front', 'story:k3f9hbcd']);
  expect(await name()).toBe('Zürich 1');
  memory.drop(['front', 'sections']);
  expect(await name()).toBe('Zürich 2');
});

it('does not answer who comes after a change with what was being read before it', async () => {
  const memory = new Memory();
  memory.regainTrack();
  const before = Promise.withResolvers<string>();
  const old = memory.recall({ key: 'name', tags: ['publication'], read: () => before.promise });
  memory.drop(['publication']);
  const now = memory.recall({ key: 'name', tags: ['publication'], read: () => Promise.resolve('Neue Züri-Post') });
  before.resolve('Züri-Post');
  expect([await old, await now, await memory.recall({ key: 'name', tags: ['publication'], read: () => Promise.reject(new Error('read again')) })]).toEqual(['Züri-Post', 'Neue Züri-Post', 'Neue Züri-Post']);
});

it('knows nothing while no notices arrive', async () => {
  const memory = new Memory();
  const { name, reads } = counted(memory);
  await name();
  await name();
  memory.regainTrack();
  await name();
  memory.loseTrack();
  await name();
  memory.regainTrack();
  await name();
  expect(reads()).toBe(5);
});

it('asks again for what could not be read', async () => {
  const memory = new Memory();
  memory.regainTrack();
  const gone = () => memory.recall({ key: 'name', tags: [], read: () => Promise.reject(new Error('database gone')) });
  await expect(gone()).rejects.toThrow('database gone');
  expect(await memory.recall({ key: 'name', tags: [], read: () => Promise.resolve('da') })).toBe('da');
});
