/** One real Postgres for the whole run of the tests. */
import type { TestProject } from 'vitest/node';
import { startTestEngine } from '../src/platform/database/testing.ts';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { address, ownerAddress, stop } = await startTestEngine();
  project.provide('testEngine', { address, ownerAddress });
  return stop;
}
