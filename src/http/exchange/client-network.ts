import { isIP, isIPv4 } from 'node:net';

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;
/** Some proxies write the port as well, which would make each connection a caller of its own. */
const WITH_PORT = /^(?:\[([^\]]+)\](?::\d+)?|(\d+\.\d+\.\d+\.\d+):\d+)$/;
const PREFIX_GROUPS = 4;
const GROUPS = 8;
const MAX_UNREADABLE = 64;

/**
 * Returns the network that counts as one caller: an IPv4 address, or the /64 network of an IPv6 address, of which one household
 * has 2^64 addresses.
 */
export function clientNetwork(address: string): string {
  const bare = address.replace(WITH_PORT, '$1$2').replace(/%.*$/, '');
  const mapped = MAPPED.exec(bare)?.[1];
  if (mapped !== undefined && isIPv4(mapped)) return mapped;
  const version = isIP(bare);
  if (version === 4) return bare;
  if (version === 0) return address.slice(0, MAX_UNREADABLE);
  return `${expand(bare).slice(0, PREFIX_GROUPS).join(':')}::/64`;
}

/** The eight groups of a valid IPv6 address; a dotted end counts as its last two. */
function expand(address: string): string[] {
  const [head = '', tail] = address.toLowerCase().split('::');
  const groupsOf = (text: string): string[] =>
    text === '' ? [] : text.split(':').flatMap((group) => (group.includes('.') ? ['0', '0'] : [group]));
  const before = groupsOf(head);
  const after = tail === undefined ? [] : groupsOf(tail);
  const zeros = Array.from({ length: GROUPS - before.length - after.length }, () => '0');
  return [...before, ...zeros, ...after].map((group) => group.replace(/^0+(?=.)/, ''));
}
