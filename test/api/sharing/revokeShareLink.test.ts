import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entriesOf } from '#test/support/audit.ts';
import { createConversation } from '#test/support/conversations.ts';
import { type Member, startReplica, type TestGateway, theGateway } from '#test/support/gateway.ts';
import { readShare, revoke, share } from '#test/support/shares.ts';

let gateway: TestGateway;
let replica: TestGateway;
let user: Member;
let id: string;
beforeAll(async () => {
  gateway = await theGateway();
  replica = await startReplica(gateway);
  user = await gateway.user();
  id = await createConversation(user);
});
afterAll(() => replica.close());

const seen = async (at: TestGateway, token: string) => (await readShare(at, token)).response.status;

describe('revokeShareLink', () => {
  it.each(['id', 'share_token'] as const)(
    'returns 204 and ends the link with this %s at once, on every replica',
    async (name) => {
      const [made, other] = [await share(user, id), await share(user, id)];
      expect([await seen(gateway, made.share_token), await seen(replica, made.share_token)]).toEqual([
        200, 200,
      ]);
      expect((await revoke(user, id, made[name])).response.status).toBe(204);
      expect([await seen(replica, made.share_token), await seen(gateway, made.share_token)]).toEqual([
        404, 404,
      ]);
      expect(await seen(replica, other.share_token)).toBe(200);
    },
  );

  it('revokes once under parallel requests', async () => {
    const made = await share(user, id);
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => revoke(user, id, made.id)));
    expect(outcomes.map(({ response }) => response.status).sort()).toEqual([204, 404, 404, 404]);
  });

  it('returns 404 for a revoked, unknown or foreign link and revokes nothing', async () => {
    const made = await share(user, id);
    const gone = await share(user, id);
    await revoke(user, id, gone.id);
    const other = await createConversation(user);
    const stranger = await gateway.user();
    const outcomes = await Promise.all([
      revoke(user, id, gone.id),
      revoke(user, id, randomUUID()),
      revoke(user, id, 'q7Zt0mYc1xVbN5uR3kLwPf8sHd2gJaE6oTiX4yQvUzA'),
      revoke(user, other, made.id),
      revoke(user, other, made.share_token),
      revoke(stranger, id, made.share_token),
      revoke(stranger, await createConversation(stranger), made.id),
    ]);
    expect(outcomes.map(({ response, error }) => [response.status, error?.detail])).toEqual(
      Array(7).fill([404, outcomes[0]?.error?.detail]),
    );
    expect(await seen(gateway, made.share_token)).toBe(200);
  });

  it('returns 422 for a value that is neither a token nor an id', async () => {
    const { error, response } = await revoke(user, id, 'short');
    expect([response.status, error?.errors?.[0]?.path]).toEqual([422, '/share_token']);
  });

  it('writes the id of the link into the audit trail, also when the request named its token', async () => {
    const made = await share(user, id);
    const requestId = randomUUID();
    await user.api.DELETE('/api/sessions/{session_id}/share/{share_token}', {
      params: { path: { session_id: id, share_token: made.share_token } },
      headers: { 'x-request-id': requestId },
    });
    const entries = await entriesOf(gateway.database.database, requestId);
    expect(entries).toMatchObject([{ action: 'share.revoke', object_type: 'share', object_id: made.id }]);
    expect(JSON.stringify(entries)).not.toContain(made.share_token);
  });
});
