/** What stands where on the front page and on the sections' own fronts. */

/** The front page; every other front has the id of its section. */
export const frontPage = 'front';

export interface Front {
  readonly id: string;
  /** Ids of stories in order; the first is the lead. */
  readonly slots: readonly string[];
  /** Whether the newest stories stand where the desk chose none. */
  readonly fill: boolean;
  /** 0 while nobody has arranged it. */
  readonly version: number;
}

/** A front that nobody has arranged: the newest stories stand there. */
export const emptyFront = (id: string): Front => ({ id, slots: [], fill: true, version: 0 });

/** Nobody arranges more by hand; what follows is the automatic fill's. */
export const mostSlots = 40;
/** How much of the automatic fill the desk is shown. */
export const shownFill = 12;
