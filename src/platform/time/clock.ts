/** The house's one clock. Whoever decides something is told the time; nothing else asks for it. */
export interface Clock {
  /** The instant that rules, jobs, expiry and pages go by. */
  now(): Date;
  /** How far this clock stands from the machine's, in milliseconds; 0 unless CLOCK_OFFSET or a test moved it. */
  readonly offset: number;
}

export function clockWithOffset(offset: number): Clock {
  return { offset, now: () => new Date(Date.now() + offset) };
}
