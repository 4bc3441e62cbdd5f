import { isIP } from 'node:net';

/** Some proxies write the port as well, which would make each connection a caller of its own. */
const WITH_PORT = /^(?:\[([^\]]+)\](?::\d{1,5})?|(\d+\.\d+\.\d+\.\d+):\d{1,5})$/;
const PREFIX_GROUPS = 4;
const GROUPS = 8;
/** Beginnings of IPv6 addresses that only carry one of IPv4: mapped ones, and those of a translator (RFC 6052). */
const CARRIERS: readonly string[] = ['0:0:0:0:0:ffff', '64:ff9b:0:0:0:0'];
const MAPPED = CARRIERS[0];
/** Everybody whose address is not known counts as one caller. */
const UNKNOWN = 'unknown';

/** Reads an address without its port and zone, or undefined when the text is none. */
export function readAddress(text: string): string | undefined {
  const bare = text.trim().replace(WITH_PORT, '$1$2');
  const version = isIP(bare);
  if (version === 0) return undefined;
  if (version === 4) return bare;
  const address = bare.replace(/%.*$/, '').toLowerCase();
  return carriedBy(groupsOf(address), [MAPPED]) ?? address;
}

/** The address of the client: that of the connection, or what the outermost of our own proxies has seen. */
export function clientAddress(connection: string, forwardedFor: string, ownProxies: number): string {
  const seen = forwardedFor.split(',').filter((entry) => entry.trim() !== '');
  // An entry that is no address is none. The next ones are nearer to us, so the client cannot have written them.
  const trusted = ownProxies === 0 ? [] : seen.slice(-ownProxies).map(readAddress);
  return trusted.find((address) => address !== undefined) ?? readAddress(connection) ?? connection;
}

/**
 * The network that counts as one caller wherever callers are counted: an IPv4 address, or the /64 network of an IPv6
 * address, of which one household has 2^64 addresses.
 */
export function networkOf(address: string): string {
  const known = readAddress(address);
  if (known === undefined) return UNKNOWN;
  if (isIP(known) === 4) return known;
  const groups = groupsOf(known);
  return carriedBy(groups, CARRIERS) ?? `${groups.slice(0, PREFIX_GROUPS).join(':')}::/64`;
}

/** The IPv4 address in the last two groups, if the others are among the carriers. */
function carriedBy(groups: readonly string[], carriers: readonly (string | undefined)[]): string | undefined {
  if (!carriers.includes(groups.slice(0, -2).join(':'))) return undefined;
  return groups
    .slice(-2)
    .flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 0xff])
    .join('.');
}

/** The eight groups of a valid IPv6 address in lower case, without leading zeros. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const before = partsOf(head);
  const after = tail === undefined ? [] : partsOf(tail);
  const zeros = Array.from({ length: GROUPS - before.length - after.length }, () => '0');
  return [...before, ...zeros, ...after].map((group) => group.replace(/^0+(?=.)/, ''));
}

/** The groups of one side of `::`; a dotted end is two of them. */
function partsOf(text: string): string[] {
  if (text === '') return [];
  return text.split(':').flatMap((group) => {
    if (!group.includes('.')) return [group];
    const [a = 0, b = 0, c = 0, d = 0] = group.split('.').map(Number);
    return [((a << 8) | b).toString(16), ((c << 8) | d).toString(16)];
  });
}
