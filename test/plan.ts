import type { Feature } from '../src/platform/feature.ts';

/** The plan down to this feature, and it with them: what a test of it needs. */
export async function newsroomUpTo(name: string): Promise<readonly Feature[]> {
  const { newsroom } = await import('../src/newsroom.ts');
  return newsroom.slice(0, newsroom.findIndex((feature) => feature.name === name) + 1);
}
