import { once } from 'node:events';
import { connect as dial, createServer, type Socket } from 'node:net';
import { sql } from 'kysely';
import { afterAll, expect, test, vi } from 'vitest';
import { silentLog } from '../log/json-log.ts';
import { listen } from './listen.ts';
import { testDatabase } from './testing.ts';

const { db, url, close } = await testDatabase();
afterAll(close);

function ears() {
  return { heard: vi.fn<(payload: string) => void>(), lost: vi.fn<() => void>(), back: vi.fn<() => void>() };
}

const tell = (payload: string) => sql`select pg_notify('broadsheet', ${payload})`.execute(db);

test('what is told is heard, in order and whole', async () => {
  const ear = ears();
  const listening = await listen({ address: url, channel: 'broadsheet', log: silentLog, ...ear });
  await tell('{"name":"Zürich «ß»"}');
  await tell('zwei');
  expect(listening.hears()).toBe(true);
  await vi.waitFor(() => expect(ear.heard.mock.calls).toEqual([['{"name":"Zürich «ß»"}'], ['zwei']]));
  await listening.stop();
  expect(ear.lost).not.toHaveBeenCalled();
});

test('a connection that is ended is made again, and both are told once', async () => {
  const ear = ears();
  const listening = await listen({ address: url, channel: 'broadsheet', log: silentLog, ...ear });
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'broadsheet listens' and datname = current_database()`.execute(db);
  await vi.waitFor(() => expect(ear.back).toHaveBeenCalledOnce(), { timeout: 5_000 });
  expect(ear.lost).toHaveBeenCalledOnce();
  await tell('wieder da');
  await vi.waitFor(() => expect(ear.heard).toHaveBeenCalledWith('wieder da'));
  await listening.stop();
});

test('a line that is cut without a word is noticed within four seconds', async () => {
  const cable = await layCable(url);
  const ear = ears();
  const listening = await listen({ address: cable.address, channel: 'broadsheet', log: silentLog, ...ear });
  cable.cut();
  await vi.waitFor(() => expect(ear.lost).toHaveBeenCalledOnce(), { timeout: 4_000 });
  expect(ear.back).not.toHaveBeenCalled();
  cable.mend();
  await vi.waitFor(() => expect(ear.back).toHaveBeenCalledOnce(), { timeout: 5_000 });
  await listening.stop();
  cable.remove();
});

test('who starts while the database is away listens as soon as it is there', async () => {
  const cable = await layCable(url);
  cable.cut();
  const ear = ears();
  const listening = await listen({ address: cable.address, channel: 'broadsheet', log: silentLog, ...ear });
  expect(ear.lost).toHaveBeenCalledOnce();
  expect(listening.hears()).toBe(false);
  cable.mend();
  await vi.waitFor(() => expect(ear.back).toHaveBeenCalledOnce(), { timeout: 5_000 });
  await listening.stop();
  cable.remove();
});

/** A line to the database that can go dead: it stays open and carries nothing. */
async function layCable(address: string) {
  const socket = `${new URL(address).searchParams.get('host')}/.s.PGSQL.5432`;
  const ends = new Set<Socket>();
  let whole = true;
  const server = createServer((near) => {
    const far = dial(socket);
    for (const [from, to] of [[near, far], [far, near]] as const) {
      ends.add(from);
      from.on('data', (bytes) => { if (whole && !dead.has(from)) to.write(bytes); });
      from.on('error', () => undefined).on('close', () => to.destroy());
    }
  });
  const dead = new Set<Socket>();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = (server.address() as { port: number }).port;
  const through = new URL(address);
  through.searchParams.delete('host');
  through.host = `127.0.0.1:${port}`;
  return {
    address: through.href,
    cut() {
      whole = false;
      for (const end of ends) dead.add(end);
    },
    mend() { whole = true; },
    remove() {
      for (const end of ends) end.destroy();
      server.close();
    },
  };
}
