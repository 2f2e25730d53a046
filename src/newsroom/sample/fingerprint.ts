import { createHash } from 'node:crypto';

/** The same facts have the same one, in whatever order their fields come. */
export function fingerprint(facts: unknown): string {
  return createHash('sha256').update(JSON.stringify(facts, inOrder)).digest('hex');
}

function inOrder(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
