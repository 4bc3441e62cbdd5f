import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handlers } from '#generated/handlers.gen.ts';
import { AppError } from '#src/errors.ts';
import type { AnyHandler } from '#src/http/dispatch/contract-backend.ts';
import { document, operations } from '#test/support/contract.ts';
import { startGateway, type TestGateway } from '#test/support/gateway.ts';
import { type PlainRequest, sendPlain } from '#test/support/plain-request.ts';
import { problemOf } from '#test/support/replies.ts';
import { assertDeclared } from '#test/support/validating-fetch.ts';
import { givenSeed, isFull, tries } from '#test/support/volume.ts';
import { type Probe, probeOf, seldomProbes } from './probes.ts';
import { type Difference, type OurVerdict, REASONS } from './reasons.ts';
import {
  forStockValidators,
  type Stack,
  stockBackend,
  stockValidator,
  type Verdict,
} from './stock-stacks.ts';

const SEED = givenSeed ?? 20_260_302;
const RUNS = tries(5_000);
/** For an operation of which no draw was accepted, such as a form whose parts all have to fit. */
const MORE_RUNS = 300;
const MAX_CURES = 4;
const MAX_SHOWN = 20;

let gateway: TestGateway;
let token: string;
let stacks: readonly Stack[];

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
  const readable = forStockValidators(document);
  stacks = [await stockBackend(readable), await stockValidator(readable)];
});

afterAll(async () => {
  for (const stack of stacks) await stack.close();
  await gateway.close();
});

async function ourVerdict(request: PlainRequest): Promise<OurVerdict> {
  const headers = { ...request.headers, authorization: `Bearer ${token}` };
  const reply = await sendPlain(gateway.baseUrl, { ...request, headers });
  const [path = '/'] = request.target.split('?', 1);
  await assertDeclared(request.method, path, reply.clone());
  const { status } = reply;
  if (status >= 500 && status !== 501)
    throw new Error(`${status} answers ${request.method} ${request.target}, body ${request.body}`);
  const isProblem = status >= 400 && request.method !== 'HEAD';
  const { errors } = isProblem ? await problemOf(reply) : {};
  const verdict = { accepts: status === 501, status, rules: errors?.map(({ rule }) => rule) ?? [] };
  return errors === undefined
    ? verdict
    : { ...verdict, places: errors.map((each) => `${each.in}${each.path}`) };
}

/** The reasons that explain a difference in decision, one after the other; undefined when they do not. */
async function explain(difference: Difference, stack: Stack, depth = 0): Promise<string[] | undefined> {
  for (const { name, stacks: about, cure } of REASONS) {
    if (!about.includes(stack.name)) continue;
    const cured = cure(difference);
    if (cured === undefined) continue;
    if (cured === 'itself') return [name];
    const [ours, theirs] = [await ourVerdict(cured), await stack.judge(cured)];
    if (ours.accepts === theirs.accepts) return [name];
    if (depth === MAX_CURES) continue;
    const rest = await explain({ request: cured, stack: stack.name, ours, theirs }, stack, depth + 1);
    if (rest !== undefined) return [name, ...rest];
  }
  return undefined;
}

const plain = (place: string): string =>
  place
    .replaceAll('~1', '/')
    .replaceAll('~0', '~')
    .replace(/(^query\/[^[/]+).*/, '$1');

/** The rules of our own that end the validation of their part of the request. */
const WITHOUT_MORE: ReadonlySet<string> = new Set(['unexpected', 'storable', 'number', 'unique']);

/** Paths that a stock library reports and ours does not, when both validated the whole request. */
function unnamed(probe: Probe, ours: OurVerdict, theirs: Verdict): string[] {
  const looked = ours.places !== undefined && !ours.rules.some((rule) => WITHOUT_MORE.has(rule));
  if (!looked || theirs.places === undefined || probe.change.startsWith('form')) return [];
  const own = ours.places.map(plain);
  return theirs.places
    .map(plain)
    .filter(
      (place) =>
        place !== '' &&
        !own.some((named) => `${named}/`.startsWith(`${place}/`) || place.startsWith(`${named}/`)),
    );
}

/** True when the stock library reports a place for a listed reason, in a request that has another violation. */
async function namesByReason(
  probe: Probe,
  ours: OurVerdict,
  theirs: Verdict,
  stack: Stack,
): Promise<boolean> {
  const difference = { request: probe, stack: stack.name, ours: { ...ours, accepts: true }, theirs };
  for (const { stacks: about, cure } of REASONS) {
    const cured = about.includes(stack.name) ? cure(difference) : undefined;
    if (cured === undefined || cured === 'itself') continue;
    const request = { ...probe, ...cured };
    if (unnamed(request, await ourVerdict(request), await stack.judge(request)).length === 0) return true;
  }
  return false;
}

interface Tally {
  readonly unexplained: object[];
  readonly unnamed: object[];
  readonly reasons: Map<string, number>;
  readonly operations: Map<string, { sent: number; accepted: number }>;
}

function count(tally: Tally, probe: Probe, ours: OurVerdict): void {
  const counted = tally.operations.get(probe.operationId) ?? { sent: 0, accepted: 0 };
  counted.sent += 1;
  if (ours.accepts) counted.accepted += 1;
  tally.operations.set(probe.operationId, counted);
}

async function compare(probe: Probe, place: string, tally: Tally): Promise<void> {
  const ours = await ourVerdict(probe);
  count(tally, probe, ours);
  for (const stack of stacks) {
    if (stack.name === 'openapi-backend' && String(probe.headers['content-type']).startsWith('multipart/'))
      continue;
    const theirs = await stack.judge(probe);
    const shown = {
      place,
      ...probe,
      body: String(probe.body).slice(0, 300),
      stack: stack.name,
      ours,
      theirs,
    };
    if (ours.accepts !== theirs.accepts) {
      const why = await explain({ request: probe, stack: stack.name, ours, theirs }, stack);
      if (why === undefined) tally.unexplained.push(shown);
      for (const name of why ?? []) tally.reasons.set(name, (tally.reasons.get(name) ?? 0) + 1);
    } else if (!ours.accepts) {
      const places = unnamed(probe, ours, theirs);
      const isListed = places.length > 0 && (await namesByReason(probe, ours, theirs, stack));
      if (places.length > 0 && !isListed) tally.unnamed.push({ ...shown, places });
    }
  }
}

function report({ reasons, operations: counted }: Tally): string {
  const sent = [...counted.values()].map((each) => each.sent);
  const accepted = [...counted.values()].filter((each) => each.accepted > 0).length;
  const lines = [
    `seed ${SEED}: ${RUNS} requests to ${counted.size} operations, ${Math.min(...sent)} to ${Math.max(...sent)} each; ${accepted} operations accepted some`,
    ...[...reasons].map(([name, times]) => `${String(times).padStart(7)} ${name}`),
  ];
  return lines.join('\n');
}

describe('the gateway and the stock libraries', () => {
  const tally: Tally = { unexplained: [], unnamed: [], reasons: new Map(), operations: new Map() };

  it(`decide alike on ${RUNS} generated requests, except for the listed reasons (TEST_SEED=${SEED})`, async () => {
    const draws = fc.sample(fc.gen(), { seed: SEED, numRuns: RUNS });
    for (const [i, draw] of draws.entries()) {
      const operation = operations[i % operations.length] as (typeof operations)[number];
      await compare(probeOf(draw, operation), `seed ${SEED}, request ${i}`, tally);
    }
    for (const operation of operations) {
      const isAccepted = () => (tally.operations.get(operation.operationId)?.accepted ?? 0) > 0;
      for (const draw of isAccepted() ? [] : fc.sample(fc.gen(), { seed: SEED + 1, numRuns: MORE_RUNS }))
        if (!isAccepted()) await compare(probeOf(draw, operation), `${operation.operationId}, again`, tally);
    }
    for (const probe of seldomProbes())
      await compare(probe, `${probe.operationId} with ${probe.change}`, tally);
    process.stdout.write(`${report(tally)}\n`);
    expect(tally.unexplained.slice(0, MAX_SHOWN), `${tally.unexplained.length} in all`).toEqual([]);
  }, 7_200_000);

  it('report the same paths: the gateway reports every one that a stock library reports', () => {
    expect(tally.unnamed.slice(0, MAX_SHOWN), `${tally.unnamed.length} in all`).toEqual([]);
  });

  it('accept at least one request of every operation', () => {
    const silent = operations.filter(
      ({ operationId }) => (tally.operations.get(operationId)?.accepted ?? 0) === 0,
    );
    expect(silent.map(({ operationId }) => operationId)).toEqual([]);
  });

  it.runIf(isFull)('differ at least once for every listed reason: remove the others from reasons.ts', () => {
    expect(REASONS.map(({ name }) => name).filter((name) => !tally.reasons.has(name))).toEqual([]);
  });
});
