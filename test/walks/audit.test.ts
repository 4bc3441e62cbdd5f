import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Anchor, readAnchors } from '#src/domain/audit/audit-anchors.ts';
import { AuditStore } from '#src/domain/audit/audit-store.ts';
import { type Verification, verifyTrail, verifyTrailIn } from '#src/domain/audit/verify-trail.ts';
import type { Executor } from '#src/platform/db/database.ts';
import { testAuditKeys } from '#test/support/audit.ts';
import { startGateway, startReplica, type TestGateway } from '#test/support/gateway.ts';

let first: TestGateway;
let second: TestGateway;
/** Length of the trail, and an earlier end of it. */
let length: number;
let earlier: { seq: number; mac: Buffer; key_id: string; seal: Buffer };
const anchors: Anchor[] = [];
const files = mkdtempSync(join(tmpdir(), 'voiceassist-anchors-'));
const file = join(files, 'one.jsonl');

/** Logs in at both replicas at the same time; every other password is wrong. */
async function work(rounds: number): Promise<void> {
  const { email, password } = await first.user();
  await Promise.all(
    Array.from({ length: rounds }, (_one, n) =>
      (n % 2 ? first : second).anonymous.POST('/api/auth/login', {
        body: { email, password: n % 3 ? password : 'not the password' },
      }),
    ),
  );
}

const head = () => kysely().selectFrom('audit_head').selectAll().executeTakeFirstOrThrow();
const kysely = () => first.database.database.kysely;

beforeAll(async () => {
  first = await startGateway({ AUDIT_ANCHOR_FILE: file });
  second = await startReplica(first, { AUDIT_ANCHOR_FILE: join(files, 'two.jsonl') });
  await work(30);
  earlier = await head();
  await work(30);
  const { seq, mac } = await head();
  anchors.push({ seq: earlier.seq, mac: earlier.mac, at: 'then' }, { seq, mac, at: 'now' });
  length = seq;
});
afterAll(async () => {
  await second.close();
  await first.close();
});

describe('the audit trail', () => {
  it('of two replicas has no gap and no fork', async () => {
    expect(length).toBeGreaterThanOrEqual(60);
    const result = await verifyTrail(first.database.database, testAuditKeys, { anchors });
    expect(result).toEqual({ checked: length, break: undefined, anchorsChecked: 2 });
  });

  it('is continued with a new key while the former one is configured', async () => {
    const { AuditKeys } = await import('#src/domain/audit/audit-keys.ts');
    const [old, next] = [Buffer.alloc(32, 7), Buffer.alloc(32, 8)];
    const rotated = await startReplica(first, {
      AUDIT_KEYS: `${next.toString('base64')},${old.toString('base64')}`,
    });
    await rotated.user();
    await rotated.close();
    length = (await head()).seq;
    const check = (keys: Buffer[]) =>
      verifyTrail(first.database.database, new AuditKeys(keys), { anchors: [] });
    expect((await check([next, old])).break).toBe(undefined);
    expect((await check([next])).break).toMatchObject({ seq: 1 });
    expect((await check([old])).break).toMatchObject({ seq: length });
  });
});

/** Changes the trail, verifies it, and undoes the change. */
async function tampered(
  tamper: (tx: Executor) => Promise<unknown>,
  known: readonly Anchor[] = anchors,
): Promise<Verification> {
  const { AuditKeys } = await import('#src/domain/audit/audit-keys.ts');
  const keys = new AuditKeys([Buffer.alloc(32, 8), Buffer.alloc(32, 7)]);
  let result: Verification | undefined;
  const undone = first.database.database.transactAlone(async (tx) => {
    await sql`alter table audit_entries disable trigger all`.execute(tx);
    await tamper(tx);
    result = await verifyTrailIn(tx, keys, { anchors: known });
    throw new Error('undo');
  });
  await undone.catch((error: Error) => {
    if (error.message !== 'undo') throw error;
  });
  return result as Verification;
}

const row = () => fc.double({ min: 0, max: 1, noNaN: true });
const at = (part: number) => 1 + Math.floor(part * (length - 1));

const EDITS: readonly (readonly [string, (tx: Executor, seq: number) => Promise<unknown>])[] = [
  [
    'time',
    (tx, n) =>
      sql`update audit_entries set occurred_at = occurred_at + interval '1 millisecond' where seq = ${n}`.execute(
        tx,
      ),
  ],
  ['no time', (tx, n) => sql`update audit_entries set occurred_at = 'infinity' where seq = ${n}`.execute(tx)],
  ['action', (tx, n) => sql`update audit_entries set action = action || 'x' where seq = ${n}`.execute(tx)],
  ['operation', (tx, n) => sql`update audit_entries set operation = 'x' where seq = ${n}`.execute(tx)],
  [
    'outcome',
    (tx, n) =>
      sql`update audit_entries set outcome = case outcome when 'refused' then 'succeeded' else 'refused' end where seq = ${n}`.execute(
        tx,
      ),
  ],
  ['code', (tx, n) => sql`update audit_entries set error_code = 'x' where seq = ${n}`.execute(tx)],
  [
    'actor',
    (tx, n) => sql`update audit_entries set actor_id = gen_random_uuid() where seq = ${n}`.execute(tx),
  ],
  ['role', (tx, n) => sql`update audit_entries set actor_role = 'x' where seq = ${n}`.execute(tx)],
  ['kind', (tx, n) => sql`update audit_entries set object_type = 'x' where seq = ${n}`.execute(tx)],
  ['object', (tx, n) => sql`update audit_entries set object_id = 'x' where seq = ${n}`.execute(tx)],
  ['request', (tx, n) => sql`update audit_entries set request_id = 'x' where seq = ${n}`.execute(tx)],
  ['address', (tx, n) => sql`update audit_entries set ip = null where seq = ${n}`.execute(tx)],
  [
    'details',
    (tx, n) => sql`update audit_entries set details = details || '{"a":"b"}' where seq = ${n}`.execute(tx),
  ],
  ['type of details', (tx, n) => sql`update audit_entries set details = '[]' where seq = ${n}`.execute(tx)],
  ['key', (tx, n) => sql`update audit_entries set key_id = 'x' where seq = ${n}`.execute(tx)],
  ['link', (tx, n) => sql`update audit_entries set mac = sha256(mac) where seq = ${n}`.execute(tx)],
];

/** Columns of an entry, except its position. */
const CONTENT = sql.raw(
  'occurred_at, action, operation, outcome, error_code, actor_id, actor_role, object_type, object_id, request_id, ip, details, key_id, mac',
);

async function swap(tx: Executor, a: number, b: number): Promise<void> {
  await sql`create temporary table held on commit drop as select * from audit_entries where seq in (${a}, ${b})`.execute(
    tx,
  );
  await sql`update audit_entries set (${CONTENT}) = (select ${CONTENT} from held where seq = ${a + b} - audit_entries.seq)
    where seq in (${a}, ${b})`.execute(tx);
}

describe('the verification of an audit trail finds', () => {
  it.each(EDITS)('an entry whose %s was edited, at any position', async (_what, edit) => {
    await fc.assert(
      fc.asyncProperty(row(), async (part) => {
        const seq = at(part);
        const { break: found } = await tampered((tx) => edit(tx, seq));
        expect([found?.seq, found?.kind]).toEqual([seq, 'edited']);
      }),
      { numRuns: 5 },
    );
  });

  it('the first of deleted entries', async () => {
    await fc.assert(
      fc.asyncProperty(row(), fc.integer({ min: 1, max: 5 }), async (part, count) => {
        const seq = at(part);
        const { break: found } = await tampered((tx) =>
          sql`delete from audit_entries where seq >= ${seq} and seq < ${seq + count}`.execute(tx),
        );
        expect([found?.seq, ['missing', 'cut'].includes(found?.kind ?? '')]).toEqual([seq, true]);
      }),
      { numRuns: 20 },
    );
  });

  it('the first of deleted entries when the later ones are renumbered', async () => {
    const seq = at(0.5);
    const { break: found } = await tampered(async (tx) => {
      await sql`delete from audit_entries where seq = ${seq}`.execute(tx);
      for (let n = seq + 1; n <= length; n++)
        await sql`update audit_entries set seq = seq - 1 where seq = ${n}`.execute(tx);
    });
    expect([found?.seq, found?.kind]).toEqual([seq, 'edited']);
  });

  it('the first of two swapped entries, and its original position', async () => {
    await fc.assert(
      fc.asyncProperty(row(), row(), async (one, other) => {
        const [a, b] = [at(one), at(other)].sort((x, y) => x - y) as [number, number];
        fc.pre(a !== b);
        const { break: found } = await tampered((tx) => swap(tx, a, b));
        expect([found?.seq, found?.kind, found?.what]).toEqual([a, 'moved', expect.stringContaining(`${b}`)]);
      }),
      { numRuns: 20 },
    );
  });

  it('a truncated end, with or without a matching head, and without anchors', async () => {
    await fc.assert(
      fc.asyncProperty(row(), fc.boolean(), async (part, moveHead) => {
        const seq = at(part);
        const result = await tampered(async (tx) => {
          await sql`delete from audit_entries where seq >= ${seq}`.execute(tx);
          if (moveHead)
            await sql`update audit_head set seq = ${seq - 1},
              mac = coalesce((select mac from audit_entries where seq = ${seq - 1}), mac)`.execute(tx);
        }, []);
        expect([result.break?.seq, result.break?.kind]).toEqual([seq, moveHead ? 'head' : 'cut']);
      }),
      { numRuns: 20 },
    );
  });

  it('a trail that was restored to an earlier end', async () => {
    const putBack = async (tx: Executor) => {
      await sql`delete from audit_entries where seq > ${earlier.seq}`.execute(tx);
      const { seq, mac, key_id: keyId, seal } = earlier;
      await new AuditStore(tx).updateHead({ seq, mac, keyId, seal });
    };
    const { break: found } = await tampered(putBack);
    expect([found?.seq, found?.kind]).toEqual([earlier.seq + 1, 'rolled_back']);
    // Without anchors nothing could tell: that is what they are for.
    expect((await tampered(putBack, [])).break).toBe(undefined);
  });

  it('a trail that was restored and continued, once it passes an anchor', async () => {
    const later = anchors.at(-1) as Anchor;
    const { break: found } = await tampered(async (tx) => {
      await sql`delete from audit_entries where seq > ${earlier.seq}`.execute(tx);
      const { seq, mac, key_id: keyId, seal } = earlier;
      await new AuditStore(tx).updateHead({ seq, mac, keyId, seal });
      const { AuditTrail } = await import('#src/domain/audit/audit-trail.ts');
      const quiet = { note: () => undefined } as never;
      const clock = { now: () => new Date() };
      const trail = new AuditTrail({
        db: first.database.database,
        keys: testAuditKeys,
        clock,
        anchors: quiet,
      });
      for (let n = earlier.seq; n < later.seq; n++) await trail.append(tx, FACTS);
    });
    expect([found?.seq, found?.kind]).toEqual([later.seq, 'rolled_back']);
  });

  it('an empty table, a forged entry, and a missing head', async () => {
    const emptied = await tampered(async (tx) => {
      await sql`delete from audit_entries`.execute(tx);
      await sql`delete from audit_head`.execute(tx);
    });
    expect([emptied.break?.seq, emptied.break?.kind]).toEqual([1, 'rolled_back']);
    const forged = await tampered((tx) =>
      sql`insert into audit_entries select ${length + 1}, ${CONTENT} from audit_entries where seq = ${length}`.execute(
        tx,
      ),
    );
    expect(forged.break?.seq).toBe(length + 1);
    const headless = await tampered((tx) => sql`delete from audit_head`.execute(tx));
    expect(headless.break).not.toBe(undefined);
  });
});

const FACTS = {
  action: 'test.go_on',
  operation: 'test',
  outcome: 'succeeded' as const,
  errorCode: undefined,
  actorId: undefined,
  actorRole: undefined,
  objectType: undefined,
  objectId: undefined,
  requestId: 'test',
  ip: undefined,
  details: {},
};

describe('audit anchors', () => {
  it('are written when a replica stops, and an edited one is found', async () => {
    const own = join(files, 'own.jsonl');
    const replica = await startReplica(first, { AUDIT_ANCHOR_FILE: own });
    await replica.user();
    await replica.close();
    const read = await readAnchors(own, testAuditKeys);
    expect([read.anchors.length, read.forged]).toEqual([1, []]);
    expect(read.anchors[0]?.seq).toBe((await head()).seq);
    writeFileSync(own, readFileSync(own, 'utf8').replace(/"seq":(\d)/, '"seq":9$1'));
    expect(await readAnchors(own, testAuditKeys)).toEqual({ anchors: [], forged: [1] });
    expect(await readAnchors(join(files, 'none.jsonl'), testAuditKeys)).toEqual({ anchors: [], forged: [] });
  });
});
