import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OutsideOrder, Reach } from './fetch-outside.ts';
import { fetchOutside, theOutside } from './fetch-outside.ts';
import { isPublicAddress } from './public-address.ts';

let server: Server;
let port: number;
let asked: IncomingMessage[] = [];
const answers = new Map<string, (response: ServerResponse) => void>();

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request);
    const answer = answers.get(request.url ?? '');
    if (answer === undefined) response.writeHead(404).end();
    else answer(response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** A world in which every name but `inside.example` is a server of ours, and only that server is public. */
const world: Reach = {
  within: 1_500,
  resolve: async (host) => [{ address: host === 'inside.example' ? '10.0.0.7' : '127.0.0.1', family: 4 }],
  permits: (address) => address === '127.0.0.1',
  request: (url, options, answered) => httpRequest({ ...options, host: url.hostname, port, path: url.pathname + url.search }, answered),
};
const json = (body: string, headers: Record<string, string> = {}) => (response: ServerResponse) => void response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', ...headers }).end(body);
const get = (url: string, order: Partial<OutsideOrder> = {}, reach: Partial<Reach> = {}) => fetchOutside({ url, types: ['application/json'], mostBytes: 1_000, ...order }, { ...world, ...reach });

describe('what is asked of the outside', () => {
  it('comes back, and says nothing of us but our name', async () => {
    answers.set('/oembed?url=F%C3%B6hn', json('{"title":"Föhn"}'));
    asked = [];
    const got = await get('https://video.example/oembed?url=F%C3%B6hn');
    expect(got).toMatchObject({ url: 'https://video.example/oembed?url=F%C3%B6hn', type: 'application/json' });
    expect(JSON.parse((got as { bytes: Buffer }).bytes.toString())).toEqual({ title: 'Föhn' });
    expect(asked[0]!.headers).toEqual({ accept: 'application/json', 'accept-encoding': 'identity', 'user-agent': 'Broadsheet (newsroom; oEmbed)', host: expect.any(String), connection: 'close' });
  });

  it('follows three redirects and no fourth', async () => {
    for (const n of [1, 2, 3, 4]) answers.set(`/r${n}`, (response) => void response.writeHead(302, { location: `/r${n - 1}` }).end());
    answers.set('/r0', json('{}'));
    expect(await get('https://video.example/r3')).toMatchObject({ url: 'https://video.example/r0' });
    expect(await get('https://video.example/r4')).toMatchObject({ refused: 'outside-refused', detail: { status: 'redirects' } });
  });

  it.each(['https://inside.example/', 'http://video.example/', 'https://127.0.0.1/', 'https://[::1]/', 'https://video.example:8443/', '//inside.example/', 'file:///etc/passwd', 'https://localhost./'])('is led by no redirect to %s', async (location) => {
    answers.set('/away', (response) => void response.writeHead(307, { location }).end());
    asked = [];
    expect(await get('https://video.example/away')).toMatchObject({ refused: 'forbidden-address' });
    expect(asked).toHaveLength(1);
  });

  it('is refused where one of a name’s addresses leads inside', async () => {
    const resolve = async () => [{ address: '127.0.0.1', family: 4 }, { address: '169.254.169.254', family: 4 }];
    expect(await get('https://video.example/r0', {}, { resolve })).toMatchObject({ refused: 'forbidden-address' });
  });

  it('is asked at the address that was looked at, though the name says another thing the second time', async () => {
    let times = 0;
    const resolve = async () => [{ address: (times += 1) === 1 ? '127.0.0.1' : '10.0.0.7', family: 4 }];
    expect(await get('https://video.example/r0', {}, { resolve })).toMatchObject({ type: 'application/json' });
    expect(times).toBe(1);
  });

  it('may be held to a list of hosts', async () => {
    const order = { mayAsk: (host: string) => host === 'video.example' };
    expect(await get('https://video.example/r0', order)).toMatchObject({ type: 'application/json' });
    expect(await get('https://other.example/r0', order)).toMatchObject({ refused: 'forbidden-address' });
  });

  it('is refused when it is too large, of another kind, packed, or not there', async () => {
    answers.set('/large', json('x'.repeat(1_001)));
    answers.set('/page', (response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>'));
    answers.set('/packed', json('x', { 'content-encoding': 'br' }));
    expect(await get('https://video.example/large')).toMatchObject({ refused: 'outside-too-large', detail: { most: 1_000 } });
    expect(await get('https://video.example/page')).toMatchObject({ refused: 'outside-wrong-type', detail: { type: 'text/html' } });
    expect(await get('https://video.example/packed')).toMatchObject({ refused: 'outside-wrong-type', detail: { type: 'br' } });
    expect(await get('https://video.example/nobody')).toMatchObject({ refused: 'outside-refused', detail: { status: 404 } });
  });

  it('waits for no server, no resolver and no drop by drop longer than it said', async () => {
    answers.set('/silent', () => undefined);
    answers.set('/slow', (response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const drip = setInterval(() => response.write(' '), 20);
      response.once('close', () => clearInterval(drip));
    });
    const brief = { within: 120 };
    expect(await get('https://video.example/silent', {}, brief)).toMatchObject({ refused: 'outside-silent' });
    expect(await get('https://video.example/slow', {}, brief)).toMatchObject({ refused: 'outside-silent' });
    expect(await get('https://video.example/r0', {}, { ...brief, resolve: () => new Promise(() => undefined) })).toMatchObject({ refused: 'outside-silent' });
    expect(await get('https://video.example/r0', {}, { resolve: () => Promise.reject(new Error('ENOTFOUND')) })).toMatchObject({ refused: 'outside-silent' });
  });
});

it.each([
  'http://video.example/', 'https://user:pass@video.example/', 'https://video.example:444/', 'https://localhost/', 'https://localhost./', 'https://a.localhost/', 'https://2130706433/', 'https://0x7f.1/', 'https://127.1/',
  'https://0177.0.0.1/', 'https://[::ffff:127.0.0.1]/', 'https://[fd00:ec2::254]/', 'https://169.254.169.254/latest/meta-data/', 'https://metadata.google.internal/', 'https://printer.local/', 'https://intranet/', 'ftp://video.example/',
  'data:application/json,{}', 'https://１２７.0.0.1/', 'https://127。0。0。1/', '', 'Föhn',
])('nobody is asked at %s', async (url) => {
  let resolved = 0;
  const reach = { ...theOutside, resolve: async () => ((resolved += 1), [{ address: '93.184.216.34', family: 4 }]), request: () => { throw new Error('asked'); } };
  expect(await fetchOutside({ url, types: ['application/json'], mostBytes: 10 }, reach)).toMatchObject({ refused: 'forbidden-address' });
  expect(resolved).toBe(0);
});

describe('an address', () => {
  it.each([
    '0.0.0.0', '0.1.2.3', '10.0.0.1', '100.64.0.1', '100.127.255.254', '127.0.0.1', '127.255.255.255', '168.63.129.16', '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.1', '192.0.2.5', '192.168.1.1',
    '198.18.0.1', '198.51.100.7', '203.0.113.9', '224.0.0.1', '239.255.255.250', '240.0.0.1', '255.255.255.255',
    '::', '::1', '::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:8.8.8.8', '::127.0.0.1', '64:ff9b::7f00:1', '64:ff9b:1::1', '100::1', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd00:ec2::254', 'fec0::1', 'ff02::1',
    '2001::1', '2001:10::1', '2001:db8::1', '2002:7f00:1::', '3fff::1', '5f00::1', '', 'localhost', '127.1', '0x7f000001',
  ])('%s is not the public’s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
  it.each(['8.8.8.8', '93.184.216.34', '172.15.0.1', '172.32.0.1', '100.63.0.1', '192.169.0.1', '223.255.255.1', '2606:4700::1111', '2a00:1450:400a:808::200e', '2001:4860:4860::8888'])('%s is', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});
