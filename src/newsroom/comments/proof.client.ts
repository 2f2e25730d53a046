/** Solves the sum that a form brings along, in slices so that the page stays usable, and puts the answer into its field. */
for (const field of document.querySelectorAll<HTMLInputElement>('input[data-challenge]')) {
  const { salt = '', challenge = '', most = '0' } = field.dataset;
  const status = field.form?.querySelector<HTMLElement>('[data-proof-status]') ?? null;
  const button = field.form?.querySelector('button') ?? null;
  void solve(salt, challenge, Number(most)).then((number) => {
    if (number !== null) field.value = `${salt}:${number}`;
    if (status !== null) status.hidden = true;
    if (button !== null) button.disabled = false;
  });
  if (status !== null) status.hidden = false;
  if (button !== null) button.disabled = true;
}

async function solve(salt: string, challenge: string, most: number): Promise<number | null> {
  const bytes = new TextEncoder();
  for (let number = 0; number <= most; number++) {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.encode(salt + number)));
    if (Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') === challenge) return number;
  }
  return null;
}
