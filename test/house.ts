/** A house for tests: a real database, any features, and somebody of any role who asks. No web side, no jobs running. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OpenAPIHono } from '@hono/zod-openapi';
import { createAct } from '../src/platform/act.ts';
import { testDatabase } from '../src/platform/database/testing.ts';
import type { Actor, Announcement, Feature, House, Tools } from '../src/platform/feature.ts';
import { Events } from '../src/platform/events/events.ts';
import { TestClock } from '../src/platform/http/testing.ts';
import { Memory } from '../src/platform/pages/memory.ts';
import { createJobs } from '../src/platform/jobs/jobs.ts';
import { silentLog } from '../src/platform/log/json-log.ts';
import { folderStore } from '../src/platform/objects/folder.ts';
import { readSettings } from '../src/settings.ts';
import type { Settings } from '../src/settings.ts';

export interface TestHouse {
  readonly house: House;
  readonly clock: TestClock;
  /** What was announced so far, of rolled back actions too. */
  readonly announced: Announcement[];
  /** Acts as the program. */
  act<T>(work: (tools: Tools) => Promise<T>): Promise<T>;
  /** Asks the API as somebody of this role; null: as the public. */
  ask(role: string | null, request: { method?: string; path: string; body?: unknown; headers?: Record<string, string> }): Promise<Answer>;
  close(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly json: any;
  readonly headers: Headers;
}

export const program: Actor = { kind: 'program', id: 'test', name: 'Test', role: null };

export async function testHouse(features: readonly Feature[]): Promise<TestHouse> {
  const { db, url, close } = await testDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-house-'));
  const settings = readSettings({ DATA_DIR: dataDir }) as Settings;
  const clock = new TestClock();
  const jobs = createJobs({ address: url, features, log: silentLog });
  const objects = folderStore(join(dataDir, 'objects'));
  const announced: Announcement[] = [];
  const act = createAct({ db, clock, jobs, objects, features, dataDir, dropped: () => {} });
  const house: House = {
    settings, features, clock, db, objects, memory: new Memory(), log: silentLog, events: new Events(), whoIs: async (request) => actorOf(request.headers.get('x-test-role')), whoIsNow: async (actor) => actor,
    act: (by, work, at) => act(by, (tools) => work(noting(tools, announced)), at),
  };
  await jobs.prepare();
  const api = new OpenAPIHono();
  for (const feature of features) if (feature.api !== undefined) api.route('/', feature.api(house));
  return {
    house, clock, announced,
    act: (work) => house.act(program, work),
    ask: (role, request) => ask(api, role, request),
    async close() {
      await jobs.stop(1_000);
      await close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function noting(tools: Tools, announced: Announcement[]): Tools {
  return { ...tools, announce: (announcement) => (announced.push(announcement), tools.announce(announcement)) };
}

function actorOf(role: string | null): Actor | null {
  return role === null ? null : { kind: 'staff', id: `staff-${role}`, name: 'Tiziana Orlandelli', role };
}

type Asked = Parameters<TestHouse['ask']>[1];

async function ask(api: OpenAPIHono, role: string | null, { method = 'GET', path, body, headers = {} }: Asked): Promise<Answer> {
  const answer = await api.request(path, {
    method,
    headers: { ...(role !== null && { 'x-test-role': role }), ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, json: text === '' ? null : JSON.parse(text), headers: answer.headers };
}
