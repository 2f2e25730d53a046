import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { clientReader } from './client.ts';

function from(remoteAddress: string, headers: Record<string, string> = {}): IncomingMessage {
  return { socket: { remoteAddress }, headers } as unknown as IncomingMessage;
}

test('without a trusted proxy the peer is the client, whatever its headers say', () => {
  const read = clientReader([]);
  expect(read(from('203.0.113.7', { 'x-forwarded-for': '10.0.0.1', 'x-forwarded-proto': 'https' }))).toEqual({ address: '203.0.113.7', secure: false, local: false });
});

test.each([
  ['one proxy', '10.0.0.2', '203.0.113.7', '203.0.113.7'],
  ['two of ours', '10.0.0.2', '203.0.113.7, 10.0.0.1', '203.0.113.7'],
  ['a client that lies in front', '10.0.0.2', '198.51.100.1, 203.0.113.7', '203.0.113.7'],
  ['a client that writes nonsense', '10.0.0.2', '198.51.100.1, «ich»', '10.0.0.2'],
  ['nothing forwarded', '10.0.0.2', '', '10.0.0.2'],
  ['IPv6', 'fd00::1', '2001:db8::7', '2001:db8::7'],
  ['IPv4 on a socket for both', '::ffff:10.0.0.2', '::ffff:203.0.113.7', '203.0.113.7'],
])('behind a trusted proxy the client is whom it names: %s', (_, peer, forwarded, address) => {
  const read = clientReader(['10.0.0.0/8', 'fd00::1']);
  expect(read(from(peer, { 'x-forwarded-for': forwarded, 'x-forwarded-proto': 'https' }))).toEqual({ address, secure: true, local: false });
});

test('the last proxy says whether the client\'s connection is encrypted', () => {
  const read = clientReader(['10.0.0.2']);
  expect(read(from('10.0.0.2', { 'x-forwarded-proto': 'https, http' })).secure).toBe(false);
});

test('this machine is local, unless it speaks for somebody', () => {
  const read = clientReader([]);
  expect([read(from('127.0.0.1')).local, read(from('::1')).local, read(from('::ffff:127.0.0.1')).local]).toEqual([true, true, true]);
  expect([read(from('127.0.0.1', { 'x-forwarded-for': '203.0.113.7' })).local, read(from('127.0.0.1', { forwarded: 'for=203.0.113.7' })).local]).toEqual([false, false]);
  expect(clientReader(['127.0.0.1'])(from('127.0.0.1', { 'x-forwarded-for': '127.0.0.1' })).local).toBe(false);
});
