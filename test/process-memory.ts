/** What the kernel says of a process's memory (Linux). */
import { readFileSync } from 'node:fs';

export const hasProcessMemory = process.platform === 'linux';

export interface ProcessMemory {
  /** Resident now, in MB. */
  readonly now: number;
  /** The most that it ever was. */
  readonly most: number;
}

/** Of a process that has ended: nothing. */
export function memoryOf(pid: number): ProcessMemory {
  const status = textOf(`/proc/${pid}/status`);
  const figure = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`, 'u').exec(status)?.[1] ?? 0) / 1024);
  return { now: figure('VmRSS'), most: figure('VmHWM') };
}

/** The processes in which this one decodes pictures. */
export function darkroomsOf(pid: number): number[] {
  const children = textOf(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number);
  return children.filter((child) => textOf(`/proc/${child}/cmdline`).includes('darkroom-process'));
}

/** Empty where the process has ended meanwhile. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
