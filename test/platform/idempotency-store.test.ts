import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  type Claim,
  ClaimLostError,
  type IdempotencyKey,
  IdempotencyStore,
  type StoredReply,
} from '#src/platform/idempotency-store.ts';
import { createSecrets } from '#src/platform/secrets.ts';
import { openTestDatabase, type TestDatabase } from '#test/support/test-database.ts';

/** Longer than this process may stand still between two renewals. */
const LEASE_MS = 3_000;
const ALONE = { tx: undefined, action: undefined };
const REPLY: StoredReply = { status: 201, headers: [], body: '{"id":1}' };

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());

describe('the claim of an idempotency key', () => {
  const storeOf = () => new IdempotencyStore(opened.database, createSecrets([Buffer.alloc(32, 1)]), LEASE_MS);
  /** Lets the time pass for a key. */
  const pass = async ({ userId }: IdempotencyKey, ms: number) => {
    const passed = sql`${ms} * interval '1 millisecond'`;
    await sql`update idempotency_keys set created_at = created_at - ${passed}, expires_at = expires_at - ${passed}
      where user_id = ${userId}`.execute(opened.database.kysely);
  };
  const newKey = (): IdempotencyKey => ({
    userId: randomUUID(),
    operationId: 'makeSomething',
    key: 'one',
    content: ['/path', '', 'body'],
  });
  const look = (key: IdempotencyKey, produce: (claim: Claim) => Promise<StoredReply>) =>
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
    await vi.waitFor(async () => expect(await expiryOf(key)).toBeDefined(), 20_000);
    for (let renewal = 0; renewal < 2; renewal++) {
      const before = (await expiryOf(key)) ?? 0;
      await vi.waitFor(async () => expect(await expiryOf(key)).toBeGreaterThan(before), 20_000);
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
      await pass(key, LEASE_MS);
      expect((await look(key, next)).kind).toBe('produced');
    }, 20_000);
    expect(next).toHaveBeenCalledOnce();
  });

  /** Remembers that it made something, and never comes to its end. */
  const die = async (key: IdempotencyKey, id: string): Promise<Claim> => {
    const claim = await new Promise<Claim>((resolve) => {
      const never = (begun: Claim) => {
        resolve(begun);
        return new Promise<StoredReply>(() => undefined);
      };
      void storeOf().claim(ALONE, key, 0, new AbortController().signal, never);
    });
    await opened.database.transactAlone((tx) => claim.remember(tx, id));
    return claim;
  };
  const madeBefore = async (key: IdempotencyKey) => {
    let told: string | undefined;
    const outcome = await look(key, async (claim) => {
      told = claim.madeBefore;
      return REPLY;
    });
    return [outcome.kind, told];
  };

  it('tells the next one what was made, as long as a reply would be kept', async () => {
    const [made, over] = [newKey(), newKey()];
    const [id, other] = [randomUUID(), randomUUID()];
    await die(made, id);
    await die(over, other);
    for (const key of [made, over]) await pass(key, 23 * 3_600_000);
    await storeOf().deleteExpired();
    expect(await madeBefore(made)).toEqual(['produced', id]);
    await pass(over, 2 * 3_600_000);
    expect(await madeBefore(over)).toEqual(['produced', undefined]);
  });

  it('tells nothing of what was made for another content', async () => {
    const key = newKey();
    await die(key, randomUUID());
    await pass(key, 60_000);
    expect(await madeBefore({ ...key, content: ['/path', '', 'another'] })).toEqual(['produced', undefined]);
  });

  it('that failed after something was made is free at once, and tells what', async () => {
    const key = newKey();
    const id = randomUUID();
    const failed = look(key, async (claim) => {
      await opened.database.transactAlone((tx) => claim.remember(tx, id));
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(await madeBefore(key)).toEqual(['produced', id]);
  });

  it('lets a process that was taken for dead make nothing more', async () => {
    const key = newKey();
    const dead = await die(key, randomUUID());
    await pass(key, 60_000);
    const next = await die(key, randomUUID());
    const late = opened.database.transactAlone((tx) => dead.remember(tx, randomUUID()));
    await expect(late).rejects.toBeInstanceOf(ClaimLostError);
    await opened.database.transactAlone((tx) => next.remember(tx, randomUUID()));
  });

  it('that was lost ends as one that another works on', async () => {
    const key = newKey();
    const outcome = look(key, async (claim) => {
      await pass(key, 60_000);
      await die(key, randomUUID());
      await opened.database.transactAlone((tx) => claim.remember(tx, randomUUID()));
      return REPLY;
    });
    expect(await outcome).toEqual({ kind: 'pending' });
  });
});
