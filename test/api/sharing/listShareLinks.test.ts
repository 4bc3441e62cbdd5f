import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { createConversation } from '#test/support/conversations.ts';
import { type Member, type TestGateway, theGateway } from '#test/support/gateway.ts';
import { readShare, revoke, share, sharesOf } from '#test/support/shares.ts';

let gateway: TestGateway;
let user: Member;
beforeAll(async () => {
  gateway = await theGateway();
  user = await gateway.user();
});

describe('listShareLinks', () => {
  it('returns the live links, newest first, without their tokens', async () => {
    const id = await createConversation(user);
    const first = await share(user, id);
    const second = await share(user, id, { password: 'plum-kettle-47', allow_anonymous: false });
    const { data } = await sharesOf(user, id);
    const { share_token, share_url, ...rest } = second;
    expect(data?.items.map((item) => item.id)).toEqual([second.id, first.id]);
    expect(data?.items[0]).toEqual({ ...rest, access_count: 0, last_accessed_at: null });
    const text = JSON.stringify(data);
    expect([text.includes(share_token), text.includes(first.share_token)]).toEqual([false, false]);
    expect(share_url).toContain(share_token);
  });

  it('omits revoked and expired links, and those of another conversation', async () => {
    const [id, other] = [await createConversation(user), await createConversation(user)];
    const [live, revoked, expired] = [await share(user, id), await share(user, id), await share(user, id)];
    await share(user, other);
    await revoke(user, id, revoked.id);
    await gateway.database.database.kysely
      .updateTable('share_links')
      .set({ expires_at: new Date() })
      .where('share_links.id', '=', expired.id)
      .execute();
    expect((await sharesOf(user, id)).data?.items.map((item) => item.id)).toEqual([live.id]);
  });

  it('counts accesses, also parallel ones, with the time of the last', async () => {
    const id = await createConversation(user);
    const { share_token: token } = await share(user, id);
    const before = Date.now();
    await Promise.all(Array.from({ length: 12 }, () => readShare(gateway, token)));
    const [link] = (await sharesOf(user, id)).data?.items ?? [];
    expect(link?.access_count).toBe(12);
    expect(Date.parse(link?.last_accessed_at ?? '')).toBeGreaterThanOrEqual(before);
  });

  it("returns 404 for an unknown or another user's conversation", async () => {
    const id = await createConversation(user);
    await share(user, id);
    const outcomes = await Promise.all([sharesOf(user, randomUUID()), sharesOf(await gateway.user(), id)]);
    expect(outcomes.map(({ response, error }) => [response.status, error?.detail])).toEqual(
      Array(2).fill([404, outcomes[0]?.error?.detail]),
    );
  });
});
