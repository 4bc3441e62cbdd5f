import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { requestValidators } from '#generated/request-validators.gen.js';
import { contractOperation, exampleOf, exampleRequest, operations, resolve } from '#test/support/contract.ts';
import { type TestGateway, theGateway } from '#test/support/gateway.ts';
import { problemOf } from '#test/support/replies.ts';
import { tries } from '#test/support/volume.ts';

let gateway: TestGateway;
let token: string;
beforeAll(async () => {
  gateway = await theGateway();
  token = (await gateway.admin()).accessToken;
});

const MARK = 'ZX81';
/** In the gate these are ten thousand requests, together with the differential test. */
const RUNS = tries(2_500);
const PATIENCE_MS = 900_000;
const nasty = fc.oneof(
  fc.constantFrom(
    null,
    true,
    false,
    0,
    -1,
    1e308,
    2 ** 53,
    '',
    ' ',
    '\u0000',
    '\ud800',
    '../../etc/passwd',
    "' or 1=1 --",
    '{{7*7}}',
    '\u202e',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 20 }).map((text) => MARK + text),
  fc.double(),
  fc.array(fc.anything({ maxDepth: 2 }), { maxLength: 5 }),
  fc.dictionary(
    fc.constantFrom('__proto__', 'constructor', 'toString', 'id', 'role', 'a'),
    fc.anything({ maxDepth: 1 }),
    { maxKeys: 4 },
  ),
);

/** Replaces, adds or removes one property of an example. */
const mutation = fc.record({
  name: fc.oneof(fc.nat(20), fc.constantFrom('__proto__', 'constructor', 'x')),
  value: nasty,
  remove: fc.boolean(),
});

function mutate(
  example: unknown,
  { name, value, remove }: { name: number | string; value: unknown; remove: boolean },
): unknown {
  if (typeof example !== 'object' || example === null) return value;
  const copy: Record<string, unknown> = { ...example };
  const names = Object.keys(copy);
  const target = typeof name === 'string' ? name : (names[name % Math.max(1, names.length)] ?? 'x');
  if (remove) delete copy[target];
  else Object.defineProperty(copy, target, { value, enumerable: true, configurable: true, writable: true });
  return copy;
}

async function expectDecent(reply: Response): Promise<void> {
  if (reply.status < 400) return;
  const text = await reply.clone().text();
  expect([500, 502, 504], text.slice(0, 300)).not.toContain(reply.status);
  expect(JSON.stringify([...reply.headers])).not.toContain(MARK);
  expect(text).not.toContain(MARK);
  expect((await problemOf(reply)).status).toBe(reply.status);
}

describe('hostile input', () => {
  it(
    'in bodies is refused with 4xx and not repeated',
    async () => {
      const withBody = operations.filter(({ body }) => body?.types.includes('application/json'));
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...withBody), mutation, async (operation, change) => {
          const { method, path, headers } = exampleRequest(operation);
          const example = exampleOf(contractOperation(operation).content['application/json'] ?? {});
          const body = JSON.stringify(mutate(example, change)) ?? 'null';
          await expectDecent(
            await gateway.fetch(path, {
              method,
              headers: { ...headers, authorization: `Bearer ${token}` },
              body,
            }),
          );
        }),
        { numRuns: RUNS },
      );
    },
    PATIENCE_MS,
  );

  it(
    'in parameters is refused with 4xx and not repeated',
    async () => {
      const text = fc
        .oneof(
          fc.string({ unit: 'binary', maxLength: 60 }),
          nasty.map((value) => JSON.stringify(value) ?? 'x'),
        )
        .filter((value) => value.isWellFormed());
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...operations),
          text,
          fc.string({ maxLength: 12 }),
          async (operation, value, name) => {
            const path = operation.path.replaceAll(/\{[^}]+\}/g, () => encodeURIComponent(value) || 'x');
            const known =
              operation.queryParameters[name.length % Math.max(1, operation.queryParameters.length)]?.name ??
              name;
            const query = `${encodeURIComponent(known)}=${encodeURIComponent(value)}`;
            const headers = {
              authorization: `Bearer ${token}`,
              'if-match': encodeURIComponent(value),
              'idempotency-key': encodeURIComponent(value),
            };
            await expectDecent(
              await gateway.fetch(`${path}?${query}`, { method: operation.method, headers }),
            );
          },
        ),
        { numRuns: RUNS },
      );
    },
    PATIENCE_MS,
  );
});

interface ArraySchema {
  readonly type?: string;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** Every array at the first level of a request body. */
const lists = operations.flatMap((operation) => {
  const media = contractOperation(operation).content['application/json'];
  const schema = resolve<ArraySchema>(media?.schema ?? {});
  return Object.entries(schema.properties ?? {})
    .filter(([, property]) => resolve<ArraySchema>(property).type === 'array')
    .map(([name]) => ({ operationId: operation.operationId, operation, name }));
});

describe('a list of a million items', () => {
  it.each([{}, 1, null])('of %j produces fewer than 100 errors in each validator', (item) => {
    expect(lists.length).toBeGreaterThan(5);
    const million = Array.from({ length: 1_000_000 }, () => item);
    for (const { operationId, name } of lists) {
      const validator = requestValidators[operationId]?.body;
      expect(validator?.({ [name]: million })).toBe(false);
      expect([operationId, (validator?.errors ?? []).length < 100]).toEqual([operationId, true]);
    }
  });

  it.each(lists)('in $name of $operationId returns 422 with its path', async ({ operation, name }) => {
    const { method, path, headers } = exampleRequest(operation);
    const body = `{"${name}":[${'{},'.repeat(300_000)}{}]}`;
    const reply = await gateway.fetch(path, {
      method,
      headers: { ...headers, authorization: `Bearer ${token}` },
      body,
    });
    const problem = await problemOf(reply);
    expect(reply.status).toBe(422);
    expect(problem.errors).toContainEqual(expect.objectContaining({ path: `/${name}`, rule: 'maxItems' }));
  });

  it('of objects is validated without a copy of all errors for each item', () => {
    // AJV as it comes copies all errors found so far for each item that has one.
    const copied = vi.spyOn(Array.prototype, 'concat');
    for (const { operationId, name } of lists) {
      requestValidators[operationId]?.body?.({ [name]: Array.from({ length: 100 }, () => ({ surplus: 1 })) });
    }
    expect(copied).not.toHaveBeenCalled();
    copied.mockRestore();
  });
});
