/** JSON from outside: read once within limits, and refused by name where it is hostile rather than wrong. */
import type { FieldError } from './problem.ts';

/** Deeper than any document of ours; a story's grammar ends at about 12. */
export const deepestJson = 64;

export type BadJson =
  | { readonly refused: 'not-utf-8' | 'malformed-json' | 'too-deep' }
  | { readonly refused: 'invalid-input'; readonly errors: readonly FieldError[] };

/** The text of a JSON body that is safe to parse and to store, or why not. */
export function readJson(bytes: Uint8Array): { readonly text: string } | BadJson {
  const text = decode(bytes);
  if (text === null) return { refused: 'not-utf-8' };
  if (depthOf(text) > deepestJson) return { refused: 'too-deep' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { refused: 'malformed-json' };
  }
  const errors = hostileParts(value);
  return errors.length > 0 ? { refused: 'invalid-input', errors } : { text };
}

/** What a text from outside may not hold: PostgreSQL stores no NUL, and half a surrogate pair is no character. */
export function badText(text: string): 'nul-character' | 'lone-surrogate' | null {
  if (text.includes('\0')) return 'nul-character';
  if (!text.isWellFormed()) return 'lone-surrogate';
  return null;
}

export function jsonPointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Counted before parsing, so that no recursion later meets what this refuses. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (inString) {
      if (code === backslash) index += 1;
      else if (code === quote) inString = false;
    } else if (code === quote) inString = true;
    else if (code === openBracket || code === openBrace) deepest = Math.max(deepest, depth += 1);
    else if (code === closeBracket || code === closeBrace) depth -= 1;
  }
  return deepest;
}

const quote = 0x22;
const backslash = 0x5c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;
/** More are not listed: one is enough to refuse. */
const mostErrors = 20;

function hostileParts(value: unknown): FieldError[] {
  const errors: FieldError[] = [];
  walk(value, [], errors);
  return errors;
}

function walk(value: unknown, path: readonly PropertyKey[], errors: FieldError[]): void {
  if (errors.length >= mostErrors) return;
  if (typeof value === 'string') note(badText(value), path, errors);
  if (typeof value !== 'object' || value === null) return;
  for (const [name, part] of Object.entries(value)) {
    const inside = [...path, name];
    if (name === '__proto__') note('forbidden-name', inside, errors);
    else note(badText(name), inside, errors);
    walk(part, inside, errors);
  }
}

function note(name: string | null, path: readonly PropertyKey[], errors: FieldError[]): void {
  if (name !== null) errors.push({ in: 'body', pointer: jsonPointer(path).toWellFormed().replaceAll('\0', '\uFFFD'), name });
}
