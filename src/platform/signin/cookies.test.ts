import { describe, expect, it } from 'vitest';
import { agentWords } from './agents.ts';
import { cookieLine, cookieName, maySignInAt, readCookie } from './cookies.ts';

describe('Where sign-in is allowed', () => {
  it.each([
    ['https://zeitung.example', 'http://zeitung.example/desk', true],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000/desk', true],
    ['http://127.0.0.1:3000', 'http://localhost:3000/desk', true],
    ['http://[::1]:3000', 'http://[::1]:3000/desk', true],
    ['http://127.0.0.1:3000', 'http://192.168.1.7:3000/desk', false],
    ['http://192.168.1.7:3000', 'http://192.168.1.7:3000/desk', false],
    ['http://zeitung.example', 'http://127.0.0.1:3000/desk', false],
    ['http://127.0.0.1.zeitung.example', 'http://127.0.0.1.zeitung.example/', false],
  ])('set to %s and asked at %s: %s', (publicUrl, requestUrl, may) => {
    expect(maySignInAt(publicUrl, requestUrl)).toBe(may);
  });
});

describe('The cookie', () => {
  it('is bound to its host whenever the address is https', () => {
    expect(cookieLine('https://zeitung.example', { base: 'broadsheet-staff', value: 'abc', seconds: 60 }))
      .toBe('__Host-broadsheet-staff=abc; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure');
  });
  it('over loopback is plain, and another for each port', () => {
    expect(cookieLine('http://127.0.0.1:3000', { base: 'broadsheet-staff', value: 'abc', seconds: 60 }))
      .toBe('broadsheet-staff-3000=abc; Path=/; Max-Age=60; HttpOnly; SameSite=Lax');
    expect(cookieName('http://127.0.0.1:4200', 'broadsheet-staff')).toBe('broadsheet-staff-4200');
  });
  it('is found among others, by its whole name', () => {
    const request = new Request('http://127.0.0.1', { headers: { cookie: 'xbroadsheet-staff-3000=no; broadsheet-staff-3000=yes=1; other=3' } });
    expect(readCookie(request, 'broadsheet-staff-3000')).toBe('yes=1');
    expect(readCookie(request, 'broadsheet-staff')).toBeNull();
  });
});

describe('A browser in words', () => {
  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Linux'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1', 'Safari, iPhone'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0', 'Edge, Windows'],
    ['Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36', 'Chrome, Android'],
    ['curl/8.9', ''], [null, ''],
  ])('%s', (agent, words) => {
    expect(agentWords(agent)).toBe(words);
  });
});
