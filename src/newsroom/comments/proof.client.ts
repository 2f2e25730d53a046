/**
 * Solves the sum that a form brings along and puts the answer into its field; meanwhile a line says so, and the button
 * waits. A form that was sent already goes on by itself. Where the sum cannot be solved it goes without an answer, and
 * the comment waits for a moderator.
 */
const encoder = new TextEncoder();
/** Sums under way at once: enough to keep the device at it, few enough that the page stays usable. */
const together = 200;

for (const field of document.querySelectorAll<HTMLInputElement>('input[data-challenge]')) {
  const status = field.form?.querySelector<HTMLElement>('[data-proof-status]');
  const button = field.form?.querySelector('button');
  const wait = (waits: boolean) => {
    if (status) status.hidden = !waits;
    if (button) button.disabled = waits;
  };
  wait(true);
  void solve(field.dataset).then((answer) => (field.value = answer), () => {}).then(() => {
    wait(false);
    if (field.dataset['sends'] !== undefined) field.form?.requestSubmit();
  });
}

/** `<salt>:<number>`, or empty where no number fits. Rejects where the browser has no sums, as over plain http. */
async function solve({ salt = '', challenge = '', most = '0' }: DOMStringMap): Promise<string> {
  for (let first = 0; first <= Number(most); first += together) {
    const digests = await Promise.all(Array.from({ length: together }, (_, i) => crypto.subtle.digest('SHA-256', encoder.encode(`${salt}${first + i}`))));
    const found = digests.findIndex((digest) => hex(digest) === challenge);
    if (found >= 0) return `${salt}:${first + found}`;
  }
  return '';
}

function hex(digest: ArrayBuffer): string {
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export {};
