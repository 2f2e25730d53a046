/** One line of the doctor's report. */
export interface Finding {
  readonly state: 'fine' | 'mind' | 'wrong';
  readonly about: string;
  /** What to do; wherever something is to be minded or wrong. */
  readonly mend?: string;
}

export function fine(about: string): Finding {
  return { state: 'fine', about };
}

export function mind(about: string, mend: string): Finding {
  return { state: 'mind', about, mend };
}

export function wrong(about: string, mend: string): Finding {
  return { state: 'wrong', about, mend };
}
