/** A small tus client that speaks with the API of a test's house. */
import { feature } from '../src/newsroom/uploads/uploads.ts';
import type { TestHouse } from './house.ts';

export interface Told {
  readonly status: number;
  readonly headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly json: any;
}

export function tusClient(newsroom: TestHouse, role: string | null = 'reporter') {
  const api = feature.api!(newsroom.house);
  const say = async (method: string, path: string, { headers = {}, body }: { headers?: Record<string, string>; body?: Uint8Array | ReadableStream<Uint8Array> } = {}): Promise<Told> => {
    const init: RequestInit & { duplex?: 'half' } = { method, headers: { ...(role !== null && { 'x-test-role': role }), 'tus-resumable': '1.0.0', 'accept-language': 'de', ...headers } };
    if (body !== undefined) Object.assign(init, { body, duplex: 'half' });
    const answer = await api.request(path, init);
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, json: text === '' ? null : JSON.parse(text) };
  };
  return {
    say,
    begin: (bytes: number, words: Record<string, string>) => say('POST', '/uploads', { headers: { 'upload-length': String(bytes), 'upload-metadata': metadata(words) } }),
    send: (id: string, offset: number, body: Uint8Array | ReadableStream<Uint8Array>) => say('PATCH', `/uploads/${id}`, { headers: { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' }, body }),
    async offset(id: string): Promise<number | null> {
      const { status, headers } = await say('HEAD', `/uploads/${id}`);
      return status === 200 ? Number(headers.get('upload-offset')) : null;
    },
    look: (id: string) => say('GET', `/uploads/${id}`),
  };
}

/** The last part of where an upload is. */
export const idIn = (told: Told): string => /\/api\/v1\/uploads\/([\w-]+)$/u.exec(told.headers.get('location') ?? '')?.[1] ?? 'nowhere';

function metadata(words: Record<string, string>): string {
  return Object.entries(words).map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`).join(',');
}
