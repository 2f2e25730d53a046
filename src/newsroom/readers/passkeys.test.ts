/** Keys on devices, made by a device of our own: no browser, the same bytes. */
import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mostPasskeys } from './rules.ts';
import { openReaderDoor, origin, type ReaderWorld } from './testing.ts';

let world: ReaderWorld;
beforeAll(async () => { world = await openReaderDoor(); });
afterAll(() => world.close());

/** What a device answers to a question for a new key: no attestation (Web Authentication, level 3, 6.5 and 8.7). */
function keyFor({ challenge, rp }: { challenge: string; rp: { id: string } }) {
  const id = randomBytes(16);
  const { x, y } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });
  const point = (label: number, value = '') => [Buffer.from([label, 0x58, 32]), Buffer.from(value, 'base64url')];
  // COSE (RFC 9053): key type 2, algorithm -7, curve 1, x, y.
  const key = Buffer.concat([Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01]), ...point(0x21, x), ...point(0x22, y)]);
  const present = 0b0100_0101;
  const data = Buffer.concat([createHash('sha256').update(rp.id).digest(), Buffer.from([present]), Buffer.alloc(4 + 16), Buffer.from([0, id.length]), id, key]);
  const text = (word: string) => Buffer.concat([Buffer.from([0x60 + word.length]), Buffer.from(word)]);
  const attestation = Buffer.concat([Buffer.from([0xa3]), text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0]), text('authData'), Buffer.from([0x58, data.length]), data]);
  const client = JSON.stringify({ type: 'webauthn.create', challenge, origin, crossOrigin: false });
  return {
    id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key', clientExtensionResults: {},
    response: { clientDataJSON: Buffer.from(client).toString('base64url'), attestationObject: attestation.toString('base64url') },
  };
}

it('no more than ten are kept, of two that were asked for at the same time too', async () => {
  const browser = await world.join('zoé@example.org', 'Zoé Müller');
  const ask = async () => (await browser.ask('/konto/passkey/neu', {})).json as unknown as Parameters<typeof keyFor>[0];
  const keep = (question: Parameters<typeof keyFor>[0]) => browser.ask('/konto/passkey', { response: keyFor(question) });
  for (let n = 1; n < mostPasskeys; n += 1) expect((await keep(await ask())).json, `${n}`).toEqual({ next: '/konto?getan=passkey' });
  const both = await Promise.all([await ask(), await ask()].map(keep));
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  expect(both.find(({ status }) => status === 422)?.json).toEqual({ refused: 'passkeys-many', detail: { most: mostPasskeys } });
  expect(await world.house.db.selectFrom('reader_passkeys').select('id').execute()).toHaveLength(mostPasskeys);
  expect((await browser.ask('/konto/passkey/neu', {})).json).toMatchObject({ refused: 'passkeys-many' });
});
