/** Codes on paper for the day on which the telephone is gone: each signs in once, in place of the app's. */
import { randomInt } from 'node:crypto';
import { hashOf } from '../text/secret.ts';

const howMany = 10;
// Nothing that looks like another on paper; 16 of 28 letters are 76 bits, beyond guessing even from a stolen table.
const letters = '23456789bcdfghjkmnpqrstvwxyz';
const groups = 4;

/** Ten codes such as `k3f9-x2mm-7hqt-b4cz`; they are shown once, and kept only as `recoveryCodeHash`. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: howMany }, () => Array.from({ length: groups }, fourLetters).join('-'));
}

/** However it was typed: capitals, spaces and hyphens make no difference. */
export function recoveryCodeHash(code: string): string {
  return hashOf(code.toLowerCase().replaceAll(/[\s-]/gu, ''));
}

function fourLetters(): string {
  return Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
}
