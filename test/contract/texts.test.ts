import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handlers } from '#generated/handlers.gen.ts';
import { AppError } from '#src/errors.ts';
import type { OperationRecord } from '#src/http/contract/operation.ts';
import type { AnyHandler } from '#src/http/dispatch/contract-backend.ts';
import { contractOperation, exampleOf, exampleRequest, operations, resolve } from '#test/support/contract.ts';
import { startGateway, type TestGateway } from '#test/support/gateway.ts';
import { problemOf } from '#test/support/replies.ts';

/** A gateway whose handlers say that they were reached, so that operations that are not built are held to it too. */
let gateway: TestGateway;
let token: string;
beforeAll(async () => {
  let prepared = false;
  const reached: AnyHandler = () => {
    throw new AppError('not_implemented', 'The handler was reached.');
  };
  const register = handlers.register as unknown as AnyHandler;
  const all: Record<string, AnyHandler> = {
    ...Object.fromEntries(operations.map(({ operationId }) => [operationId, reached])),
    register: (context, input) => (prepared ? reached(context, input) : register(context, input)),
  };
  gateway = await startGateway({ LOG_LEVEL: 'silent' }, { handlers: all });
  token = (await gateway.admin()).accessToken;
  prepared = true;
});
afterAll(() => gateway.close());

interface Schema {
  readonly format?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly items?: unknown;
  readonly allOf?: readonly unknown[];
  readonly enum?: readonly unknown[];
}

interface Place {
  readonly operation: OperationRecord;
  /** Names and indexes that lead to the text. */
  readonly steps: readonly (string | number)[];
  readonly format: string;
}

const isTextFormat = (format: string | undefined): format is string => format === 'line' || format === 'text';

/** Every text in a body, with the first item of each list. */
function textsOf(operation: OperationRecord, value: unknown, steps: Place['steps'] = []): Place[] {
  const schema = resolve<Schema>(value);
  if (isTextFormat(schema.format)) return [{ operation, steps, format: schema.format }];
  const inner: [string | number, unknown][] = [
    ...Object.entries(schema.properties ?? {}),
    ...(schema.items === undefined ? [] : [[0, schema.items] as [number, unknown]]),
  ];
  return [
    ...(schema.allOf ?? []).flatMap((part) => textsOf(operation, part, steps)),
    ...inner.flatMap(([step, each]) => textsOf(operation, each, [...steps, step])),
  ];
}

const inBodies = operations.flatMap((operation) =>
  textsOf(operation, contractOperation(operation).content['application/json']?.schema ?? {}),
);
const inQueries = operations.flatMap((operation) =>
  contractOperation(operation)
    .parameters.filter((one) => one.in === 'query' && isTextFormat(resolve<Schema>(one.schema).format))
    .map(({ name }) => ({ operation, name })),
);

const GOOD = ['x', ' x ', 'a\u202eb\u202c', '👩\u200d👩\u200d👧', 'क्\u200dष', 'e\u0301', '$', "' or 1=1 --"];
const BAD = [
  '  ',
  '\u200b',
  '\u3164',
  '\u2800',
  '\u0301',
  'a\u0007b',
  'a\u0085b',
  'a\u007fb',
  'a\rb',
  'a\ufffeb',
];
const LINES = ['a\nb', 'a\r\nb', 'a\tb', 'a\u2028b'];

/** The example with another text at a place; what does not exist on the way there is made. */
function withText(value: unknown, [step, ...rest]: Place['steps'], text: string): unknown {
  if (step === undefined) return text;
  if (typeof step === 'number') return [withText((value as unknown[] | undefined)?.[step], rest, text)];
  return {
    ...(value as object),
    [step]: withText((value as Record<string, unknown> | undefined)?.[step], rest, text),
  };
}

async function answerTo(place: Place, text: string): Promise<[status: number, ...errors: string[]]> {
  const { method, path, headers } = exampleRequest(place.operation);
  const example = exampleOf(contractOperation(place.operation).content['application/json'] ?? {});
  const reply = await gateway.fetch(path, {
    method,
    headers: { ...headers, authorization: `Bearer ${token}` },
    body: JSON.stringify(withText(example, place.steps, text)),
  });
  const { errors } = await problemOf(reply);
  return [reply.status, ...(errors ?? []).map((one) => `${one.in}${one.path} ${one.rule}`)];
}

describe.each(inBodies.map((place) => ({ ...place, name: place.steps.join('/') })))(
  '$name of $operation.operationId',
  (place) => {
    it('takes a text that shows something', async () => {
      const taken = place.format === 'text' ? [...GOOD, ...LINES] : GOOD;
      for (const text of taken) expect([text, (await answerTo(place, text))[0]]).toEqual([text, 501]);
    });

    it('returns 422 with its place and the name of its rule for any other text', async () => {
      const where = `body/${place.steps.join('/')}`;
      for (const text of place.format === 'line' ? [...BAD, ...LINES] : BAD)
        expect([text, ...(await answerTo(place, text))]).toEqual([text, 422, `${where} ${place.format}`]);
      for (const text of ['a\u0000b', 'a\ud800b'])
        expect([text, ...(await answerTo(place, text))]).toEqual([text, 422, `${where} storable`]);
    });
  },
);

describe.each(inQueries)('$name in the query of $operation.operationId', ({ operation, name }) => {
  it('takes a line that shows something, and returns 422 with the name of the rule for any other', async () => {
    const send = async (text: string) => {
      const { path, headers } = exampleRequest(operation);
      const target = `${path}${path.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(text)}`;
      const reply = await gateway.fetch(target, {
        headers: { ...headers, authorization: `Bearer ${token}` },
      });
      return [
        reply.status,
        ...((await problemOf(reply)).errors ?? []).map(({ path: at, rule }) => `${at} ${rule}`),
      ];
    };
    for (const text of GOOD) expect([text, ...(await send(text))]).toEqual([text, 501]);
    for (const text of [...BAD, ...LINES])
      expect([text, ...(await send(text))]).toEqual([text, 422, `/${name} line`]);
  });
});

it('the contract has texts in bodies and queries', () => {
  expect([inBodies.length > 35, inQueries.length > 3]).toEqual([true, true]);
});
