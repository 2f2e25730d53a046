/** The place where objects are kept has no room left. Nothing of the object was kept; what was there is whole. */
export class StoreFull extends Error {
  constructor(cause: unknown) {
    super('no room is left where objects are kept', { cause });
    this.name = 'StoreFull';
  }
}

/** Whether the machine says that a disk or a quota is full, or Postgres that it has no room (its manual, appendix A). */
export function meansFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT' || error.code === '53100');
}
