/** The OpenAPI 3.1 document, made from the schemas that check the input. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { cookieName } from '../signin/cookies.ts';

/** Serves the document of all operations at `/openapi.json` of the app, made once. */
export function openApiAt(api: OpenAPIHono, publicUrl: string): void {
  api.openAPIRegistry.registerComponent('securitySchemes', 'bearer', {
    type: 'http', scheme: 'bearer', description: 'A token made in the desk or by `bin/broadsheet token add`',
  });
  api.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey', in: 'cookie', name: cookieName(publicUrl, 'staff'), description: 'The session of somebody signed in at the desk',
  });
  let text: string | undefined;
  api.get('/openapi.json', (c) => {
    text ??= JSON.stringify(api.getOpenAPI31Document({ openapi: '3.1.0', info: documentInfo, servers: [{ url: `${publicUrl}/api/v1` }] }));
    return c.body(text, 200, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-cache' });
  });
}

const documentInfo = {
  title: 'Broadsheet',
  version: '1',
  description: 'Everything that the desk can do. Refusals are application/problem+json with a stable `type`. '
    + 'Beside it stand the sign-in at /signin and the stream of events at /desk/events, which only browsers use.',
};
