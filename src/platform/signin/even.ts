import { setTimeout as pause } from 'node:timers/promises';

/** Answers not before so many milliseconds have passed, so that the time does not tell what the work found. */
export async function notBefore<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const [done] = await Promise.all([work, pause(milliseconds)]);
  return done;
}
