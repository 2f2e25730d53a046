import { describe, expect, it } from 'vitest';
import { newTotpSecret, totpAddress, totpCode, totpMatch, totpStep } from './totp.ts';

/** The secret of RFC 6238, appendix B: the ASCII of 12345678901234567890. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('Codes from an app', () => {
  // The last six of the eight digits in RFC 6238, appendix B, for SHA-1.
  it.each([[59, '287082'], [1_111_111_109, '081804'], [1_111_111_111, '050471'], [1_234_567_890, '005924'], [2_000_000_000, '279037'], [20_000_000_000, '353130']])(
    'are those of RFC 6238 at %i s', (seconds, code) => {
      expect(totpCode(secret, totpStep(new Date(seconds * 1000)))).toBe(code);
    });

  const now = new Date('2026-11-23T09:00:10Z');
  const step = totpStep(now);

  it('count one step early or late, and no more', () => {
    const match = (offset: number) => totpMatch({ secret, code: totpCode(secret, step + offset), now, lastStep: 0 });
    expect([-2, -1, 0, 1, 2].map(match)).toEqual([null, step - 1, step, step + 1, null]);
  });

  it('never count twice, nor one before the last', () => {
    const code = totpCode(secret, step);
    expect(totpMatch({ secret, code, now, lastStep: step })).toBeNull();
    expect(totpMatch({ secret, code: totpCode(secret, step - 1), now, lastStep: step })).toBeNull();
    expect(totpMatch({ secret, code: totpCode(secret, step + 1), now, lastStep: step })).toBe(step + 1);
  });

  it('come from a secret of 160 bits in base32', () => {
    const made = newTotpSecret();
    expect(made).toMatch(/^[A-Z2-7]{32}$/u);
    expect(newTotpSecret()).not.toBe(made);
  });

  it('reach the app by an address that names account and issuer', () => {
    const url = new URL(totpAddress({ secret, account: 'jost.zgruob@example.org', issuer: 'Zürcher Löwe' }));
    expect([url.protocol, url.host]).toEqual(['otpauth:', 'totp']);
    expect(decodeURIComponent(url.pathname)).toBe('/Zürcher Löwe:jost.zgruob@example.org');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({ secret, issuer: 'Zürcher Löwe', algorithm: 'SHA1', digits: '6', period: '30' });
  });
});
