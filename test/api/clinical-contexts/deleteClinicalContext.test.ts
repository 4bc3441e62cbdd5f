import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  contextOf,
  currentContext,
  deleteContext,
  RECORDED,
  readContext,
  replaceContext,
} from '#test/support/clinical-contexts.ts';
import { createConversation, readConversation } from '#test/support/conversations.ts';
import { type Member, type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
let user: Member;
beforeAll(async () => {
  gateway = await theGateway();
  user = await gateway.user();
});

describe('deleteClinicalContext', () => {
  it('returns 204, keeps the conversation, and allows it a new context', async () => {
    const session_id = await createConversation(user);
    const { id } = await contextOf(user, { ...RECORDED, session_id });
    expect((await deleteContext(user, id)).response.status).toBe(204);
    expect((await readContext(user, id)).response.status).toBe(404);
    expect((await currentContext(user, session_id)).response.status).toBe(404);
    expect((await deleteContext(user, id)).response.status).toBe(404);
    expect((await readConversation(user, session_id)).response.status).toBe(200);
    expect((await contextOf(user, { age: 4, session_id })).session_id).toBe(session_id);
  });

  it('returns 412 for a stale version and deletes nothing', async () => {
    const { id } = await contextOf(user);
    await replaceContext(user, id, { age: 5 });
    const { error, response } = await deleteContext(user, id, 'W/"1"');
    expect([response.status, error?.code]).toEqual([412, 'precondition_failed']);
    expect((await deleteContext(user, id, 'W/"2"')).response.status).toBe(204);
  });

  it("returns 404 for an unknown or another user's context and deletes nothing", async () => {
    const stranger = await gateway.user();
    const { id } = await contextOf(stranger, RECORDED);
    for (const target of [id, randomUUID()])
      expect((await deleteContext(user, target)).response.status).toBe(404);
    expect((await readContext(stranger, id)).response.status).toBe(200);
  });
});
