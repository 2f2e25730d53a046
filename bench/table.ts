/** One line of a result: what was measured, its figure, its target. */
export function line(what: string, figure: string, { target, met }: { target: string; met: boolean }): void {
  console.log(`${met ? 'ok  ' : 'MISS'} ${what.padEnd(58)} ${figure.padStart(14)}   target ${target}`);
}

export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** By the nearest rank. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1))] ?? Number.NaN;
}
