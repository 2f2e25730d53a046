/** A line to a Postgres that can be cut: at once, or so that nobody hears of it. */
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { connect, createServer } from 'node:net';

export interface Wire {
  /** As DATABASE_URL would say it. */
  readonly address: string;
  /** Every connection ends, and none is taken. */
  cut(): Promise<void>;
  /** Connections stay, and no byte passes any more: a firewall, a pulled cable. */
  silence(): void;
  mend(): Promise<void>;
  close(): Promise<void>;
}

export async function wireTo(database: string): Promise<Wire> {
  const beyond = new URL(database);
  const folder = beyond.searchParams.get('host');
  const open = () => (folder === null ? connect(Number(beyond.port), beyond.hostname) : connect(`${folder}/.s.PGSQL.${beyond.port}`));
  const ends = new Set<Socket>();
  let silent = false;
  const server = createServer((near) => {
    const far = open();
    for (const [from, to] of [[near, far], [far, near]] as const) {
      ends.add(from);
      from.on('error', () => undefined);
      from.on('close', () => {
        ends.delete(from);
        to.destroy();
      });
      from.on('data', (part) => silent || to.write(part));
    }
  });
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as { port: number }).port;
  };
  const port = await listen(0);
  const near = new URL(database);
  near.searchParams.delete('host');
  near.hostname = '127.0.0.1';
  near.port = String(port);
  const shut = async () => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    for (const end of ends) end.destroy();
    await closed;
  };
  return {
    address: near.href,
    cut: shut,
    silence: () => void (silent = true),
    async mend() {
      silent = false;
      // What was swallowed cannot be made up for: those connections are over.
      for (const end of ends) end.destroy();
      if (!server.listening) await listen(port);
    },
    close: shut,
  };
}
