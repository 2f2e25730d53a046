/** What Open Graph and those who read it ask for, in pixels. */
export const socialSize = { width: 1200, height: 630 } as const;
