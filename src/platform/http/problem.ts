/** Refusals of the JSON API as `application/problem+json`, RFC 9457. */
import { z } from '@hono/zod-openapi';
import type { Context, TypedResponse } from 'hono';
import type { ClientErrorStatusCode, ServerErrorStatusCode } from 'hono/utils/http-status';
import type { JSONParsed } from 'hono/utils/types';
import type { Refused } from '../result.ts';
import { requestIdOf } from './arrival.ts';
import type { Say } from './problem-words.ts';
import { sayTo } from './problem-words.ts';

export const problemType = 'application/problem+json';

/**
 * The stable name of a problem. A URN, not an address under PUBLIC_URL: it is the same in every installation and
 * survives a move to another domain, so that a program written for one newsroom understands all.
 */
export function problemUri(name: string): string {
  return `urn:broadsheet:problem:${name}`;
}

export const fieldErrorSchema = z.object({
  in: z.enum(['body', 'query', 'path', 'header']),
  pointer: z.string().openapi({ description: 'JSON Pointer (RFC 6901) to the field', example: '/headline' }),
  name: z.string().openapi({ description: 'Stable name of what is wrong', example: 'missing' }),
  message: z.string(),
}).openapi('FieldError');

export const problemSchema = z.object({
  type: z.string().openapi({ example: problemUri('not-found') }),
  name: z.string().openapi({ description: 'The last part of the type', example: 'not-found' }),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional().openapi({ description: 'What happened and what to do, in the language of whoever asks' }),
  requestId: z.string().optional(),
  errors: z.array(fieldErrorSchema).optional(),
}).openapi('Problem');

/** What is wrong with a field; `values` go into its sentence. */
export interface FieldError {
  readonly in: z.infer<typeof fieldErrorSchema>['in'];
  readonly pointer: string;
  readonly name: string;
  readonly values?: Readonly<Record<string, string | number>>;
}
export type Problem = z.infer<typeof problemSchema>;
export type ErrorStatus = ClientErrorStatusCode | ServerErrorStatusCode;
/** What a handler of an operation may answer beside what it declares. */
export type ProblemAnswer = Response & TypedResponse<JSONParsed<Problem>, ClientErrorStatusCode, 'json'>;

export interface ProblemFacts {
  readonly status: ErrorStatus;
  /** In kebab case; the last part of `type`. */
  readonly name: string;
  readonly errors?: readonly FieldError[];
  /** Further members that a program needs: a limit, the current version. */
  readonly more?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

export function problem(c: Context, facts: ProblemFacts): ProblemAnswer {
  const say = sayTo(c);
  // Of a kind that has a sentence of its own, that one.
  const detail = say([...(typeof facts.more?.['kind'] === 'string' ? [`refused.${facts.name}.${facts.more['kind']}`] : []), `refused.${facts.name}`], facts.more);
  const body = {
    ...facts.more,
    type: problemUri(facts.name),
    name: facts.name,
    title: say([`title.${facts.status}`, 'title.other']) ?? facts.name,
    status: facts.status,
    ...(detail === undefined ? {} : { detail }),
    requestId: requestIdOf(c),
    ...(facts.errors === undefined ? {} : { errors: facts.errors.map((error) => told(say, error)) }),
  };
  const headers = { 'Content-Type': problemType, 'Cache-Control': 'no-store', ...facts.headers };
  return c.body(JSON.stringify(body), facts.status, headers) as unknown as ProblemAnswer;
}

/**
 * Answers a refusal of a rule, told in the words of its feature (`refused.<name>`). The compiler asks for a status for
 * every name that the refusal can have; its detail becomes members of the problem, a pointer in it an entry of its own.
 */
export function refusal<Name extends string>(c: Context, refused: Refused<Name>, statuses: Readonly<Record<Name, ErrorStatus>>): ProblemAnswer {
  const { refused: name, detail } = refused;
  const status = statuses[name];
  const pointer = status === 422 ? detail?.['pointer'] : undefined;
  return problem(c, {
    status, name, ...(detail === undefined ? {} : { more: detail }),
    ...(typeof pointer === 'string' ? { errors: [{ in: 'body', pointer, name, values: valuesIn(detail) }] } : {}),
  });
}

function told(say: Say, { values, ...error }: FieldError): z.infer<typeof fieldErrorSchema> {
  return { ...error, message: say([`field.${error.name}`, `refused.${error.name}`], values) ?? error.name };
}

function valuesIn(detail: Refused['detail'] = {}): NonNullable<FieldError['values']> {
  return Object.fromEntries(Object.entries(detail).filter((entry): entry is [string, string | number] => ['string', 'number'].includes(typeof entry[1])));
}
