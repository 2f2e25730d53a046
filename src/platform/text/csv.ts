/** Tables for spreadsheets (RFC 4180): every cell quoted, lines ended by CRLF. Pure. */

/**
 * No cell is a formula to whoever opens the file: what would begin one gets an apostrophe before it, which spreadsheets
 * take as «this is text» (OWASP, CSV injection). Numbers stay numbers.
 */
export function csvOf(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number | null): string {
  const text = String(value ?? '');
  const isFormula = typeof value === 'string' && /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u.test(value);
  return `"${isFormula ? "'" : ''}${text.replaceAll('"', '""')}"`;
}
