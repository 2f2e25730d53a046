/** Who is at the other end of a request: the peer, or whom a trusted peer speaks for. */
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv6 } from 'node:net';

export interface Client {
  /** IPv4 or IPv6 in plain form; empty where the connection has already gone. */
  readonly address: string;
  /** Whether the client's own connection is encrypted. */
  readonly secure: boolean;
  /** Whether it is this machine itself, and nobody in between. */
  readonly local: boolean;
}

/** Reads clients; `trusted` are addresses and networks in CIDR notation whose forwarded headers count. */
export function clientReader(trusted: readonly string[]): (request: IncomingMessage) => Client {
  const list = blockList(trusted);
  return (request) => {
    const peer = plainAddress(request.socket.remoteAddress ?? '');
    const headers = request.headers;
    const forwarded = headers['x-forwarded-for'] !== undefined || headers['forwarded'] !== undefined;
    if (!isTrusted(list, peer)) return { address: peer, secure: false, local: isLoopback(peer) && !forwarded };
    const address = firstUntrusted(list, peer, String(headers['x-forwarded-for'] ?? ''));
    const secure = String(headers['x-forwarded-proto'] ?? '').split(',').at(-1)?.trim() === 'https';
    return { address, secure, local: isLoopback(address) && !forwarded };
  };
}

/** Each proxy appends whom it speaks for: the last address that no proxy of ours has is the client. */
function firstUntrusted(list: BlockList, peer: string, header: string): string {
  let address = peer;
  for (const part of header.split(',').reverse()) {
    const named = plainAddress(part.trim());
    if (isIP(named) === 0) return address;
    address = named;
    if (!isTrusted(list, named)) return address;
  }
  return address;
}

function blockList(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

function isTrusted(list: BlockList, address: string): boolean {
  return isIP(address) !== 0 && list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.');
}

/** `::ffff:192.0.2.1` is an IPv4 client on a socket that listens for both. */
function plainAddress(address: string): string {
  return address.toLowerCase().startsWith('::ffff:') && address.includes('.') ? address.slice(7) : address;
}
