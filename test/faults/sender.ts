/** Whoever sends a file to the running program, in parts (tus 1.0), and asks what came of it. */
import type { RunningProgram } from '../running.ts';
import { client } from '../client.ts';
import { mustHold, until } from './fault.ts';

export interface Told {
  readonly status: number;
  readonly name: string;
  readonly title: string;
  readonly detail: string;
  readonly location: string | null;
  /** As far as the program has acknowledged. */
  readonly offset: number;
}

export interface Sender {
  begin(bytes: number): Promise<Told>;
  part(id: string, offset: number, bytes: Uint8Array): Promise<Told>;
  /** How far it is. */
  look(id: string): Promise<Told>;
  /** Asks until it is a picture; answers with its reference. */
  kept(id: string): Promise<string>;
}

export function sender({ url }: Pick<RunningProgram, 'url'>, token: string): Sender {
  const say = async (method: string, path: string, { headers = {}, body = null }: { headers?: Record<string, string>; body?: BodyInit | null } = {}): Promise<Told> => {
    const answer = await fetch(`${url}/api/v1/uploads${path}`, { method, body, headers: { authorization: `Bearer ${token}`, 'accept-language': 'de', 'tus-resumable': '1.0.0', ...headers } });
    const text = await answer.text();
    const { name = '', title = '', detail = '' } = text === '' ? {} : (JSON.parse(text) as Partial<Told>);
    return { status: answer.status, name, title, detail, location: answer.headers.get('location'), offset: Number(answer.headers.get('upload-offset')) };
  };
  return {
    begin: (bytes) => say('POST', '', { headers: { 'upload-length': String(bytes), 'upload-metadata': `kind ${btoa('picture')},filename ${btoa('foto.jpg')}` } }),
    part: (id, offset, bytes) => say('PATCH', `/${id}`, { headers: { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' }, body: new Uint8Array(bytes) }),
    look: (id) => say('HEAD', `/${id}`),
    async kept(id) {
      const ask = client(url, token);
      let subject = '';
      await until(async () => {
        const { json } = await ask('GET', `/uploads/${id}`);
        if (json.state === 'refused') return true;
        subject = json.subject ?? '';
        return json.state === 'kept';
      }, { within: 180_000, what: 'an acknowledged picture' });
      mustHold(subject !== '', `an upload was refused: ${JSON.stringify((await ask('GET', `/uploads/${id}`)).json.refused)}`);
      return subject;
    },
  };
}

/** The id that the answer to a beginning names. */
export const idOf = ({ status, location }: Told): string => {
  if (status !== 201 || location === null) throw new Error(`begun with ${status}`);
  return location.split('/').at(-1)!;
};
