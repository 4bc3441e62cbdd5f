import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Violation } from '#src/errors.ts';
import { parseJson } from '#src/http/request/body.ts';
import { createConversation } from '#test/support/conversations.ts';
import { type Member, type TestGateway, theGateway } from '#test/support/gateway.ts';
import { problemOf } from '#test/support/replies.ts';

const LOST = ['1e999', '-1e999', '1e-999', '-0.0001e-400', `0.${'0'.repeat(400)}1`, `1${'0'.repeat(400)}`];
const UNSAFE = [
  '9007199254740992',
  '9007199254740993',
  '-9007199254740993',
  '12345678901234567890',
  '9.1e15',
  '1e16',
  '1e21',
  '-1e300',
  '1.5e16',
  '1.7976931348623157e308',
];
const KEPT = [
  '0',
  '-0',
  '0e5',
  '0.000e-999',
  '0.1',
  '1.00000000000000000001',
  '3.141592653589793',
  '0.30000000000000004',
  '9007199254740991',
  '-9007199254740991',
  '1.0',
  '1e3',
  '9.007199254740991e15',
  '5e-324',
  `0.${'0'.repeat(320)}1`,
];

function faultsIn(text: string): readonly Violation[] {
  return parseJson(Buffer.from(text)).faults;
}

describe('a JSON body', () => {
  it('may begin with a byte order mark', () => {
    expect(parseJson(Buffer.from('\ufeff{"title":"Visite"}')).value).toEqual({ title: 'Visite' });
  });

  it('is refused when it is not UTF-8 or not JSON', () => {
    expect(() => parseJson(Buffer.from([0x22, 0xc3, 0x28, 0x22]))).toThrow('not well-formed UTF-8');
    expect(() => parseJson(Buffer.from('{"a": nope}'))).toThrow('not valid JSON');
  });
});

describe('a number', () => {
  it.each([...LOST, ...UNSAFE])('is refused with its place when it is not kept: %.40s', (literal) => {
    expect(faultsIn(literal)).toMatchObject([{ path: '', rule: 'number' }]);
    expect(faultsIn(`{"a":[1,{"b/c~":[ ${literal} ]}],"d":1}`)).toMatchObject([
      { in: 'body', path: '/a/1/b~1c~0/0', rule: 'number' },
    ]);
    expect(faultsIn(`[0,${literal}\n,0]`)).toMatchObject([{ path: '/1', rule: 'number' }]);
  });

  it.each(KEPT)('is taken when it is kept: %.40s', (literal) => {
    expect(faultsIn(`{"a":[${literal}]}`)).toEqual([]);
    expect(faultsIn(literal)).toEqual([]);
  });

  it('is none inside of a text or a name', () => {
    for (const literal of [...LOST, ...UNSAFE]) {
      expect(
        faultsIn(JSON.stringify({ a: `x: ${literal}`, b: `\\",${literal}`, [`,${literal}`]: 1 })),
      ).toEqual([]);
    }
  });

  it('is found wherever it stands in any value, and only there', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 4 }),
        fc.constantFrom(...LOST, ...UNSAFE),
        fc.nat(),
        (value, bad, at) => {
          const places = leavesOf(value);
          const place = places[at % places.length] as string;
          const text = JSON.stringify(replaced(value, place), null, at % 2).replaceAll('"<here>"', bad);
          expect(faultsIn(text)).toMatchObject(place.length > 200 ? [{}] : [{ path: place, rule: 'number' }]);
        },
      ),
    );
  });
});

describe('a name', () => {
  it.each([
    ['{"a":1,"a":2}', ['/a']],
    ['{"a":1,"\\u0061":2}', ['/a']],
    ['{"x":{"a":{"b":1},"c":[{"b":1,"b":[1]}]}}', ['/x/c/0/b']],
    ['{"a":1,"b":{"a":1},"c":{"a":{"a":1}}}', []],
    ['{"__proto__":1,"__proto__":2}', ['/__proto__']],
    ['{"":1,"":2,"":3}', ['/', '/']],
    ['{"a":":","b":"\\":\\"a"}', []],
    ['{"a\\\\":1,"a\\"":2,"a":3}', []],
    ['[{"a":1},{"a":1}]', []],
  ])('is refused where it comes again in one object: %s', (text, paths) => {
    expect(faultsIn(text).map(({ path, rule }) => [path, rule])).toEqual(
      paths.map((path) => [path, 'unique']),
    );
  });

  it('is refused without a look at more than a hundred of them, and without recursion', () => {
    expect(faultsIn(`{${'"a":1,'.repeat(100_000)}"a":1}`)).toHaveLength(100);
    expect(faultsIn(`${'['.repeat(5_000)}1e999${']'.repeat(5_000)}`)[0]?.path).toHaveLength(200);
  });
});

describe('a request', () => {
  let gateway: TestGateway;
  let user: Member;
  let path: string;
  beforeAll(async () => {
    gateway = await theGateway();
    user = await gateway.user();
    path = `/api/conversations/${await createConversation(user)}/messages`;
  });

  const send = (target: string, init: RequestInit): Promise<Response> =>
    gateway.fetch(target, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${user.accessToken}` },
    });
  const errorsOf = async (reply: Response) => [
    reply.status,
    ...((await problemOf(reply)).errors ?? []).map((one) => `${one.in}${one.path} ${one.rule}`),
  ];

  it('returns 422 for a number in free data that would be stored as another, and stores nothing', async () => {
    const headers = { 'content-type': 'application/json' };
    for (const [body, place] of [
      ['{"content":"x","metadata":{"dose":[1,9007199254740993]}}', 'body/metadata/dose/1 number'],
      ['{"content":"x","metadata":{"far":1e999}}', 'body/metadata/far number'],
      ['{"content":"x","role":"user","role":"system"}', 'body/role unique'],
    ] as const) {
      expect(await errorsOf(await send(path, { method: 'POST', headers, body }))).toEqual([422, place]);
    }
    const list = (await (await send(path, {})).json()) as { items: unknown[] };
    expect(list.items).toEqual([]);
  });

  it('gives back every number that it took', async () => {
    const headers = { 'content-type': 'application/json' };
    const numbers = KEPT.join(',');
    const body = `{"content":"x","metadata":{"numbers":[${numbers}]}}`;
    const reply = await send(path, { method: 'POST', headers, body });
    const { message } = (await reply.json()) as { message: { metadata: { numbers: number[] } } };
    expect(message.metadata.numbers).toEqual(
      (JSON.parse(`[${numbers}]`) as number[]).map((each) => each + 0),
    );
  });

  it.each(['9007199254740993', '12345678901234567890', '-9007199254740993'])(
    'returns 422 for the number %s in a query',
    async (number) => {
      const found = await errorsOf(await send(`/api/conversations?page_size=${number}`, {}));
      expect(found).toEqual([422, 'query/page_size number']);
    },
  );
});

/** The places of all values that hold no others, as JSON Pointers. */
function leavesOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([name, each]) =>
    leavesOf(each, `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
  return inner.length === 0 ? [path] : inner;
}

/** The value with a mark at one place, with no other text that looks like it and no number that is refused itself. */
function replaced(value: unknown, place: string, path = ''): unknown {
  if (path === place) return '<here>';
  if (typeof value === 'string') return value.replaceAll('<', '');
  if (typeof value === 'number') return value % 1000;
  if (Array.isArray(value)) return value.map((each, i) => replaced(each, place, `${path}/${i}`));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, each]): [string, unknown] => [
    name,
    replaced(each, place, `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  ]);
  return Object.fromEntries(entries);
}
