/** Versions of what is edited, as entity tags: `"7"`. Strong, since they decide whether a write may happen (RFC 9110 section 13.1.1). */

export function versionTag(version: number): string {
  return `"${version}"`;
}

/** Whether `If-Match` names this version; `*` names any. */
export function matchesVersion(header: string | undefined, version: number): boolean {
  if (header === undefined) return false;
  return header.split(',').some((part) => part.trim() === '*' || part.trim() === versionTag(version));
}
