/** JSON lines on standard error, for machines. They hold route patterns; never a query, a token or a reader's address. */
export interface Log {
  info(facts: Record<string, unknown>, message: string): void;
  warn(facts: Record<string, unknown>, message: string): void;
  error(facts: Record<string, unknown>, message: string): void;
}
