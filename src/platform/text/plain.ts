/** Texts as they arrive made fit to be kept: one spelling for what looks the same, nothing that cannot be stored or shown. Pure. */

/**
 * A text of one line, such as a name: composed (NFC), without control characters, halves of characters and marks that
 * turn the direction of what follows; white space is one space, none at the ends. Joiners stay: Persian words and
 * emoji families are written with them.
 */
export function oneLine(text: string): string {
  return clean(text).replaceAll(/\s+/gu, ' ').trim();
}

/** Like `oneLine`, but lines stay lines. */
export function lines(text: string): string {
  return clean(text).split('\n').map((line) => line.replaceAll(/\s+/gu, ' ').trim()).join('\n').replaceAll(/\n{3,}/gu, '\n\n').trim();
}

/** What two spellings of one name have in common: `EMILE  Ünal` and `emile ünal`. For comparing, never for showing. */
export function nameKey(name: string): string {
  return oneLine(name).normalize('NFKC').toLowerCase().normalize('NFC');
}

function clean(text: string): string {
  return text.toWellFormed().normalize('NFC')
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    // Control characters, but not tab and line feed.
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu, '')
    // Turners of direction (Unicode 9, explicit formatting), and what has neither width nor meaning.
    .replaceAll(/[\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff\ufffe\uffff]/gu, '');
}
