import { scryptSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkPassword, hashPassword, isOutdated, judgePassword } from './passwords.ts';

describe('A password', () => {
  it('is known again, and another is not', async () => {
    const kept = await hashPassword('Föhn über dem Säntis');
    expect(await checkPassword('Föhn über dem Säntis', kept)).toBe(true);
    expect(await checkPassword('Föhn über dem Santis', kept)).toBe(false);
  });

  it('is the same however the keyboard composed its letters', async () => {
    const kept = await hashPassword('Zürich am See, früh'.normalize('NFD'));
    expect(await checkPassword('Zürich am See, früh'.normalize('NFC'), kept)).toBe(true);
  });

  it('is kept with its salt and cost, as scrypt of RFC 7914, twice not the same', async () => {
    const [one, other] = await Promise.all([hashPassword('Lauentaler Nachtzug'), hashPassword('Lauentaler Nachtzug')]);
    expect(one).not.toBe(other);
    const [name, N, r, p, salt, hash] = one.split('$');
    expect([name, N, r, p]).toEqual(['scrypt', '32768', '8', '3']);
    const expected = scryptSync('Lauentaler Nachtzug', Buffer.from(salt!, 'base64url'), 32, { N: 32768, r: 8, p: 3, maxmem: 2 ** 27 });
    expect(hash).toBe(expected.toString('base64url'));
  });

  it('of an account without one is refused, after the same work', async () => {
    const kept = await hashPassword('Kornhausplatz vier');
    const took = async (work: () => Promise<boolean>) => {
      const begun = performance.now();
      expect(await work()).toBe(false);
      return performance.now() - begun;
    };
    const [wrong, none] = [await took(() => checkPassword('falsch geraten', kept)), await took(() => checkPassword('falsch geraten', null))];
    expect(none).toBeGreaterThan(wrong / 4);
  });

  it('is never right against something that is no hash, and not even of nothing', async () => {
    expect(await checkPassword('', null)).toBe(false);
    expect(await checkPassword('Kornhausplatz', 'scrypt$2$8$1$$')).toBe(false);
    expect(await checkPassword('Kornhausplatz', 'Kornhausplatz')).toBe(false);
  });

  it('hashed at another cost is still read, and said to be outdated', async () => {
    const salt = Buffer.from('Salz der Lauentäler');
    const old = `scrypt$1024$8$1$${salt.toString('base64url')}$${scryptSync('Postauto nach Brigg', salt, 32, { N: 1024, r: 8, p: 1 }).toString('base64url')}`;
    expect(await checkPassword('Postauto nach Brigg', old)).toBe(true);
    expect(isOutdated(old)).toBe(true);
    expect(isOutdated(await hashPassword('Postauto nach Brigg'))).toBe(false);
  });
});

describe('Which password may be chosen', () => {
  const known = ['tiziana.orlandelli@example.org', 'Tiziana Orlandelli'];
  it.each([
    ['elf Zeichen', 'password-short'], ['ab'.repeat(10), 'password-plain'], ['x'.repeat(201), 'password-long'],
    ['TIZIANA Orlandelli', 'password-plain'], ['Tiziana.Orlandelli@example.org', 'password-plain'],
  ])('refuses «%s» as %s', (password, name) => {
    expect(judgePassword(password, known)?.refused).toBe(name);
  });
  it.each(['zwölf Zeiche', 'correct horse battery', '🚂🚃🚋🚞🚝🚄🚅🚈🚂🚃🚋🚞', 'ganz ohne Ziffern und Sonderzeichen'])('takes «%s»', (password) => {
    expect(judgePassword(password, known)).toBeNull();
  });
});
