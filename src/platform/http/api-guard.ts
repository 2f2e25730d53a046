/** What every operation asks before its handler runs: who, whether they may, the version, the size and sanity of the input. */
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { mayAct } from '../acts.ts';
import type { Actor, Acts, House } from '../feature.ts';
import { badText, readJson } from './json-body.ts';
import type { FieldError } from './problem.ts';
import { problem } from './problem.ts';
import { spokenBy } from './problem-words.ts';
import type { Catalogue } from '../words/words.ts';

/** Who asks, and the words of the features. */
export type ApiHouse = Pick<House, 'whoIs'> & Partial<Pick<House, 'features'>>;

export interface Guarded {
  readonly house: ApiHouse;
  readonly acts: Acts;
  readonly act: string | null;
  readonly etag: 'answered' | 'required' | undefined;
  readonly bodyLimit: number | 'own' | undefined;
  readonly takesJson: boolean;
  /** Whether nothing at all may stand for an empty object. */
  readonly mayBeEmpty: boolean;
}

/** Larger is a mistake or an attack: a long story with its tables has some 200 KB. */
export const usualBodyLimit = 1024 * 1024;

export function guard(operation: Guarded): MiddlewareHandler {
  const limit = limitFor(operation);
  return async (c, next) => {
    const who = await operation.house.whoIs(c.req.raw);
    c.set('who', who);
    c.set(spokenBy, cataloguesFor(operation));
    const refused = refuseActor(c, operation, who) ?? refuseVersion(c, operation) ?? refuseAddress(c);
    if (refused !== null) return refused;
    return limit(c, async () => {
      const bad = operation.takesJson ? await refuseBody(c, operation) : null;
      if (bad === null) return next();
      c.res = bad;
    });
  };
}

/** Hono gathers a body of unsaid length before it lets it through: what is large is streamed past it. */
function limitFor({ bodyLimit: most = usualBodyLimit }: Guarded): MiddlewareHandler {
  if (most === 'own') return (_c, next) => next();
  return bodyLimit({ maxSize: most, onError: (c) => problem(c, { status: 413, name: 'too-large', more: { mostBytes: most } }) });
}

/** The feature's own words first: it is the one that goes by this table of acts. */
function cataloguesFor({ house: { features = [] }, acts }: Guarded): Catalogue[] {
  return features.toSorted((a, b) => Number(b.acts === acts) - Number(a.acts === acts)).flatMap(({ words }) => words ?? []);
}

function refuseActor(c: Context, { acts, act }: Guarded, who: Actor | null): Response | null {
  if (act === null) return null;
  if (who === null) {
    return problem(c, { status: 401, name: 'not-signed-in', headers: { 'WWW-Authenticate': 'Bearer' } });
  }
  if (act === 'signed-in' || mayAct(acts, who, act)) return null;
  return problem(c, { status: 403, name: 'not-allowed', more: { act, roles: acts[act] ?? [] } });
}

function refuseVersion(c: Context, { etag }: Guarded): Response | null {
  if (etag !== 'required' || c.req.header('if-match') !== undefined) return null;
  return problem(c, { status: 428, name: 'version-needed' });
}

/** Schemas check the form of what they know; that PostgreSQL takes no NUL they do not. */
function refuseAddress(c: Context): Response | null {
  const errors: FieldError[] = [];
  for (const [name, value] of Object.entries(c.req.param())) note(errors, 'path', [name, value]);
  for (const [name, values] of Object.entries(c.req.queries())) for (const value of values) note(errors, 'query', [name, value]);
  return errors.length === 0 ? null : problem(c, { status: 422, name: 'invalid-input', errors });
}

function note(errors: FieldError[], place: FieldError['in'], [name, value]: readonly [string, string]): void {
  const bad = badText(value);
  if (bad !== null) errors.push({ in: place, pointer: `/${name}`, name: bad });
}

/** Leaves the text where the validators find it, so that the body is read once. */
async function refuseBody(c: Context, { mayBeEmpty }: Guarded): Promise<Response | null> {
  const bytes = new Uint8Array(await c.req.arrayBuffer());
  if (bytes.length === 0 && mayBeEmpty) {
    keepText(c, '{}');
    return null;
  }
  const type = c.req.header('content-type');
  if (type === undefined || !/^application\/([a-z.-]+\+)?json\b/i.test(type)) {
    return problem(c, { status: 415, name: 'json-expected' });
  }
  const read = readJson(bytes);
  if ('text' in read) {
    keepText(c, read.text);
    return null;
  }
  if (read.refused === 'invalid-input') return problem(c, { status: 422, name: read.refused, errors: read.errors });
  return problem(c, { status: 400, name: read.refused });
}

function keepText(c: Context, text: string): void {
  const cache: { text?: string | Promise<string> } = c.req.bodyCache;
  cache.text = Promise.resolve(text);
}
