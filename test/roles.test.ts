/** Walks the API document: every operation as nobody and as every role. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newsroom } from '../src/newsroom.ts';
import { roles } from '../src/newsroom/staff/roles.ts';
import type { TestHouse } from './house.ts';
import { testHouse } from './house.ts';

interface Operation {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly public: boolean;
  /** Null: any account. */
  readonly roles: readonly string[] | null;
}

let world: TestHouse;
let operations: readonly Operation[];

beforeAll(async () => {
  world = await testHouse(newsroom);
  operations = newsroom.flatMap((feature) => {
    const paths = feature.api?.(world.house).getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'test', version: '1' } }).paths ?? {};
    return Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods as Record<string, { security?: unknown[]; 'x-roles'?: string[] }>).map(([method, one]) => ({
      name: `${method.toUpperCase()} ${path}`, method: method.toUpperCase(), path: path.replaceAll(/\{(number|other)\}/gu, '1').replaceAll(/\{\w+\}/gu, 'bcdfghjk'),
      public: one.security?.length === 0, roles: one['x-roles'] ?? null,
    })));
  });
});
afterAll(() => world.close());

/** With a body and a version that nothing has: enough to be let in or not, too little to change anything. */
async function answer(operation: Operation, role: string | null): Promise<{ status: number; json: { type?: string } | null }> {
  const body = operation.method === 'GET' || operation.method === 'DELETE' ? {} : { body: {} };
  return world.ask(role, { method: operation.method, path: operation.path, headers: { 'if-match': '"999999"' }, ...body });
}

describe('the API', () => {
  it('has operations, and nearly none without a name to them', () => {
    expect(operations.length).toBeGreaterThan(50);
    expect(operations.filter((one) => one.public).map((one) => one.name)).toEqual([]);
  });
  it('lets nobody in who is not signed in', async () => {
    for (const one of operations) expect([one.name, (await answer(one, null)).status]).toEqual([one.name, 401]);
  });
  it.each(roles.map((role) => [role]))('lets %s do what the doors say, and nothing else', async (role) => {
    for (const one of operations) {
      const may = one.roles === null || one.roles.includes(role);
      const { status, json } = await answer(one, role);
      // Something that is not there, or an empty body, is refused by another name; a fault is never an answer.
      const verdict = status >= 500 ? `fault ${status}` : json?.type === 'urn:broadsheet:problem:not-allowed' ? 'forbidden' : 'let in';
      expect([one.name, verdict]).toEqual([one.name, may ? 'let in' : 'forbidden']);
    }
  });
});
