/** What the schemas say of wrong input, as one entry per field with a stable name; its sentence is in the words (`field.<name>`). */
import type { z } from '@hono/zod-openapi';
import { jsonPointer } from './json-body.ts';
import type { FieldError } from './problem.ts';

type Issue = z.core.$ZodIssue;
export type Place = FieldError['in'];

/** One entry per field: of several faults of one field the first. */
export function fieldErrors(issues: readonly Issue[], data: unknown, place: Place): FieldError[] {
  const byField = new Map<string, FieldError>();
  for (const issue of issues) {
    for (const { path, ...fault } of faults(issue, data)) {
      const pointer = jsonPointer(path);
      if (!byField.has(pointer)) byField.set(pointer, { in: place, pointer, ...fault });
    }
  }
  return [...byField.values()];
}

type Fault = Pick<FieldError, 'name' | 'values'> & { readonly path: readonly PropertyKey[] };

function faults(issue: Issue, data: unknown): Fault[] {
  const { path } = issue;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: [...path, key], name: 'unknown-field' }));
    case 'invalid_type':
      return [valueAt(data, path) === undefined ? { path, name: 'missing' } : { path, name: 'wrong-type', values: { expected: issue.expected } }];
    case 'invalid_value':
      return [valueAt(data, path) === undefined ? { path, name: 'missing' } : { path, name: 'not-one-of', values: { options: issue.values.map(String).join(', ') } }];
    case 'too_small':
      return [{ path, name: isLong(issue.origin) ? 'too-short' : 'too-small', values: { of: issue.origin, least: Number(issue.minimum) } }];
    case 'too_big':
      return [{ path, name: isLong(issue.origin) ? 'too-long' : 'too-big', values: { of: issue.origin, most: Number(issue.maximum) } }];
    case 'custom':
      return [{ path, name: typeof issue.params?.['name'] === 'string' ? issue.params['name'] : 'invalid' }];
    default:
      return [{ path, name: issue.code === 'invalid_format' ? 'wrong-format' : 'invalid' }];
  }
}

/** What is too short or too long, where numbers are too small or too big. */
function isLong(origin: string): boolean {
  return origin === 'string' || origin === 'array';
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let value = data;
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[part];
  }
  return value;
}
