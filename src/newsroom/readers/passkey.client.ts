/**
 * Signs in with a passkey, or sets one up: on the two pages that offer it. Without this script, or in a browser without
 * passkeys, the buttons stay hidden, and the other ways are there.
 */
const ways = {
  'sign-in': async (button: HTMLButtonElement): Promise<string> => {
    const options = PublicKeyCredential.parseRequestOptionsFromJSON(await ask('/konto/passkey/frage', {}));
    const key = await navigator.credentials.get({ publicKey: options });
    return (await ask('/konto/passkey/anmelden', { response: (key as PublicKeyCredential).toJSON(), next: button.dataset['next'] ?? '' })).next;
  },
  'add': async (): Promise<string> => {
    const options = PublicKeyCredential.parseCreationOptionsFromJSON(await ask('/konto/passkey/neu', {}));
    const key = await navigator.credentials.create({ publicKey: options });
    return (await ask('/konto/passkey', { response: (key as PublicKeyCredential).toJSON() })).next;
  },
} as const;

// eslint-disable-next-line @typescript-eslint/no-explicit-any
async function ask(address: string, body: object): Promise<any> {
  const answer = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}

const knowsPasskeys = typeof PublicKeyCredential === 'function' && 'parseCreationOptionsFromJSON' in PublicKeyCredential;
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-passkey]')) {
  button.hidden = !knowsPasskeys;
  button.addEventListener('click', () => {
    button.disabled = true;
    ways[button.dataset['passkey'] as keyof typeof ways](button).then((next) => location.assign(next), (error: unknown) => {
      button.disabled = false;
      // Whoever closes the device's own question has decided, and needs no answer.
      if (error instanceof DOMException && error.name === 'NotAllowedError') return;
      let told = button.nextElementSibling;
      if (told === null || told.getAttribute('role') !== 'alert') {
        told = document.createElement('p');
        told.setAttribute('role', 'alert');
        told.className = 'acct-wrong';
        button.after(told);
      }
      told.textContent = button.dataset['failed'] ?? '';
    });
  });
}

export {};
