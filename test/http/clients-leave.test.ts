import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AnyHandler } from '#src/http/dispatch/contract-backend.ts';
import { createLog } from '#src/platform/log.ts';
import { ProcessRateLimits } from '#src/platform/process-rate-limits.ts';
import type { RateLimits } from '#src/platform/rate-limits.ts';

import { upload } from '#test/support/attachments.ts';
import { messageIn } from '#test/support/conversations.ts';
import { extendedHandlers } from '#test/support/extended-contract.ts';
import { type Member, startGateway, type TestGateway } from '#test/support/gateway.ts';
import { type RawClient, rawClient } from '#test/support/raw-client.ts';

/** Clients that leave side by side at each stage. */
const CLIENTS = 5;

/** Promises that a stage waits for, so that a test can hold it. */
const held: { limits?: Promise<unknown>; handler?: Promise<unknown> } = {};
const lines: string[] = [];

let gateway: TestGateway;
let member: Member;
let conversation: string;
let attachment: string;

beforeAll(async () => {
  const log = createLog({
    level: 'info',
    form: 'json',
    sensitiveNames: [],
    destination: { write: (line) => void lines.push(line) },
  });
  const own = new ProcessRateLimits();
  const rateLimits: RateLimits = {
    async take(key, rule) {
      await held.limits;
      return own.take(key, { ...rule, limit: 1_000_000 });
    },
  };
  const all = await extendedHandlers({});
  const heldHandler =
    (id: string): AnyHandler =>
    async (context, input) => {
      await held.handler;
      return (all[id] as AnyHandler)(context, input);
    };
  const handlers = {
    ...all,
    getMyProfile: heldHandler('getMyProfile'),
    listConversationEvents: heldHandler('listConversationEvents'),
  };
  gateway = await startGateway({ STREAMS_PER_USER: '100' }, { log, rateLimits, handlers });
  member = await gateway.user();
  const created = await member.api.POST('/api/conversations', { body: { title: 'Ward round' } });
  conversation = created.data?.id ?? '';
  const message = await messageIn(member, conversation, { content: 'See the notes.' });
  // It is larger than what sockets buffer.
  const file = await upload(gateway, member, message.id, { content: 'a line of text\n'.repeat(500_000) });
  attachment = ((await file.json()) as { id: string }).id;
});
afterAll(() => gateway.close());

function head(method: string, target: string, headers: Record<string, string | number> = {}): string {
  const all = { Host: 'x', Authorization: `Bearer ${member.accessToken}`, ...headers };
  const sent = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${target} HTTP/1.1\r\n${sent.join('')}\r\n`;
}

/** A gauge or a sum of counters by the beginning of its name. */
async function metric(name: string, without?: string): Promise<number> {
  const text = await (await fetch(`${gateway.baseUrl}/metrics`)).text();
  return text
    .split('\n')
    .filter((line) => line.startsWith(name) && (without === undefined || !line.includes(without)))
    .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0);
}

/** Requests that are over, but for those that read the metrics. */
async function finishedRequests(): Promise<{ readonly lines: number; readonly observed: number }> {
  const observed = await metric('http_request_duration_seconds_count', 'getMetrics');
  const own = (line: string) => line.includes('"message":"request"') && !line.includes('getMetrics');
  return { lines: lines.filter(own).length, observed };
}

/** The metrics request itself is the only one in flight. */
async function assertReleased(): Promise<void> {
  await expect.poll(() => metric('http_requests_in_flight'), { timeout: 20_000 }).toBe(1);
  expect(await metric('event_streams_open')).toBe(0);
  expect(await metric('upload_space_bytes')).toBe(0);
}

/** Sends the same bytes by several clients, waits until they are where the test wants them, and leaves. */
async function leave(
  bytes: string,
  arrived: (client: RawClient) => boolean | Promise<boolean>,
): Promise<void> {
  const clients = await Promise.all(Array.from({ length: CLIENTS }, () => rawClient(gateway.baseUrl)));
  for (const { socket } of clients) {
    // What is not read keeps a large answer under way.
    socket.once('data', () => socket.pause());
    socket.write(bytes);
  }
  for (const client of clients) await expect.poll(() => arrived(client), { timeout: 20_000 }).toBe(true);
  for (const { socket } of clients) socket.destroy();
}

const inFlight = async () => (await metric('http_requests_in_flight')) > CLIENTS;

/** Leaves at a stage and sees one log line and one observation for each request. */
async function expectReleasedAfter(
  bytes: string,
  arrived: (client: RawClient) => boolean | Promise<boolean>,
  release: () => void = () => undefined,
): Promise<void> {
  const before = await finishedRequests();
  await leave(bytes, arrived);
  // Let go only after the clients have left.
  await pause(100);
  release();
  await assertReleased();
  const after = await finishedRequests();
  expect([after.lines - before.lines, after.observed - before.observed]).toEqual([CLIENTS, CLIENTS]);
}

function hold(): { readonly promise: Promise<void>; release(): void } {
  let release = (): void => undefined;
  const promise = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { promise, release };
}

describe('a client that leaves', () => {
  beforeEach(assertReleased);

  it('during identification releases everything', async () => {
    const { pool } = gateway.database.database;
    const size = pool.options.max ?? 10;
    const connections = await Promise.all(Array.from({ length: size }, () => pool.connect()));
    // A token that was not seen before is not known from memory.
    const fresh = { Authorization: `Bearer ${await freshToken(connections)}` };
    await expectReleasedAfter(head('GET', '/api/users/me', fresh), inFlight, () => {
      for (const connection of connections) connection.release();
    });
  });

  it('during the rate limit releases everything', async () => {
    const { promise, release } = hold();
    held.limits = promise;
    await expectReleasedAfter(head('GET', '/api/folders'), inFlight, () => {
      delete held.limits;
      release();
    });
  });

  it('during a JSON body releases everything', async () => {
    const headers = { 'Content-Type': 'application/json', 'Content-Length': 100 };
    await expectReleasedAfter(`${head('POST', '/api/conversations', headers)}{"title":`, inFlight);
  });

  it('during an upload releases everything and leaves no file', async () => {
    const headers = { 'Content-Type': 'multipart/form-data; boundary=b', 'Content-Length': 1_000_000 };
    const part = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n';
    const target = `/api/messages/${randomUUID()}/attachments`;
    await expectReleasedAfter(`${head('POST', target, headers)}${part}${'x'.repeat(100_000)}`, inFlight);
  });

  it('during its handler releases everything', async () => {
    const { promise, release } = hold();
    held.handler = promise;
    await expectReleasedAfter(head('GET', '/api/users/me'), inFlight, () => {
      delete held.handler;
      release();
    });
  });

  it('during the admission of its stream frees its slot', async () => {
    const { promise, release } = hold();
    held.handler = promise;
    const target = `/api/conversations/${conversation}/events`;
    await expectReleasedAfter(head('GET', target, { Accept: 'text/event-stream' }), inFlight, () => {
      delete held.handler;
      release();
    });
  });

  it('during its stream frees its slot', async () => {
    const target = `/api/conversations/${conversation}/events`;
    await expectReleasedAfter(head('GET', target, { Accept: 'text/event-stream' }), (client) =>
      client.answer().includes('text/event-stream'),
    );
  });

  it('during a download releases everything', async () => {
    const target = `/api/attachments/${attachment}/download`;
    await expectReleasedAfter(head('GET', target), (client) => client.answer().includes('200 OK'));
  });

  it('with many pipelined requests releases every one of them', async () => {
    const { promise, release } = hold();
    held.handler = promise;
    const before = await metric('http_request_duration_seconds_count');
    const client = await rawClient(gateway.baseUrl);
    client.socket.pause();
    client.socket.write(head('GET', '/api/users/me').repeat(500));
    await expect.poll(() => metric('http_requests_in_flight'), { timeout: 20_000 }).toBeGreaterThan(100);
    const taken = (await metric('http_requests_in_flight')) - 1;
    client.socket.destroy();
    await pause(100);
    delete held.handler;
    release();
    await assertReleased();
    expect((await metric('http_request_duration_seconds_count')) - before).toBeGreaterThanOrEqual(taken);
  });

  it('at any stage does not delay a shutdown', async () => {
    const own = await startGateway({ SHUTDOWN_GRACE_MS: '60000' }, { handlers: await extendedHandlers({}) });
    const someone = await own.user();
    const authorization = `Authorization: Bearer ${someone.accessToken}\r\n`;
    const clients = await Promise.all(Array.from({ length: CLIENTS }, () => rawClient(own.baseUrl)));
    clients[0]?.socket.write(`GET /api/users/me HTTP/1.1\r\nHost: x\r\n${authorization}\r\n`.repeat(300));
    clients[1]?.socket.write(
      `POST /api/conversations HTTP/1.1\r\nHost: x\r\n${authorization}Content-Type: application/json\r\nContent-Length: 50\r\n\r\n{`,
    );
    clients[2]?.socket.write('GET /docs HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(50));
    await pause(300);
    for (const { socket } of clients) socket.destroy();
    const began = performance.now();
    await own.close();
    expect(performance.now() - began).toBeLessThan(30_000);
  });
});

/** Logs in by a connection that the test holds, since the pool has none left. */
async function freshToken(connections: { release(): void }[]): Promise<string> {
  connections.pop()?.release();
  const reply = await fetch(`${gateway.baseUrl}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: member.email, password: member.password }),
  });
  const { access_token: token } = (await reply.json()) as { access_token: string };
  connections.push(await gateway.database.database.pool.connect());
  return token;
}
