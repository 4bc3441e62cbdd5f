import { isIP } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clientAddress, networkOf, readAddress } from '#src/platform/client-address.ts';

describe('the network of an address', () => {
  it.each([
    ['198.51.100.7', '198.51.100.7'],
    ['198.51.100.7:50123', '198.51.100.7'],
    ['::ffff:198.51.100.7', '198.51.100.7'],
    ['::FFFF:c633:6407', '198.51.100.7'],
    ['[::ffff:198.51.100.7]:80', '198.51.100.7'],
    ['64:ff9b::198.51.100.7', '198.51.100.7'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:0DB8:0000:0001:ffff::9', '2001:db8:0:1::/64'],
    ['[2001:db8::1]', '2001:db8:0:0::/64'],
    ['[2001:db8::1]:50123', '2001:db8:0:0::/64'],
    ['2001:db8::198.51.100.7', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['[fe80::1%eth0]:80', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['[::1]:80', '0:0:0:0::/64'],
    ['198.51.100.007', 'unknown'],
    ['_hidden', 'unknown'],
    ['', 'unknown'],
    [`no address ${'x'.repeat(100)}`, 'unknown'],
  ])('%s counts as %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it('is the same for every way to write one address, with and without a port', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), fc.integer({ min: 1, max: 65_535 }), (address, port) => {
        const enclosed = isIP(address) === 6 ? `[${address}]` : address;
        const forms = [address.toUpperCase(), ` ${address} `, `${enclosed}:${port}`];
        expect(new Set(forms.map(networkOf))).toEqual(new Set([networkOf(address)]));
      }),
    );
  });

  it('is the same for all addresses of one IPv6 network, and another for the next network', () => {
    const group = fc.integer({ min: 0, max: 0xffff }).map((value) => value.toString(16));
    const groups = (count: number) => fc.array(group, { minLength: count, maxLength: count });
    fc.assert(
      fc.property(groups(3), groups(4), groups(4), (site, one, other) => {
        const at = (subnet: string, host: string[]) =>
          networkOf(['2001', ...site.slice(1), subnet, ...host].join(':'));
        expect(at('7', one)).toBe(at('7', other));
        expect(at('7', one)).not.toBe(at('8', one));
      }),
    );
  });
});

describe('the address of a client', () => {
  it('is that of the connection without own proxies, whatever the client claims', () => {
    expect(clientAddress('::ffff:192.0.2.1', '203.0.113.1', 0)).toBe('192.0.2.1');
  });

  it('is what the outermost own proxy saw, without its port', () => {
    expect(clientAddress('10.0.0.1', '203.0.113.1, 198.51.100.7:4711', 1)).toBe('198.51.100.7');
    expect(clientAddress('10.0.0.1', '203.0.113.1, [2001:db8::7]:4711, 10.0.0.2', 2)).toBe('2001:db8::7');
    expect(clientAddress('10.0.0.1', '198.51.100.7', 2)).toBe('198.51.100.7');
  });

  it.each(['unknown', '_hidden', '198.51.100.7.9', 'for=198.51.100.7', '-', '1.2.3.4, x'])(
    'is never a text that is no address, nor what the client wrote before it: %s',
    (entry) => {
      expect(clientAddress('10.0.0.1', `203.0.113.1, ${entry}`, 1)).toBe('10.0.0.1');
    },
  );

  it('is that of the nearer proxy where the outer one wrote none', () => {
    expect(clientAddress('10.0.0.1', '203.0.113.1, unknown, 10.0.0.2', 2)).toBe('10.0.0.2');
  });

  it('keeps the whole address', () => {
    expect(readAddress('[2001:DB8::7]:80')).toBe('2001:db8::7');
    expect(readAddress('fe80::1%eth0')).toBe('fe80::1');
  });
});
