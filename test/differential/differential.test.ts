import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handlers } from '#generated/handlers.gen.ts';
import { AppError } from '#src/errors.ts';
import type { AnyHandler } from '#src/http/contract-backend.ts';
import { document, operations } from '#test/support/contract.ts';
import { startGateway, type TestGateway } from '#test/support/gateway.ts';
import { problemOf } from '#test/support/replies.ts';
import { probesOf } from './probes.ts';
import { type Judge, type Probe, type StockValidator, stockBackend, stockValidator } from './stock-stacks.ts';

/** The differences in decision that are meant, each with its reason. The list may only get shorter. */
const REASONS: readonly { readonly reason: string; readonly applies: (difference: Difference) => boolean }[] =
  [
    {
      reason: 'HEAD is there for every GET; the stock stacks know only declared methods',
      applies: ({ probe, ours }) => probe.method === 'HEAD' && ours.verdict === 'accepts',
    },
    {
      reason: 'a body is refused where the operation declares none; the stock stacks let it pass unread',
      applies: ({ ours, theirs }) => ours.rule === 'unexpected' && theirs === 'accepts',
    },
    {
      reason: 'a number has one spelling; coercion takes 1e1, 0x10 and blanks for numbers',
      applies: ({ probe, ours, theirs }) =>
        ours.status === 422 && theirs === 'accepts' && /=(?:1e1|0x10|%207)(?:&|$)/.test(probe.target),
    },
    {
      reason: 'a condition that is no list of entity tags is malformed; to a schema it is any text',
      applies: ({ probe, ours, theirs }) =>
        ours.status === 400 && theirs === 'accepts' && probe.headers['if-match'] !== undefined,
    },
    {
      reason: 'text that looks like JSON is text; express-openapi-validator parses it in a string parameter',
      applies: ({ probe, ours, stack }) =>
        stack === 'express-openapi-validator' &&
        ours.verdict === 'accepts' &&
        /=%(?:7B|5B)/.test(probe.target),
    },
  ];

interface Difference {
  readonly operationId: string;
  readonly probe: Probe;
  readonly stack: string;
  readonly ours: { readonly verdict: string; readonly status: number; readonly rule: string | undefined };
  readonly theirs: string;
}

const RUNS = 2_500;
const reached = () => {
  throw new AppError('not_implemented', 'The handler was reached.');
};

let gateway: TestGateway;
let token: string;
let validator: StockValidator;
let stacks: readonly (readonly [string, Judge])[];

beforeAll(async () => {
  const all: Record<string, AnyHandler> = Object.fromEntries(
    operations.map(({ operationId }) => [operationId, reached]),
  );
  const register = handlers.register as unknown as AnyHandler;
  gateway = await startGateway({ LOG_LEVEL: 'silent' }, { handlers: { ...all, register } });
  token = (await gateway.admin()).accessToken;
  validator = await stockValidator(document);
  stacks = [
    ['openapi-backend', await stockBackend(document)],
    ['express-openapi-validator', validator.judge],
  ];
});

afterAll(async () => {
  await validator.close();
  await gateway.close();
});

async function ourVerdict({ method, target, headers, body }: Probe): Promise<Difference['ours']> {
  const init: RequestInit = { method, headers };
  if (body !== undefined) init.body = body;
  const reply = await gateway.fetch(target, init);
  const { status } = reply;
  const rule = status === 422 ? (await problemOf(reply)).errors?.[0]?.rule : undefined;
  return { verdict: status === 501 ? 'accepts' : 'refuses', status, rule };
}

/** Forms with files are checked by express-openapi-validator itself; openapi-backend cannot read them. */
const comparable = operations.filter(
  ({ operationId, body }) => operationId !== 'register' && !body?.types.includes('multipart/form-data'),
);

describe('our pipeline and the stock libraries', () => {
  it(`decide ${RUNS} generated requests alike, but for the listed reasons`, async () => {
    const unexplained: Difference[] = [];
    for (const { operation, probe: bare } of fc.sample(probesOf(comparable), { numRuns: RUNS })) {
      const probe = { ...bare, headers: { ...bare.headers, authorization: `Bearer ${token}` } };
      const ours = await ourVerdict(probe);
      for (const [stack, judge] of stacks) {
        const theirs = await judge(probe);
        const difference = { operationId: operation.operationId, probe, stack, ours, theirs };
        if (theirs === ours.verdict || REASONS.some(({ applies }) => applies(difference))) continue;
        unexplained.push({ ...difference, probe: { ...probe, headers: bare.headers } });
      }
    }
    expect(unexplained).toEqual([]);
  }, 180_000);
});
