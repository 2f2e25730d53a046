import type { Actor, Acts } from './feature.ts';

/** Whether this actor may do this act, by the table of its feature. The program may everything, the public nothing. */
export function mayAct(acts: Acts, actor: Actor | null, act: string): boolean {
  if (actor === null) return false;
  if (actor.kind === 'program') return true;
  return actor.role !== null && Object.hasOwn(acts, act) && (acts[act]?.includes(actor.role) ?? false);
}
