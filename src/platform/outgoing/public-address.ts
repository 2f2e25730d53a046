/**
 * Which addresses of the internet belong to the public: only those may be asked on somebody's word. Everything that
 * leads into this machine, its network or a cloud's own services is refused (IANA's special-purpose registries, RFC 6890).
 */
import { BlockList, isIP } from 'node:net';

/** Whether a connection to this numeric address goes out to the public network. */
export function isPublicAddress(address: string): boolean {
  const plain = address.split('%')[0]!;
  const family = isIP(plain);
  if (family === 4) return !special4.check(plain, 'ipv4');
  // Of IPv6 only what is handed out for the public network, less what carries an IPv4 address or a purpose in it.
  return family === 6 && global6.check(plain, 'ipv6') && !special6.check(plain, 'ipv6');
}

const special4 = listOf('ipv4', [
  '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.31.196.0/24',
  '192.52.193.0/24', '192.88.99.0/24', '192.168.0.0/16', '192.175.48.0/24', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/3',
  // the inner side of two clouds
  '168.63.129.16/32', '100.100.100.200/32',
]);
const global6 = listOf('ipv6', ['2000::/3']);
// Teredo, benchmarking, ORCHID and their like; documentation; 6to4; documentation again.
const special6 = listOf('ipv6', ['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20']);

function listOf(family: 'ipv4' | 'ipv6', networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits = ''] = network.split('/');
    list.addSubnet(address, Number(bits), family);
  }
  return list;
}
