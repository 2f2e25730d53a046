/**
 * How a feature declares its JSON API.
 *
 *     export function sectionsApi(house: House) {
 *       const { app, operation } = createApi(house, sectionActs);
 *       return app.openapi(operation({
 *         method: 'post', path: '/sections', act: 'section.create', summary: 'Make a section',
 *         request: { body: jsonBody(newSectionSchema) },
 *         responses: { 201: jsonAnswer(sectionSchema, 'The section') },
 *       }), async (c) => {
 *         const made = await house.act(c.var.who, (tools) => createSection(tools, c.req.valid('json')));
 *         return isRefused(made) ? refusal(c, made, { exists: 409, 'no-parent': 422 }) : c.json(made, 201);
 *       });
 *     }
 *
 * Chained, the app's type is what the desk's typed client reads.
 */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { RouteConfig, z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import type { Actor, Acts } from '../feature.ts';
import type { ApiHouse } from './api-guard.ts';
import { guard } from './api-guard.ts';
import { fieldErrors } from './input-errors.ts';
import { problem, problemSchema, problemType } from './problem.ts';

/** Everybody with an account or a token, whatever the role. */
export const signedIn = 'signed-in';

export interface OperationFacts<Act extends string> {
  readonly method: RouteConfig['method'];
  readonly summary: string;
  readonly description?: string;
  readonly tags?: string[];
  readonly request?: RouteConfig['request'];
  readonly responses: RouteConfig['responses'];
  /** The act that it is; `signed-in` asks for any account; null is open to the public. */
  readonly act: Act | typeof signedIn | null;
  /** `answered`: tells the version of what it answers; `required`: asks for it in `If-Match` too, 428 without. */
  readonly etag?: 'answered' | 'required';
  /** The largest body in bytes; 1 MB unless said otherwise. `own`: the handler reads it as a stream, and bounds that itself. */
  readonly bodyLimit?: number | 'own';
}

/** What the compiler knows of an operation: what its handler may read and answer, and what the typed client sees. */
type OperationRoute<Path extends string, Facts extends OperationFacts<string>> = {
  path: Path;
  method: Facts['method'];
  request: Facts extends { request: infer Request } ? Request : Record<never, never>;
  responses: Facts['responses'] & Record<'4XX', { description: string; content: { [problemType]: { schema: typeof problemSchema } } }>;
  middleware: MiddlewareHandler<{ Variables: { who: Facts['act'] extends null ? Actor | null : Actor } }>;
};

/** An app for a feature's operations, and the way to declare them by its table of acts. */
export function createApi<Table extends Acts>(house: ApiHouse, acts: Table) {
  const app = new OpenAPIHono({
    defaultHook(result, c) {
      if (result.success) return;
      const place = result.target === 'query' ? 'query' : result.target === 'param' ? 'path' : result.target === 'header' ? 'header' : 'body';
      const data = 'data' in result ? result.data : undefined;
      return problem(c, { status: 422, name: 'invalid-input', errors: fieldErrors(result.error.issues, data, place) });
    },
  });

  function operation<const Path extends string, const Facts extends OperationFacts<keyof Table & string>>(facts: Facts & { path: Path }) {
    const { act, etag, bodyLimit, ...route } = facts;
    const config = {
      ...route,
      ...documentation(acts, act, etag),
      responses: { ...problemResponses(facts), ...(etag === undefined ? facts.responses : withVersion(facts.responses)) },
      middleware: guard({ house, acts, act, etag, bodyLimit, takesJson: takesJson(facts.request), mayBeEmpty: facts.request?.body?.required === false }),
    };
    return createRoute(config as unknown as OperationRoute<Path, Facts>);
  }

  return { app, operation };
}

/** A JSON body that must be there. */
export function jsonBody<Schema extends z.ZodType>(schema: Schema, description = '') {
  return { required: true, description, content: { 'application/json': { schema } } } as const;
}

/** A JSON answer. */
export function jsonAnswer<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, content: { 'application/json': { schema } } } as const;
}

function takesJson(request: RouteConfig['request']): boolean {
  return request?.body?.content['application/json'] !== undefined;
}

function documentation(acts: Acts, act: string | null, etag: OperationFacts<string>['etag']): Partial<RouteConfig> {
  const parameters = etag === 'required'
    ? { parameters: [{ in: 'header' as const, name: 'If-Match', required: true, schema: { type: 'string' as const }, description: 'The version that was read, as its ETag said' }] }
    : {};
  if (act === null) return { security: [], ...parameters };
  const roles = act === signedIn ? {} : { 'x-act': act, 'x-roles': acts[act] };
  return { security: [{ bearer: [] }, { session: [] }], ...roles, ...parameters };
}

/** Says of each good answer that it tells its version. */
function withVersion(responses: RouteConfig['responses']): RouteConfig['responses'] {
  const headers = { ETag: { description: 'The version of what is answered, for If-Match', schema: { type: 'string' as const, example: '"7"' } } };
  return Object.fromEntries(Object.entries(responses).map(([status, response]) => [status, status.startsWith('2') ? { ...response, headers } : response]));
}

function problemResponses(facts: OperationFacts<string>): RouteConfig['responses'] {
  const refused = (description: string) => ({ description, content: { [problemType]: { schema: problemSchema } } });
  return {
    ...(facts.act === null ? {} : { 401: refused('Nobody is signed in') }),
    ...(facts.act === null || facts.act === signedIn ? {} : { 403: refused('The role does not allow this act') }),
    ...(facts.etag === 'required' ? { 412: refused('Somebody has changed it since'), 428: refused('If-Match is missing') } : {}),
    ...(facts.request === undefined ? {} : { 422: refused('The input is wrong: one entry per field') }),
    '4XX': refused('A refusal, by its name'),
  };
}
