/** What the kernel says of processor time (Linux). */
import { readFileSync } from 'node:fs';

/** Of the kernel's figures in /proc: 100 a second on every Linux that we run on. */
const ticksPerSecond = 100;

/** Processor seconds that a process has used in all its threads, in its own code and in the kernel. */
export function processSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

/** Seconds that a core has worked and rested since the machine started. */
export function coreSeconds(core: number): { busy: number; idle: number } {
  const line = readFileSync('/proc/stat', 'utf8').split('\n').find((text) => text.startsWith(`cpu${core} `)) ?? '';
  const [user = 0, nice = 0, system = 0, idle = 0, wait = 0, hard = 0, soft = 0, stolen = 0] = line.split(/\s+/).slice(1).map(Number);
  return { busy: (user + nice + system + hard + soft + stolen) / ticksPerSecond, idle: (idle + wait) / ticksPerSecond };
}
