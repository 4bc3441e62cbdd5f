import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { components } from '#generated/schema.gen.ts';
import { ConversationWriter, type KnownConversation } from '#test/support/conversation-writer.ts';
import { type GatewayProcess, withGatewayProcess } from '#test/support/gateway-process.ts';
import { ObjectWriter } from '#test/support/object-writer.ts';
import type { RetryingClient } from '#test/support/retrying-client.ts';
import { isFull } from '#test/support/volume.ts';

type Schemas = components['schemas'];

const onServer = process.env.TEST_DATABASE_URL !== undefined;
/** Each death of an embedded gateway costs seconds; the gate repeats it. */
const EMBEDDED_CYCLES = isFull ? 3 : 1;
const CYCLES = Number(process.env.FAULT_CYCLES ?? (onServer ? 5 : EMBEDDED_CYCLES));
const WRITERS = 3;
const PASSWORD = 'correct horse battery staple';

describe('a gateway that is killed during writes', () => {
  it(`loses no acknowledged write and applies none twice, in ${CYCLES} kills`, {
    timeout: 180_000 + CYCLES * 60_000,
  }, async () => {
    await withGatewayProcess(({ server }) => runCycles(server));
  });
});

async function runCycles(server: GatewayProcess): Promise<void> {
  await server.start();
  const tokens = { ada: await open(server, 'register', 'ada'), eve: await open(server, 'register', 'eve') };
  const writers = Array.from({ length: WRITERS }, () => new ConversationWriter(server, () => tokens.ada));
  const objectWriter = new ObjectWriter(server, () => tokens.eve);
  const workers = [...writers, objectWriter];
  for (let cycle = 1; cycle <= CYCLES; cycle++) {
    let stopped = false;
    const working = Promise.all(workers.map((worker) => worker.work(() => stopped)));
    await sleep(200 + Math.random() * 1_500);
    await server.kill();
    stopped = true;
    await server.start();
    tokens.ada = await open(server, 'login', 'ada');
    tokens.eve = await open(server, 'login', 'eve');
    // What was under way is repeated at the new process until it is answered.
    await working;
    await expectAllKept(writers, cycle === CYCLES);
    await expectObjectsKept(objectWriter);
    const sum = (of: (worker: RetryingClient) => number) =>
      workers.reduce((total, one) => total + of(one), 0);
    process.stderr.write(
      `kill ${cycle} of ${CYCLES}: ${sum((one) => one.acknowledged)} acknowledged, ${sum((one) => one.retried)} repeated\n`,
    );
  }
}

async function open(server: GatewayProcess, way: 'register' | 'login', name: string): Promise<string> {
  const reply = await fetch(`${server.baseUrl}/api/auth/${way}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: `${name}@example.org`, password: PASSWORD }),
  });
  const { access_token: token } = (await reply.json()) as { access_token?: string };
  if (token === undefined) throw new Error(`${way} was answered ${reply.status}`);
  return token;
}

/** Everything around a conversation: what was made is there as it was left, and what was taken away is not. */
async function expectObjectsKept(objectWriter: ObjectWriter): Promise<void> {
  const read = async <T>(path: string): Promise<T> =>
    (await objectWriter.call<T>({ method: 'GET', path })).body;
  const tree = await read<Schemas['FolderTree']>('/api/folders/tree');
  const known = [...objectWriter.folders.values()].map(({ id, name, parentId }) => [id, name, parentId]);
  expect(flat(tree.items).sort()).toEqual(known.sort());
  for (const [id, complaint] of objectWriter.contexts)
    expect((await read<Schemas['ClinicalContext']>(`/api/clinical-contexts/${id}`)).chief_complaint).toBe(
      complaint,
    );
  const { conversationId, messageId } = await objectWriter.place();
  const files = await read<Schemas['AttachmentList']>(`/api/messages/${messageId}/attachments`);
  expect(files.items.map(({ id }) => id).sort()).toEqual([...objectWriter.attachments.keys()].sort());
  for (const [id, content] of objectWriter.attachments)
    expect(await read<string>(`/api/attachments/${id}/download`)).toBe(content);
  const shares = await read<Schemas['ShareLinkList']>(`/api/sessions/${conversationId}/shares`);
  expect(shares.items.map(({ id }) => id).sort()).toEqual([...objectWriter.links.keys()].sort());
  for (const path of objectWriter.gone.splice(0)) expect(await objectWriter.statusOf(path)).toBe(404);
}

function flat(nodes: readonly Schemas['FolderNode'][]): unknown[][] {
  return nodes.flatMap((node) => [[node.id, node.name, node.parent_folder_id], ...flat(node.children)]);
}

/** The newest conversation of each, in which it was writing when the process died; in the end all of them. */
async function expectAllKept(writers: readonly ConversationWriter[], all: boolean): Promise<void> {
  const expected = writers.reduce((total, { conversations }) => total + conversations.length, 0);
  const [first] = writers;
  const list = await first?.call<Schemas['ConversationPage']>({ method: 'GET', path: '/api/conversations' });
  expect(list?.body.total).toBe(expected);
  for (const writer of writers) {
    for (const known of all ? writer.conversations : writer.conversations.slice(-1)) {
      await expectKept(writer, known);
    }
  }
}

async function expectKept(writer: ConversationWriter, known: KnownConversation): Promise<void> {
  const { id, model, title, temperature } = known;
  const read = async <T>(path: string): Promise<T> =>
    (await writer.call<T>({ method: 'GET', path: `/api/conversations/${id}${path}` })).body;
  const conversation = await read<Schemas['Conversation']>('');
  expect([conversation.title, conversation.message_count]).toEqual([title, model.alive.length]);
  expect((await read<Schemas['ConversationSettings']>('/settings')).temperature).toBe(temperature);
  const branches = await read<Schemas['BranchList']>('/branches');
  expect(branches.items.map((branch) => branch.id)).toEqual(model.branches.map((branch) => branch.id));
  for (const branch of branches.items) {
    const rows = await readAll<Schemas['Message']>(read, `/branches/${branch.id}/messages`);
    const seen = rows.map(({ content, shared }) => ({ content, shared }));
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
