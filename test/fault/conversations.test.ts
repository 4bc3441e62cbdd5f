import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { components } from '#generated/schema.gen.ts';
import { Clinician } from '#test/support/clinician.ts';
import { type GatewayProcess, gatewayProcess } from '#test/support/gateway-process.ts';
import { openTestDatabase } from '#test/support/test-database.ts';

type Schemas = components['schemas'];

const onServer = process.env.TEST_DATABASE_URL !== undefined;
const CYCLES = Number(process.env.FAULT_CYCLES ?? (onServer ? 5 : 3));
const CLINICIANS = 3;
const CREDENTIALS = { email: 'ada@example.org', password: 'correct horse battery staple' };

describe('a gateway that is killed while clinicians write', () => {
  it(`loses nothing that was acknowledged and does nothing twice, in ${CYCLES} deaths`, {
    timeout: 180_000 + CYCLES * 60_000,
  }, async () => {
    const directory = mkdtempSync(join(tmpdir(), 'voiceassist-fault-'));
    const database = onServer ? await openTestDatabase() : undefined;
    const server = gatewayProcess({
      NODE_ENV: 'test',
      RATE_LIMITS: 'off',
      JWT_SECRET: 'test-signing-secret-of-more-than-32-bytes',
      SECRETS_KEY: Buffer.alloc(32, 7).toString('base64'),
      DATA_DIR: directory,
      ...(database?.url === undefined ? {} : { DATABASE_URL: database.url }),
    });
    try {
      await runCycles(server);
    } finally {
      await server.kill();
      await database?.close();
      rmSync(directory, { recursive: true, force: true });
    }
  });
});

async function runCycles(server: GatewayProcess): Promise<void> {
  await server.start();
  let token = await open(server, 'register');
  const clinicians = Array.from({ length: CLINICIANS }, () => new Clinician(server, () => token));
  for (let cycle = 1; cycle <= CYCLES; cycle++) {
    let stopped = false;
    const working = Promise.all(clinicians.map((clinician) => clinician.work(() => stopped)));
    await sleep(200 + Math.random() * 1_500);
    await server.kill();
    stopped = true;
    await server.start();
    token = await open(server, 'login');
    // What was under way is repeated at the new process until it is answered.
    await working;
    await expectAllKept(clinicians, cycle === CYCLES);
    const sum = (of: (clinician: Clinician) => number) =>
      clinicians.reduce((total, one) => total + of(one), 0);
    process.stderr.write(
      `death ${cycle} of ${CYCLES}: ${sum((one) => one.acknowledged)} acknowledged, ${sum((one) => one.retried)} repeated\n`,
    );
  }
}

async function open(server: GatewayProcess, way: 'register' | 'login'): Promise<string> {
  const reply = await fetch(`${server.baseUrl}/api/auth/${way}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(CREDENTIALS),
  });
  const { access_token: token } = (await reply.json()) as { access_token?: string };
  if (token === undefined) throw new Error(`${way} was answered ${reply.status}`);
  return token;
}

/** The newest conversation of each, in which it was writing when the process died; in the end all of them. */
async function expectAllKept(clinicians: readonly Clinician[], all: boolean): Promise<void> {
  const expected = clinicians.reduce((total, { ledgers }) => total + ledgers.length, 0);
  const [first] = clinicians;
  const list = await first?.call<Schemas['ConversationPage']>({ method: 'GET', path: '/api/conversations' });
  expect(list?.body.total).toBe(expected);
  for (const clinician of clinicians) {
    for (const ledger of all ? clinician.ledgers : clinician.ledgers.slice(-1)) {
      await expectKept(clinician, ledger);
    }
  }
}

async function expectKept(clinician: Clinician, ledger: Clinician['ledgers'][number]): Promise<void> {
  const { id, model, title, temperature } = ledger;
  const read = async <T>(path: string): Promise<T> =>
    (await clinician.call<T>({ method: 'GET', path: `/api/conversations/${id}${path}` })).body;
  const conversation = await read<Schemas['Conversation']>('');
  expect([conversation.title, conversation.message_count]).toEqual([title, model.alive.length]);
  expect((await read<Schemas['ConversationSettings']>('/settings')).temperature).toBe(temperature);
  const branches = await read<Schemas['BranchList']>('/branches');
  expect(branches.items.map((branch) => branch.id)).toEqual(model.branches.map((branch) => branch.id));
  for (const branch of branches.items) {
    const rows = await readAll<Schemas['BranchMessage']>(read, `/branches/${branch.id}/messages`);
    const seen = rows.map(({ message, shared }) => ({ content: message.content, shared }));
    expect(seen).toEqual(model.view(branch.id));
  }
  const events = await readAll<Schemas['ConversationEvent']>(read, '/events');
  expect(events.map(({ type }) => type)).toEqual(model.events);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_event, i) => i + 1));
}

interface AnyPage<T> {
  readonly items: readonly T[];
  readonly next_cursor: string | null;
}

async function readAll<T>(read: <P>(path: string) => Promise<P>, path: string): Promise<T[]> {
  const rows: T[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const at: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const page: AnyPage<T> = await read<AnyPage<T>>(`${path}?page_size=100${at}`);
    rows.push(...page.items);
    cursor = page.next_cursor;
  }
  return rows;
}
