import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTimeZone, roleText, sizeText, timeWriter } from '#src/domain/export/export-times.ts';

describe('timeWriter', () => {
  it.each([
    ['UTC', '2025-03-04T09:15:30Z', '2025-03-04 09:15:30 UTC'],
    ['Europe/Berlin', '2025-03-04T23:15:30Z', '2025-03-05 00:15:30 +01:00'],
    ['Europe/Berlin', '2025-07-04T23:15:30Z', '2025-07-05 01:15:30 +02:00'],
    ['Asia/Kolkata', '2025-03-04T18:30:00Z', '2025-03-05 00:00:00 +05:30'],
    ['America/St_Johns', '2025-03-04T00:00:00Z', '2025-03-03 20:30:00 -03:30'],
    ['Europe/London', '2025-01-01T00:00:00Z', '2025-01-01 00:00:00 +00:00'],
  ])('writes in %s the time %s as %s', (zone, time, expected) => {
    expect(timeWriter(zone)(new Date(time))).toBe(expected);
  });

  it('writes times that can be read back to the second, in any zone', () => {
    const zones = [
      'Europe/Berlin',
      'Asia/Kathmandu',
      'America/New_York',
      'Pacific/Apia',
      'Australia/Lord_Howe',
    ];
    const time = fc.date({ min: new Date('1972-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...zones), time, (zone, date) => {
        const written = timeWriter(zone)(date).replace(/^(\S+) (\S+) (\S+)$/, '$1T$2$3');
        expect(Date.parse(written)).toBe(Math.floor(date.getTime() / 1000) * 1000);
      }),
    );
  });
});

describe('isTimeZone', () => {
  it('accepts names of the time zone database only', () => {
    expect(['UTC', 'Europe/Berlin', 'america/new_york'].map(isTimeZone)).toEqual([true, true, true]);
    expect(['Mars/Olympus', '', 'Europe', 'UTC\n'].map(isTimeZone)).toEqual([false, false, false, false]);
  });
});

describe('sizeText', () => {
  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1_000, '1.0 kB'],
    [184_320, '184.3 kB'],
    [1_500_000, '1.5 MB'],
    [2_000_000_000, '2.0 GB'],
    [5_000_000_000_000, '5000.0 GB'],
  ])('writes %i as %s', (bytes, text) => {
    expect(sizeText(bytes)).toBe(text);
  });
});

describe('roleText', () => {
  it('begins with a capital', () => {
    expect(['user', 'assistant', ''].map(roleText)).toEqual(['User', 'Assistant', '']);
  });
});
