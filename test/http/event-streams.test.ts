import { setImmediate as immediate, setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '#src/errors.ts';
import type { AnyHandler } from '#src/http/dispatch/contract-backend.ts';
import type { StreamEvent } from '#src/http/handler/handler-types.ts';
import { EventReader } from '#test/support/event-reader.ts';
import { extendedContract, extendedHandlers } from '#test/support/extended-contract.ts';
import { type Member, startGateway, type TestGateway } from '#test/support/gateway.ts';
import { untilExpired, withTokenFor } from '#test/support/old-tokens.ts';
import { rawClient } from '#test/support/raw-client.ts';
import { outcomeOf } from '#test/support/replies.ts';

const CONTRACT = `
openapi: 3.0.3
info: {title: Streams, version: 1.0.0}
paths:
  /test/ticks:
    get:
      operationId: tailTicks
      summary: Ticks
      x-area: test
      x-access: user
      security: [{ bearer: [] }]
      x-timeout-ms: 300
      parameters:
        - {name: Last-Event-ID, in: header, schema: {type: string, maxLength: 64, pattern: '^[A-Za-z0-9._:-]+$'}}
        - {name: mode, in: query, schema: {type: string, maxLength: 20}}
      responses:
        '200':
          description: ok
          content:
            application/json: {schema: {$ref: '#/components/schemas/Tick'}}
            text/event-stream: {schema: {$ref: '#/components/schemas/TickStream'}}
  /test/admin-ticks:
    get:
      operationId: tailAdminTicks
      summary: Ticks for admins
      x-area: test
      x-access: admin
      security: [{ bearer: [] }]
      responses:
        '200':
          description: ok
          content:
            text/event-stream: {schema: {$ref: '#/components/schemas/TickStream'}}
  /test/answers:
    post:
      operationId: streamAnswer
      summary: Answer
      x-area: test
      x-access: user
      security: [{ bearer: [] }]
      responses:
        '200':
          description: ok
          content:
            text/event-stream: {schema: {$ref: '#/components/schemas/AnswerStream'}}
components:
  schemas:
    Tick: {type: object, required: [n], properties: {n: {type: integer}, text: {type: string}}}
    TickStream:
      oneOf: [{$ref: '#/components/schemas/TickEvent'}]
      discriminator: {propertyName: event, mapping: {tick: '#/components/schemas/TickEvent'}}
    AnswerStream:
      oneOf: [{$ref: '#/components/schemas/TickEvent'}, {$ref: '#/components/schemas/FaultEvent'}]
      discriminator:
        propertyName: event
        mapping: {tick: '#/components/schemas/TickEvent', error: '#/components/schemas/FaultEvent'}
    TickEvent:
      {type: object, required: [event, data], properties: {event: {type: string, enum: [tick]}, data: {$ref: '#/components/schemas/Tick'}}}
    FaultEvent:
      {type: object, required: [event, data], properties: {event: {type: string, enum: [error]}, data: {$ref: '#/components/schemas/Problem'}}}
    Problem: {type: object, required: [code], properties: {code: {type: string}, status: {type: integer}}}
`;

/** The behaviour of the handler in a test, and its observations. */
interface Source {
  seen: { lastEventId?: string | undefined; replyType?: string; mode?: string; signal?: AbortSignal };
  events: (signal: AbortSignal) => AsyncIterable<StreamEvent<string, unknown>>;
  before: () => void | Promise<void>;
  pulled: number;
  returned: number;
}

const source = {} as Source;
const tick = (n: number, more: object = {}) => ({ event: 'tick', data: { n, ...more }, id: String(n) });

/** Yields the events and then waits as a live log does, until the signal is aborted. */
async function* live(signal: AbortSignal, ...first: StreamEvent<string, unknown>[]) {
  try {
    for (const event of first) yield event;
    await sleep(3_600_000, undefined, { signal, ref: false });
  } finally {
    source.returned++;
  }
}

function reset(events: Source['events'], before: Source['before'] = () => undefined): void {
  Object.assign(source, { seen: {}, events, before, pulled: 0, returned: 0 });
}

const handler: AnyHandler = async (context, input) => {
  const { header, query } = input as { header?: Record<string, string>; query?: Record<string, string> };
  await source.before();
  source.seen = {
    lastEventId: header?.['last-event-id'],
    replyType: context.replyType,
    signal: context.signal,
  };
  if (query?.mode === 'json' || context.replyType === 'application/json')
    return { status: 200, body: { n: 1 } };
  return { status: 200, type: 'text/event-stream', events: source.events(context.signal) };
};

const SETTINGS = { STREAM_HEARTBEAT_MS: '50', STREAMS_PER_USER: '3', LOG_LEVEL: 'silent' };
const overrides = async () => ({
  contract: await extendedContract(CONTRACT),
  handlers: await extendedHandlers({ tailTicks: handler, tailAdminTicks: handler, streamAnswer: handler }),
});

let gateway: TestGateway;
let user: Member;
beforeAll(async () => {
  gateway = await startGateway(SETTINGS, await overrides());
  user = await gateway.user();
});
afterAll(() => gateway.close());
// What a test counts must not come from the stream of the one before.
afterEach(() => expect.poll(() => openStreams(), { timeout: 10_000 }).toBe(0));

function open(init: RequestInit = {}, at = gateway, who = user, get = '/test/ticks'): Promise<Response> {
  const headers = {
    accept: 'text/event-stream',
    authorization: `Bearer ${who.accessToken}`,
    ...init.headers,
  };
  const path = init.method === 'POST' ? '/test/answers' : get;
  return fetch(`${at.baseUrl}${path}`, { ...init, headers });
}

const rawRequest = (): string =>
  `GET /test/ticks HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\nAuthorization: Bearer ${user.accessToken}\r\n\r\n`;

const openStreams = async (at = gateway): Promise<number> =>
  Number(/^event_streams_open (\d+)$/m.exec(await (await at.fetch('/metrics')).text())?.[1]);

describe('an event stream', () => {
  it('sends ids and declared data only, with headers against caches and buffering proxies', async () => {
    reset((signal) => live(signal, tick(1), tick(2, { text: 'a\nb\r\u2028', secret: 'ZX81' })));
    const reply = await open();
    expect(Object.fromEntries(reply.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      vary: 'Accept',
    });
    const reader = new EventReader(reply);
    expect(await reader.next()).toEqual({ event: 'tick', data: { n: 1 }, id: '1' });
    expect(await reader.next()).toEqual({ event: 'tick', data: { n: 2, text: 'a\nb\r\u2028' }, id: '2' });
    await reader.leave();
  });

  it('passes Last-Event-ID to the handler', async () => {
    reset((signal) => live(signal, tick(42)));
    const reader = new EventReader(await open({ headers: { 'last-event-id': '41' } }));
    expect((await reader.next())?.id).toBe('42');
    expect(source.seen.lastEventId).toBe('41');
    await reader.leave();
    expect((await open({ headers: { 'last-event-id': 'a b' } })).status).toBe(422);
  });

  it('lasts longer than the time limit of its operation, kept open by comments', async () => {
    reset((signal) => live(signal, tick(1)));
    const reader = new EventReader(await open());
    await reader.next();
    const ended = reader.next();
    await expect.poll(() => reader.comments.length, { timeout: 10_000 }).toBeGreaterThan(10);
    expect(reader.comments[0]).toBe('keep-alive');
    expect(source.seen.signal?.aborted).toBe(false);
    await reader.leave();
    await ended;
  });

  it('closes its source and aborts its signal when the client leaves', async () => {
    reset((signal) => live(signal, tick(1)));
    const reader = new EventReader(await open());
    await reader.next();
    await reader.leave();
    await expect.poll(() => [source.returned, source.seen.signal?.aborted]).toEqual([1, true]);
    await expect.poll(() => openStreams()).toBe(0);
  });

  it('reads from its source only what a client that does not read can be sent', async () => {
    const SIZE = 65_536;
    reset(async function* () {
      for (;;) {
        source.pulled++;
        yield tick(source.pulled, { text: 'x'.repeat(SIZE) });
      }
    });
    const stalled = await rawClient(gateway.baseUrl);
    stalled.socket.pause();
    stalled.socket.write(rawRequest());
    let before = -1;
    await expect
      .poll(
        () => {
          const still = source.pulled > 0 && source.pulled === before;
          before = source.pulled;
          return still;
        },
        { interval: 100 },
      )
      .toBe(true);
    // The buffers of two sockets in the kernel, and 16 KiB here.
    expect(source.pulled * SIZE).toBeLessThan(32 * 1024 * 1024);
    stalled.socket.destroy();
  });

  it('is closed when its client does not read for long', async () => {
    reset(async function* () {
      for (let n = 1; ; n++) yield tick(n, { text: 'x'.repeat(65_536) });
    });
    const stalled = await rawClient(gateway.baseUrl);
    stalled.socket.pause();
    stalled.socket.write(rawRequest());
    await expect.poll(() => openStreams()).toBe(1);
    await expect.poll(() => openStreams(), { timeout: 10_000 }).toBe(0);
    stalled.socket.destroy();
  });

  it('answers HEAD without reading from its source', async () => {
    reset(async function* () {
      source.pulled++;
      yield tick(1);
    });
    const reply = await open({ method: 'HEAD' });
    expect([reply.status, await reply.text(), source.pulled]).toEqual([200, '', 0]);
  });

  it('sends its head before its first event', async () => {
    reset(async function* () {
      // Many turns of the event loop, and no time to speak of.
      for (let turn = 0; turn < 50; turn++) await immediate();
      yield* [];
      throw new AppError('upstream_error', 'The model failed.');
    });
    const events = await new EventReader<{ code?: string }>(await open({ method: 'POST' })).rest();
    expect(events.map(({ event, data }) => [event, data.code])).toEqual([['error', 'upstream_error']]);
  });

  it('returns 429 above the number of streams of one user, until one is closed', async () => {
    reset((signal) => live(signal, tick(1)));
    const readers = await Promise.all([1, 2, 3].map(async () => new EventReader(await open())));
    const refused = await open();
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await outcomeOf(refused)).toEqual([429, 'rate_limited']);
    const other = new EventReader(await open({}, gateway, await gateway.user()));
    expect((await other.next())?.id).toBe('1');
    await readers[0]?.leave();
    await expect
      .poll(async () => {
        const again = await open();
        await again.body?.cancel();
        return again.status;
      })
      .toBe(200);
    await Promise.all([...readers.slice(1), other].map((reader) => reader.leave()));
    await expect.poll(() => openStreams()).toBe(0);
  });
});

describe('a client that leaves an event stream', () => {
  /** All three places of the user are free again. */
  async function expectRoom(): Promise<void> {
    await expect.poll(() => openStreams(), { timeout: 10_000 }).toBe(0);
    reset((signal) => live(signal, tick(1)));
    const readers = await Promise.all([1, 2, 3].map(async () => new EventReader(await open())));
    expect(await Promise.all(readers.map(async (reader) => (await reader.next())?.id))).toEqual([
      '1',
      '1',
      '1',
    ]);
    await Promise.all(readers.map((reader) => reader.leave()));
  }

  it('frees its slot before the handler has answered', async () => {
    let answer = (): void => undefined;
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    let asked = 0;
    reset(
      (signal) => live(signal, tick(1)),
      () => {
        asked++;
        return answered;
      },
    );
    const clients = await Promise.all([1, 2, 3].map(() => rawClient(gateway.baseUrl)));
    for (const { socket } of clients) socket.write(rawRequest());
    await expect.poll(() => asked).toBe(3);
    for (const { socket } of clients) socket.destroy();
    await Promise.all(clients.map(({ closed }) => closed));
    answer();
    await expectRoom();
  });

  it('frees its slot and closes the source while it waits for the first event', async () => {
    reset((signal) => live(signal));
    const clients = await Promise.all([1, 2, 3].map(() => rawClient(gateway.baseUrl)));
    for (const { socket } of clients) socket.write(rawRequest());
    await expect.poll(() => openStreams()).toBe(3);
    for (const { socket } of clients) socket.destroy();
    await expect.poll(() => source.returned).toBe(3);
    await expectRoom();
  });

  it('frees the slots of all requests on one connection', async () => {
    reset((signal) => live(signal, tick(1)));
    const { socket, answer } = await rawClient(gateway.baseUrl);
    socket.write(rawRequest().repeat(3));
    await expect.poll(() => openStreams()).toBe(3);
    await expect.poll(answer).toContain('event: tick');
    socket.destroy();
    await expect.poll(() => source.returned).toBe(3);
    await expectRoom();
  });
});

describe('an event stream that fails', () => {
  const failing = (error: unknown, ...first: StreamEvent<string, unknown>[]) =>
    async function* () {
      for (const event of first) yield event;
      throw error;
    };

  it('returns a problem before its first byte, for an error of the handler or of the source', async () => {
    reset(failing(new Error('x')), () => {
      throw new AppError('not_found', 'There is no such resource, or it is not yours.');
    });
    expect(await outcomeOf(await open())).toEqual([404, 'not_found']);
    reset(failing(new AppError('upstream_error', 'The model failed.')));
    expect(await outcomeOf(await open())).toEqual([502, 'upstream_error']);
    reset(failing(new Error('ZX81')));
    const reply = await open();
    expect(await reply.clone().text()).not.toContain('ZX81');
    expect(await outcomeOf(reply)).toEqual([500, 'internal_error']);
  });

  it('sends the declared error event after its first byte', async () => {
    reset(failing(new AppError('upstream_error', 'The model failed.'), tick(1)));
    const events = await new EventReader<{ code?: string }>(await open({ method: 'POST' })).rest();
    expect(events.map(({ event, data }) => [event, data.code])).toEqual([
      ['tick', undefined],
      ['error', 'upstream_error'],
    ]);
  });

  it('breaks off where no error event is declared, so that no client takes it for complete', async () => {
    reset(failing(new Error('ZX81'), tick(1)));
    const reader = new EventReader(await open());
    await expect(reader.rest()).rejects.toThrow();
  });

  it('sends nothing of an event that breaks the contract', async () => {
    for (const wrong of [
      { event: 'tick', data: { n: 'ZX81' } },
      { event: 'other', data: { n: 1 } },
      { event: 'tick', data: { n: 1 }, id: 'a\nevent: ZX81' },
    ]) {
      reset((signal) => live(signal, tick(1), wrong));
      const text = await (await open({ method: 'POST' })).text();
      expect(text).not.toContain('ZX81');
      expect(text).toMatch(/event: error\ndata: \{.*internal_error/);
    }
  });
});

describe('the media type of a reply', () => {
  it('is the one that the client prefers, and JSON when it accepts neither', async () => {
    reset((signal) => live(signal, tick(1)));
    const cases: readonly (readonly [accept: string, type: string])[] = [
      ['text/event-stream', 'text/event-stream'],
      ['*/*', 'application/json'],
      ['application/json, text/event-stream', 'application/json'],
      ['text/event-stream, */*', 'text/event-stream'],
      ['text/event-stream;q=0.5, application/json;q=0.4', 'text/event-stream'],
      ['text/event-stream;q=0.4, application/json;q=0.5', 'application/json'],
      ['text/event-stream;q=0, text/*', 'application/json'],
      ['text/*', 'text/event-stream'],
      ['image/png', 'application/json'],
      ['TEXT/EVENT-STREAM', 'text/event-stream'],
    ];
    for (const [accept, type] of cases) {
      const reply = await open({ headers: { accept } });
      expect([accept, reply.headers.get('content-type')?.split(';')[0]]).toEqual([accept, type]);
      await reply.body?.cancel();
      await expect.poll(() => openStreams()).toBe(0);
    }
  });
});

describe('the end of a session', () => {
  it('ends its streams', async () => {
    const own = await gateway.user();
    reset((signal) => live(signal, tick(1)));
    const reader = new EventReader(await open({}, gateway, own));
    await reader.next();
    expect((await own.api.POST('/api/auth/logout')).response.status).toBe(204);
    expect(await reader.next()).toBe(undefined);
    expect(reader.comments.at(-1)).toBe('not yours any more');
    await expect.poll(() => source.returned).toBe(1);
    expect(await outcomeOf(await open({}, gateway, own))).toEqual([401, 'unauthenticated']);
  });

  it('returns 401 when the token expires before the head', async () => {
    const member = await withTokenFor(await gateway.user(), 3);
    reset(
      (signal) => live(signal, tick(1)),
      () => untilExpired(member),
    );
    const reply = await open({ method: 'POST' }, gateway, member);
    expect(await outcomeOf(reply)).toEqual([401, 'unauthenticated']);
    await expect.poll(() => openStreams(gateway)).toBe(0);
  });

  it('ends the streams that need a lost role, and no others', async () => {
    const admin = await gateway.admin();
    const own = await gateway.user();
    const params = { path: { user_id: own.userId } };
    await admin.api.PUT('/api/users/{user_id}/promote-admin', { params });
    reset((signal) => live(signal, tick(1)));
    const [forAdmins, forUsers] = await Promise.all(
      ['/test/admin-ticks', '/test/ticks'].map(
        async (path) => new EventReader(await open({}, gateway, own, path)),
      ),
    );
    await forAdmins?.next();
    await forUsers?.next();
    await admin.api.PUT('/api/users/{user_id}/revoke-admin', { params });
    expect(await forAdmins?.next()).toBe(undefined);
    expect(forAdmins?.comments.at(-1)).toBe('not yours any more');
    const before = forUsers?.comments.length ?? 0;
    const next = forUsers?.next();
    await expect.poll(() => forUsers?.comments.length, { timeout: 10_000 }).toBeGreaterThan(before + 2);
    expect(forUsers?.comments.at(-1)).toBe('keep-alive');
    await forUsers?.leave();
    await next;
  });

  it('ends its streams also when the token expires, with a declared error event', async () => {
    reset((signal) => live(signal, tick(1)));
    const member = await withTokenFor(await gateway.user(), 5);
    const reader = new EventReader<{ code?: string }>(await open({ method: 'POST' }, gateway, member));
    await reader.next();
    expect((await reader.next())?.data.code).toBe('unauthenticated');
    expect(await reader.next()).toBe(undefined);
  }, 20_000);
});

describe('an event stream without events', () => {
  it('ends after a while and tells the client when to reconnect', async () => {
    const own = await startGateway({ ...SETTINGS, STREAM_IDLE_MS: '120' }, await overrides());
    reset((signal) => live(signal, tick(1)));
    const reader = new EventReader(await open({}, own, await own.user()));
    expect((await reader.rest()).map(({ id }) => id)).toEqual(['1']);
    expect(reader.retryMs).toBeGreaterThan(0);
    expect(reader.lastEventId).toBe('1');
    await own.close();
  });
});

describe('a server that shuts down', () => {
  it('ends open-ended streams at once and finishes an answer in progress', async () => {
    const own = await startGateway(SETTINGS, await overrides());
    const member = await own.user();
    reset((signal) => live(signal, tick(1)));
    const listener = new EventReader(await open({}, own, member));
    await listener.next();
    let finish = (): void => undefined;
    const written = new Promise<void>((resolve) => {
      finish = resolve;
    });
    source.events = async function* () {
      yield tick(1);
      await written;
      yield tick(2);
    };
    const answer = new EventReader(await open({ method: 'POST' }, own, member));
    await answer.next();
    const closed = own.close();
    expect(await listener.next()).toBe(undefined);
    expect([listener.comments.at(-1), Number(listener.retryMs) > 0]).toEqual([
      'the server is shutting down',
      true,
    ]);
    finish();
    expect((await answer.rest()).map(({ id }) => id)).toEqual(['2']);
    await closed;
  });
});
