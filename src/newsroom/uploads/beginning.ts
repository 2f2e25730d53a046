/** What the sender says before the first byte: parsed, and checked against what is taken. */
import { basename } from 'node:path';
import { Metadata } from '@tus/server';
import { mayAct } from '../../platform/acts.ts';
import type { Actor, House } from '../../platform/feature.ts';
import { fieldErrors } from '../../platform/http/input-errors.ts';
import type { FieldError } from '../../platform/http/problem.ts';
import { badText } from '../../platform/http/json-body.ts';
import type { Refused } from '../../platform/result.ts';
import { refuse } from '../../platform/result.ts';
import type { UploadKind } from '../../platform/upload-kind.ts';
import { kindNamed } from './arriving.ts';
import { roomLeft } from './folder.ts';
import { whyNotBegin } from './rules.ts';
import type { NewUpload } from './store.ts';
import { countUnfinished } from './store.ts';

export type BeginRefusal = Refused<'malformed-upload' | 'no-such-kind' | 'not-allowed' | 'too-large' | 'too-many-unfinished' | 'store-full'>;

/** The upload as its row will say it; or the fields that are wrong; or why it cannot begin. */
export async function beginning(house: House, request: Request, by: Actor): Promise<Omit<NewUpload, 'id'> | { readonly errors: readonly FieldError[] } | BeginRefusal> {
  const said = read(request.headers);
  if (said === null) return refuse('malformed-upload');
  const kind = kindNamed(house, said.words['kind'] ?? '');
  if (kind === undefined) return refuse('no-such-kind', { kinds: house.features.flatMap(({ uploads = [] }) => uploads.map(({ name }) => name)).join(', ') });
  if (!mayAct(kind.acts, by, kind.act)) return refuse('not-allowed', { act: kind.act, roles: kind.acts[kind.act] ?? [] });
  const fields = fieldsOf(kind, said.words);
  if ('errors' in fields) return fields;
  const { bytes } = said;
  const refused = whyNotBegin({ bytes, greatest: kind.greatestBytes, unfinished: await countUnfinished(house.db, by.id), free: await roomLeft(house) });
  if (refused !== null) return refused;
  const now = house.clock.now();
  return { kind: kind.name, name: plainName(said.words['filename'] ?? said.words['name'] ?? ''), said: fields.said, bytes, by_id: by.id, by, begun_at: now, touched_at: now, subject: null, refusal: null, held_by: null, held_until: null };
}

function read(headers: Headers): { bytes: number; words: Record<string, string> } | null {
  const length = headers.get('upload-length') ?? '';
  if (!/^\d{1,15}$/u.test(length)) return null;
  try {
    const entries = Object.entries(Metadata.parse(headers.get('upload-metadata') ?? ''));
    return { bytes: Number(length), words: Object.fromEntries(entries.map(([name, value]) => [name, value ?? ''])) };
  } catch {
    return null;
  }
}

/** Clients say more than is asked for (`filetype`, `relativePath`): it is passed over. */
function fieldsOf(kind: UploadKind, words: Readonly<Record<string, string>>): { said: Record<string, unknown> } | { errors: FieldError[] } {
  const given = Object.fromEntries(Object.entries(words).filter(([name, value]) => name in kind.fields.shape && value !== ''));
  const bad = Object.entries(given).flatMap(([name, value]) => badText(value) === null ? [] : [{ in: 'header' as const, pointer: `/${name}`, name: badText(value)! }]);
  if (bad.length > 0) return { errors: bad };
  const parsed = kind.fields.safeParse(given);
  return parsed.success ? { said: parsed.data } : { errors: fieldErrors(parsed.error.issues, given, 'header') };
}

const longestName = 200;

/** Without folders, and without what no name has. */
function plainName(name: string): string {
  // eslint-disable-next-line no-control-regex
  return basename(name.replaceAll('\\', '/')).toWellFormed().replaceAll(/[\u0000-\u001f\u007f]/gu, '').normalize('NFC').slice(0, longestName);
}
