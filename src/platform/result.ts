/**
 * An expected refusal is a value with a name; an exception is a bug.
 * The name is stable: it is the last part of a problem's `type` in the API and the key of the sentence
 * that tells a person what happened.
 */
export interface Refused<Name extends string = string> {
  readonly refused: Name;
  /** What the sentence and the caller need: a limit, the current version, a list of what is missing. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

export function refuse<Name extends string>(refused: Name, detail?: Readonly<Record<string, unknown>>): Refused<Name> {
  return detail === undefined ? { refused } : { refused, detail };
}

export function isRefused(value: unknown): value is Refused {
  return typeof value === 'object' && value !== null && 'refused' in value && typeof value.refused === 'string';
}
