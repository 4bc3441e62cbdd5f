import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { FixedClock } from '#src/platform/clock.ts';
import { type IdempotencyKey, IdempotencyStore, type StoredReply } from '#src/platform/idempotency-store.ts';
import { createSecrets } from '#src/platform/secrets.ts';
import { openTestDatabase, type TestDatabase } from '#test/support/test-database.ts';

const LEASE_MS = 300;
const ALONE = { tx: undefined, action: undefined };
const REPLY: StoredReply = { status: 201, headers: [], body: '{"id":1}' };

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());

describe('the claim of an idempotency key', () => {
  const clock = new FixedClock(new Date());
  const storeOf = () =>
    new IdempotencyStore(opened.database, createSecrets([Buffer.alloc(32, 1)]), clock, LEASE_MS);
  const newKey = (): IdempotencyKey => ({
    userId: randomUUID(),
    operationId: 'makeSomething',
    key: 'one',
    content: ['/path', '', 'body'],
  });
  const look = (key: IdempotencyKey, produce: () => Promise<StoredReply>) =>
    storeOf().claim(ALONE, key, 60_000, AbortSignal.abort(), produce);

  const expiryOf = async ({ userId }: IdempotencyKey) => {
    const row = await opened.database.kysely
      .selectFrom('idempotency_keys')
      .select('expires_at')
      .where('user_id', '=', userId)
      .executeTakeFirst();
    return row?.expires_at.getTime();
  };

  it('is renewed while the work goes on, so that no other process begins it', async () => {
    const key = newKey();
    const again = vi.fn(async () => REPLY);
    let end: (reply: StoredReply) => void = () => undefined;
    const work = storeOf().claim(ALONE, key, 60_000, new AbortController().signal, () => {
      return new Promise((resolve) => {
        end = resolve;
      });
    });
    for (let step = 0; step < 3; step++) {
      clock.advance(LEASE_MS - 50);
      await vi.waitFor(
        async () => expect(await expiryOf(key)).toBe(clock.now().getTime() + LEASE_MS),
        20_000,
      );
    }
    expect(await look(key, again)).toEqual({ kind: 'pending' });
    end(REPLY);
    expect(await work).toEqual({ kind: 'produced', reply: REPLY });
    expect(await look(key, again)).toEqual({ kind: 'replayed', reply: REPLY });
    expect(again).not.toHaveBeenCalled();
  });

  it('expires when it is not renewed', async () => {
    const key = newKey();
    void storeOf().claim(ALONE, key, 0, new AbortController().signal, () => new Promise(() => undefined));
    const next = vi.fn(async () => REPLY);
    await vi.waitFor(async () => expect(await expiryOf(key)).toBeDefined(), 20_000);
    expect(await look(key, next)).toEqual({ kind: 'pending' });
    // Work that outlasts its time is not kept up: the claim ends as if its process had died.
    await vi.waitFor(async () => {
      clock.advance(LEASE_MS);
      expect((await look(key, next)).kind).toBe('produced');
    }, 20_000);
    expect(next).toHaveBeenCalledOnce();
  });
});
