/** Another program that speaks to the API with a token. */
export interface Client {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  <T = any>(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<{ status: number; json: T; etag: string | null }>;
}

export function client(url: string, token: string): Client {
  return async (method, path, body, headers = {}) => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, json: (/json/u.test(answer.headers.get('content-type') ?? '') ? JSON.parse(text) : text) as never, etag: answer.headers.get('etag') };
  };
}
