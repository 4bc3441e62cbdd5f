import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { BranchModel, type ModelMessage } from '#test/support/branch-model.ts';
import {
  branchAt,
  branchPage,
  createConversation,
  deleteMessage,
  editMessage,
  eventsOf,
  messageIn,
  readConversation,
} from '#test/support/conversations.ts';
import { type Member, theGateway } from '#test/support/gateway.ts';

let user: Member;
beforeAll(async () => {
  user = await (await theGateway()).user();
});

/** Numbers select among the messages that exist when the step runs. */
const step = fc.record({
  kind: fc.constantFrom('write', 'write', 'write', 'fork', 'fork', 'edit', 'delete'),
  pick: fc.nat(1_000),
});
type Step = { readonly kind: string; readonly pick: number };

const picked = <T>(items: readonly T[], pick: number): T | undefined =>
  items[pick % Math.max(1, items.length)];

async function take(id: string, model: BranchModel, { kind, pick }: Step, number: number): Promise<void> {
  const message = picked(model.alive, pick);
  if (kind === 'write' || message === undefined) {
    const branchId = picked(model.branches, pick)?.id ?? 'main';
    const content = `Message ${number}`;
    model.write(branchId, (await messageIn(user, id, { content, branch_id: branchId })).id, content);
  } else if (kind === 'fork') {
    model.fork(message, (await branchAt(user, id, message.id)).id);
  } else if (kind === 'edit') {
    await editMessage(user, id, message.id, `Edited ${pick % 3}`);
    model.edit(message, `Edited ${pick % 3}`);
  } else {
    await remove(id, model, message);
  }
}

async function remove(id: string, model: BranchModel, message: ModelMessage): Promise<void> {
  const { response } = await deleteMessage(user, id, message.id);
  expect(response.status).toBe(model.isFork(message) ? 409 : 204);
  if (response.status === 204) model.delete(message);
}

async function readByCursor(id: string, branchId: string, sizes: readonly number[]) {
  const seen: { content: string; shared: boolean }[] = [];
  let cursor: string | undefined;
  for (let page = 0; ; page++) {
    const query = { page_size: sizes[page % sizes.length] ?? 1, ...(cursor === undefined ? {} : { cursor }) };
    const { data } = await branchPage(user, id, branchId, query);
    seen.push(...(data?.items ?? []).map(({ content, shared }) => ({ content, shared })));
    if (data?.next_cursor == null) return { seen, total: data?.total };
    cursor = data.next_cursor;
  }
}

async function readByNumber(id: string, branchId: string, size: number) {
  const seen: string[] = [];
  for (let page = 1; ; page++) {
    const { data } = await branchPage(user, id, branchId, { page_size: size, page });
    seen.push(...(data?.items ?? []).map(({ content }) => content));
    if (data?.next_cursor == null) return seen;
  }
}

describe('a conversation after any sequence of writes, forks, edits and deletions', () => {
  it('lists the messages of each branch as the model does, in pages of any size', {
    timeout: 300_000,
  }, async () => {
    const plan = fc.record({
      steps: fc.array(step, { minLength: 5, maxLength: 30 }),
      sizes: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(plan, async ({ steps, sizes }) => {
        const id = await createConversation(user);
        const model = new BranchModel();
        for (const [number, taken] of steps.entries()) await take(id, model, taken, number);
        for (const branch of model.branches) {
          const expected = model.view(branch.id);
          expect(await readByCursor(id, branch.id, sizes)).toEqual({
            seen: expected,
            total: expected.length,
          });
          const texts = expected.map(({ content }) => content);
          expect(await readByNumber(id, branch.id, sizes[0] ?? 1)).toEqual(texts);
        }
        await expectSummary(id, model);
      }),
      { numRuns: 8 },
    );
  });
});

/** The values of lists, which are stored apart from the messages. */
async function expectSummary(id: string, model: BranchModel): Promise<void> {
  const { data: conversation } = await readConversation(user, id);
  expect(conversation?.message_count).toBe(model.alive.length);
  expect(conversation?.last_message_preview).toBe(model.alive.at(-1)?.content ?? null);
  const { data: tree } = await user.api.GET('/api/conversations/{session_id}/branches', {
    params: { path: { session_id: id } },
  });
  expect(tree?.items.map((branch) => [branch.id, branch.message_count])).toEqual(
    model.branches.map((branch) => [branch.id, model.ownCount(branch.id)]),
  );
  const { data: log } = await eventsOf(user, id, { page_size: 100 });
  expect(log?.items.map(({ type }) => type)).toEqual(model.events);
}
