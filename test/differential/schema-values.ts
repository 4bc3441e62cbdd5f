import fc, { type GeneratorValue } from 'fast-check';
import { resolve } from '#test/support/contract.ts';

/** The parts of a schema that the mutations use. */
export interface Schema {
  readonly type?: 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object';
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly default?: unknown;
  readonly example?: unknown;
}

/** Draws from a list. */
export function pick<T>(draw: GeneratorValue, list: readonly T[]): T {
  return list[draw(fc.nat, { max: list.length - 1 })] as T;
}

const WRONG_TYPES: readonly unknown[] = [null, true, 0, 1, 'x', '', [], {}, [[]], { a: 1 }];
const TEXTS: readonly string[] = [
  '',
  ' ',
  'x',
  'main',
  'null',
  'true',
  '17',
  'ä',
  'e\u0301',
  '\u{1F9E0}',
  '\u202E',
  '\u0000',
  '\ud800',
  'a\nb',
  'a\r\nb',
  'a\u2028b',
  ' x',
  'x ',
  '../x',
  '{}',
  '[1]',
  '{"a":1}',
  "' or 1=1 --",
  '<script>',
  '%00',
  '%zz',
  'a+b',
  'a,b',
  'a&b=c',
];
const BY_FORMAT: Readonly<Record<string, readonly string[]>> = {
  uuid: [
    '0192f3c4-7a10-7c3e-9d55-5b1f0a2c4e01',
    '0192F3C4-7A10-7C3E-9D55-5B1F0A2C4E01',
    '0192f3c47a107c3e9d555b1f0a2c4e01',
    '0192f3c4-7a10-7c3e-9d55-5b1f0a2c4e0',
    '0192f3c4-7a10-7c3e-9d55-5b1f0a2c4e011',
    '{0192f3c4-7a10-7c3e-9d55-5b1f0a2c4e01}',
    'urn:uuid:0192f3c4-7a10-7c3e-9d55-5b1f0a2c4e01',
    '00000000-0000-0000-0000-000000000000',
    '0192f3c4-7a10-7c3e-9d55-5b1f0a2c4e0g',
    '0192f3c4-7a10-7c3e-9d55-5b1f0a2c4e01\n',
  ],
  'date-time': [
    '2026-03-02T08:15:30.125Z',
    '2026-03-02t08:15:30z',
    '2026-03-02 08:15:30Z',
    '2026-03-02T08:15:30',
    '2026-03-02T08:15:30+02:00',
    '2026-03-02T08:15:30+0200',
    '2026-03-02T08:15:30+24:00',
    '2026-03-02T08:15:60Z',
    '2016-12-31T23:59:60Z',
    '2026-03-02T24:00:00Z',
    '2026-02-29T08:15:30Z',
    '2024-02-29T08:15:30Z',
    '2026-03-02T08:15:30.1234567890123Z',
    '2026-3-2T08:15:30Z',
    '0000-01-01T00:00:00Z',
    '2026-03-02',
    '2026-03-02T08:15:30.Z',
    '2026-03-02T08:15:30Z ',
  ],
  email: [
    'a@b.cd',
    'a@b',
    '@b.cd',
    'a@',
    'a b@c.de',
    '"a b"@c.de',
    'a..b@c.de',
    '.a@c.de',
    'a@c..de',
    'a@-c.de',
    'ä@c.de',
    'a@ä.de',
    'A@B.CD',
    'a+b@c.de',
    'a@[127.0.0.1]',
    `${'a'.repeat(64)}@c.de`,
    `${'a'.repeat(65)}@c.de`,
    `a@${'b.'.repeat(150)}cd`,
  ],
  uri: [
    'https://example.org',
    'https://',
    'https:/x',
    'example.org',
    '//example.org',
    'mailto:a@b.cd',
    'javascript:alert(1)',
    'http://a b',
    'http://[::1]',
    'http://[',
    'https://example.org:99999',
    'https://ä.org',
    'urn:a:b',
    'https://example.org/%zz',
    'HTTPS://EXAMPLE.ORG/%41',
  ],
};
const NUMBERS: readonly number[] = [
  0,
  -0,
  -1,
  1,
  1.5,
  17,
  1e15,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 53,
  1e300,
  -1e300,
];

/** Values near the limits of a schema, on both sides. */
export function neighbour(draw: GeneratorValue, schema: Schema): unknown {
  const kind = draw(fc.nat, { max: 9 });
  if (kind === 0) return pick(draw, WRONG_TYPES);
  if (schema.enum !== undefined && kind < 8) return nearEnum(draw, schema.enum);
  switch (schema.type) {
    case 'string':
      return nearText(draw, schema);
    case 'integer':
    case 'number':
      return nearNumber(draw, schema);
    case 'boolean':
      return pick(draw, [true, false, 'true', 'false', 1, 0, 'True', 'yes', '']);
    case 'array':
      return nearArray(draw, schema);
    case 'object':
      return nearObject(draw, schema);
    default:
      return pick(draw, WRONG_TYPES);
  }
}

function nearEnum(draw: GeneratorValue, values: readonly unknown[]): unknown {
  const value = pick(draw, values);
  if (typeof value !== 'string') return value;
  return pick(draw, [
    value,
    value,
    value.toUpperCase(),
    `${value} `,
    value.slice(0, -1),
    `${value}s`,
    [value],
  ]);
}

function nearText(draw: GeneratorValue, schema: Schema): string {
  const formats = BY_FORMAT[schema.format ?? ''];
  const kind = draw(fc.nat, { max: 9 });
  if (formats !== undefined && kind < 7) return pick(draw, formats);
  if (kind < 5) return sized(draw, schema);
  if (kind < 6) return draw(fc.string, { unit: 'grapheme', maxLength: 12 });
  const good = String(sample(schema));
  if (kind < 8)
    return pick(draw, [`${good}\n`, ` ${good}`, `${good}\u2028`, good.toUpperCase(), `-${good}`, good]);
  return pick(draw, TEXTS);
}

/** Texts at the limits of the length, in letters and in characters outside the basic plane. */
function sized(draw: GeneratorValue, { minLength = 0, maxLength = 50 }: Schema): string {
  const length = pick(draw, [minLength - 1, minLength, maxLength, maxLength + 1]);
  const unit = pick(draw, ['a', 'a', 'ä', '\u{1F9E0}']);
  return unit.repeat(Math.max(0, Math.min(length, 40_000)));
}

function nearNumber(draw: GeneratorValue, { minimum = 0, maximum = 100 }: Schema): unknown {
  return pick(draw, [
    minimum - 1,
    minimum,
    minimum + 0.5,
    minimum - 0.0001,
    maximum,
    maximum + 1,
    maximum + 0.0001,
    String(minimum),
    pick(draw, NUMBERS),
    draw(fc.integer),
    draw(fc.double, { noNaN: true, noDefaultInfinity: true }),
  ]);
}

function nearArray(draw: GeneratorValue, schema: Schema): unknown[] {
  const items = resolve<Schema>(schema.items ?? {});
  const { minItems = 0, maxItems = 10 } = schema;
  const length = pick(draw, [0, 1, 2, minItems - 1, minItems, maxItems, maxItems + 1]);
  const good = sample(items);
  const list: unknown[] = Array.from({ length: Math.max(0, Math.min(length, 1_500)) }, () => good);
  if (list.length > 0 && draw(fc.boolean))
    list[draw(fc.nat, { max: list.length - 1 })] = neighbour(draw, items);
  return list;
}

const NAMES: readonly string[] = [
  'surplus',
  'id',
  'Title',
  '__proto__',
  'constructor',
  'toString',
  '',
  'a/b',
  '~',
  'ä',
];

function nearObject(draw: GeneratorValue, schema: Schema): unknown {
  const value = sample(schema) as Record<string, unknown>;
  const properties = Object.entries(schema.properties ?? {});
  const kind = draw(fc.nat, { max: 3 });
  if (kind === 0) return {};
  if (kind === 1 || properties.length === 0)
    return withProperty(value, pick(draw, NAMES), pick(draw, WRONG_TYPES));
  const [name, property] = pick(draw, properties);
  return withProperty(value, name, neighbour(draw, resolve<Schema>(property)));
}

/** A copy with the given own property, also when it is named like an inherited one. */
export function withProperty(value: object, name: string, put: unknown): Record<string, unknown> {
  const copy: Record<string, unknown> = { ...value };
  Object.defineProperty(copy, name, { value: put, enumerable: true, configurable: true, writable: true });
  return copy;
}

/** One value that the schema takes, as far as its keywords tell. */
export function sample(schema: Schema): unknown {
  if (schema.example !== undefined) return schema.example;
  if (schema.default !== undefined) return schema.default;
  if (schema.enum !== undefined) return schema.enum[0];
  switch (schema.type) {
    case 'string':
      return sampleText(schema);
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 0, Math.min(schema.maximum ?? 1, 1));
    case 'boolean':
      return true;
    case 'array':
      return Array.from({ length: schema.minItems ?? 1 }, () => sample(resolve<Schema>(schema.items ?? {})));
    default:
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [
          name,
          sample(resolve<Schema>(schema.properties?.[name] ?? {})),
        ]),
      );
  }
}

const CANDIDATES = ['main', 'note', 'en', 'a:b', '#a1b2c3', '<a@b.cd>', 'A', '1', 'text'];

function sampleText({ format, pattern, minLength = 0 }: Schema): string {
  const [first] = BY_FORMAT[format ?? ''] ?? [];
  if (first !== undefined) return first;
  if (pattern === undefined) return 'text'.padEnd(minLength, 'x');
  const matching = new RegExp(pattern, 'u');
  const [found = 'text'] = CANDIDATES.filter((candidate) => matching.test(candidate));
  return found.padEnd(minLength, 'x');
}
