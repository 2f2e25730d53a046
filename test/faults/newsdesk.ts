/** Somebody at the desk of a running program, over the API. */
import { client, type Client } from '../client.ts';
import type { RunningProgram } from '../running.ts';

export interface Written {
  readonly id: string;
  readonly url: string;
  readonly version: number;
}

export async function desk(program: RunningProgram): Promise<Client> {
  return client(program.url, await program.token('administrator'));
}

export const words = (number: number) => ({ headline: `Stand ${number} aus Zürich`, body: { html: `<p>Text mit der Nummer ${number}.</p>` } });

export async function write(ask: Client, section: string): Promise<Written> {
  const { status, json } = await ask('POST', '/stories', { section, byline: ['Änne Prüfer'], ...words(1) });
  if (status !== 201) throw new Error(`a story was answered with ${status}: ${JSON.stringify(json)}`);
  return { id: json.id, url: json.url, version: json.version };
}
