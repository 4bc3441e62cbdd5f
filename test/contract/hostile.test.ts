import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { contractOperation, exampleOf, exampleRequest, operations } from '#test/support/contract.ts';
import { type TestGateway, theGateway } from '#test/support/gateway.ts';
import { problemOf } from '#test/support/replies.ts';

let gateway: TestGateway;
let token: string;
beforeAll(async () => {
  gateway = await theGateway();
  token = (await gateway.admin()).accessToken;
});

const MARK = 'ZX81';
/** More of them for a release: HOSTILE_RUNS=5000. */
const RUNS = Number(process.env.HOSTILE_RUNS ?? 600);
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
  expect(text).not.toContain(MARK);
  expect((await problemOf(reply)).status).toBe(reply.status);
}

describe('hostile input', () => {
  it('in bodies gets a clear refusal that repeats nothing', async () => {
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
  });

  it('in parameters gets a clear refusal that repeats nothing', async () => {
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
          await expectDecent(await gateway.fetch(`${path}?${query}`, { method: operation.method, headers }));
        },
      ),
      { numRuns: RUNS },
    );
  });
});
