/** What the open view offers to the command palette. */
import { useEffect, useSyncExternalStore } from 'react';
import type { IconName } from './icons.tsx';

export interface Command {
  readonly label: string;
  readonly icon: IconName;
  /** Its keys, as people write them. */
  readonly keys?: string;
  run(): void;
}

let offered: readonly Command[] = [];
const listeners = new Set<() => void>();

function offer(commands: readonly Command[]): void {
  offered = commands;
  for (const listener of listeners) listener();
}

/** Offers these while the view stands; give the same array as long as nothing changed. */
export function useOffer(commands: readonly Command[]): void {
  useEffect(() => {
    offer(commands);
    return () => offer([]);
  }, [commands]);
}

export function useCommands(): readonly Command[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => offered,
  );
}
