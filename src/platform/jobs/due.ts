/**
 * What is due by the clock: every process looks once a second, and at the very instant that it knows of.
 * Looking is cheap (one indexed query per feature) and guarded, so that any number of processes may look at once.
 */
import type { Feature, House } from '../feature.ts';

const second = 1_000;

export interface Due {
  /** Looks now, and once more if a look is already under way. */
  look(): void;
  stop(): Promise<void>;
}

export function lookForWhatIsDue(house: House, features: readonly Feature[]): Due {
  const looks = features.flatMap((feature) => (feature.due === undefined ? [] : [{ name: feature.name, due: feature.due }]));
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  const once = async (): Promise<number> => {
    let wait = second;
    for (const { name, due } of looks) {
      try {
        const next = await due(house);
        if (next !== null) wait = Math.min(wait, Math.max(next.getTime() - house.clock.now().getTime(), 0) + 1);
      } catch (error) {
        house.log.warn({ feature: name, error: String(error) }, 'what is due waits for the next look');
      }
    }
    return wait;
  };
  const look = () => {
    if (stopped) return;
    if (running !== null) {
      again = true;
      return;
    }
    clearTimeout(timer);
    running = once().then((wait) => {
      running = null;
      if (stopped) return;
      timer = setTimeout(look, again ? 0 : wait);
      again = false;
    });
  };
  look();
  return {
    look,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
