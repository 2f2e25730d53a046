/** Something that goes wrong in earnest, and what must hold all the same. */
export interface Fault {
  /** What happens, as a sentence without its end. */
  readonly name: string;
  /** Answers with figures for people; throws `Broken` where something did not hold, `Skipped` where it cannot be tried here. */
  run(): Promise<string>;
}

export class Broken extends Error {}
export class Skipped extends Error {}

export function mustHold(holds: boolean, sentence: string): void {
  if (!holds) throw new Broken(sentence);
}

/** Asks until it is so; answers how long it took, in milliseconds. */
export async function until(isSo: () => Promise<boolean>, { within, what }: { within: number; what: string }): Promise<number> {
  const began = performance.now();
  for (;;) {
    if (await isSo().catch(() => false)) return performance.now() - began;
    if (performance.now() - began > within) throw new Broken(`${what} was not so within ${within} ms`);
    await pause(10);
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
export const milliseconds = (value: number): string => `${Math.round(value)} ms`;
