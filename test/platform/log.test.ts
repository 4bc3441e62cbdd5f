import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DatabaseUnavailableError } from '#src/platform/db/errors.ts';
import { createLog, inBatches, type Log } from '#src/platform/log.ts';
import { briefly } from '#src/platform/log-errors.ts';
import { openTestDatabase, type TestDatabase } from '#test/support/test-database.ts';

function recorder(form: 'json' | 'line' = 'json'): { log: Log; lines: string[] } {
  const lines: string[] = [];
  const destination = { write: (line: string) => lines.push(line) };
  return {
    log: createLog({ level: 'debug', form, sensitiveNames: ['content', 'full_name'], destination }),
    lines,
  };
}

const SECRET = 'ZX-very-secret-81';

describe('the log', () => {
  it('redacts sensitive names at any depth', () => {
    const sensitive = fc.constantFrom(
      'content',
      'full_name',
      'fullName',
      'Authorization',
      'password',
      'refresh_token',
    );
    const nested = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.tuple(sensitive).map(([name]) => ({ [name]: SECRET })),
        fc.array(tie('node'), { maxLength: 3 }),
        fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), tie('node'), { maxKeys: 3 }),
      ),
    })).node;
    fc.assert(
      fc.property(nested, (value) => {
        const { log, lines } = recorder();
        log.info({ value, err: Object.assign(new Error('failed'), { value }) }, 'event');
        expect(lines.join('')).not.toContain(SECRET);
        expect(lines).toHaveLength(1);
      }),
    );
  });

  it('writes cycles, huge texts and values that JSON cannot express', () => {
    const { log, lines } = recorder();
    const cycle: Record<string, unknown> = {
      big: 1n,
      fn: () => 1,
      text: 'x'.repeat(10_000),
      bytes: Buffer.alloc(10),
    };
    cycle.self = cycle;
    log.warn({ cycle }, 'odd');
    const line = JSON.parse(lines[0] as string);
    expect(line.cycle).toMatchObject({ big: '1', self: '[circular]', bytes: '[10 bytes]' });
    expect(line.cycle.text.length).toBeLessThan(2_100);
  });

  it('writes an object with a throwing getter, and the causes of an AggregateError', () => {
    const { log, lines } = recorder();
    const odd = {
      get broken(): string {
        throw new Error('never');
      },
    };
    log.error({ odd, err: new AggregateError([new Error('refused by ::1')]) }, 'failed');
    const line = JSON.parse(lines[0] as string);
    expect(line.odd).toEqual({ broken: '[unreadable]' });
    expect(line.err.errors[0].message).toBe('refused by ::1');
  });

  it('writes one readable line in a terminal', () => {
    const { log, lines } = recorder('line');
    log.info({ status: 200, operation: 'getHealth' }, 'request');
    expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d\.\d{3} info {2}request status=200 operation=getHealth\n$/);
  });

  it('gives a child log the fields of its parent', () => {
    const { log, lines } = recorder();
    log.child({ request_id: 'r1', password: SECRET }).error({}, 'failed');
    expect(JSON.parse(lines[0] as string)).toMatchObject({
      request_id: 'r1',
      message: 'failed',
      password: '[redacted]',
    });
  });
});

describe('an error in the log', () => {
  class OutOfPaperError extends Error {}

  function logged(err: unknown, form: 'json' | 'line' = 'json') {
    const { log, lines } = recorder(form);
    log.error({ err }, 'failed');
    return { text: lines.join(''), err: form === 'json' ? JSON.parse(lines[0] as string).err : undefined };
  }

  it('has its class, code and stack', () => {
    expect(logged(new TypeError('odd')).err).toMatchObject({ type: 'TypeError', message: 'odd' });
    const named = Object.assign(new OutOfPaperError('no paper'), { code: 'E_PAPER', tray: 2 });
    expect(logged(named).err).toMatchObject({
      type: 'OutOfPaperError',
      code: 'E_PAPER',
      tray: 2,
      stack: expect.stringMatching(/^OutOfPaperError: no paper\n {4}at /),
    });
  });

  it('has neither a stack nor quoted text when it is marked as brief, and neither have its causes', () => {
    const cause = new Error(`unexpected "${SECRET}" in the body`);
    const { err, text } = logged(briefly(new OutOfPaperError('refused', { cause })));
    expect(err).toEqual({
      type: 'OutOfPaperError',
      message: 'refused',
      cause: { type: 'Error', message: 'unexpected … in the body' },
    });
    expect(text).not.toContain(SECRET);
    expect(logged(briefly(new OutOfPaperError('refused', { cause })), 'line').text).toMatch(
      /failed \(OutOfPaperError: refused\) <- \(Error: unexpected … in the body\)\n$/,
    );
  });

  it('has no connections or answers that libraries attach to it', () => {
    class Connection {
      readonly address = SECRET;
    }
    const error = Object.assign(new Error('lost'), { client: new Connection(), attempt: { number: 3 } });
    const { err, text } = logged(error);
    expect(err.attempt).toEqual({ number: 3 });
    expect(text).not.toContain(SECRET);
  });

  it('does not quote malformed JSON', () => {
    let thrown: unknown;
    try {
      JSON.parse(`{"note": ${SECRET}}`);
    } catch (error) {
      thrown = error;
    }
    expect((thrown as Error).message).toContain('ZX');
    const { err, text } = logged(new Error('no answer', { cause: thrown }));
    expect(err.cause.type).toBe('SyntaxError');
    expect(text).not.toContain('ZX');
  });

  describe('of PostgreSQL', () => {
    let test: TestDatabase;
    beforeAll(async () => {
      test = await openTestDatabase();
    });
    afterAll(() => test.close());

    const user = (email: string) => sql`
      insert into users (id, email, email_lower, password_hash, role, created_at, updated_at)
      values (${randomUUID()}, ${email}, ${email}, 'x', 'user', now(), now())`;
    const hidden = `${SECRET} "in" quotes`;

    it.each([
      ['a value of another type', sql`select ${hidden}::text::uuid`, '22P02'],
      ['a number that is none', sql`select ${hidden}::text::integer`, '22P02'],
      ['a number that is too large', sql`select ${'7181818181'}::text::integer`, '22003'],
      ['JSON that is none', sql`select ${hidden}::text::jsonb`, '22P02'],
      ['a day that is none', sql`select ${hidden}::text::timestamptz`, '22007'],
      ['a constraint that does not hold', user(hidden), '23505'],
      ['a name that is not known', sql`select ${hidden}::text::regclass`, '42602'],
      ['a text of a function', sql`do $$ begin raise exception 'got "ZX-very-secret-81"'; end $$`, 'P0001'],
    ])('has nothing but the code for %s', async (_what, statement, code) => {
      if (code === '23505') await user(hidden).execute(test.database.kysely);
      const error = await statement.execute(test.database.kysely).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code });
      for (const { err, text } of [
        logged(error),
        logged(new DatabaseUnavailableError('away', { cause: error })),
      ]) {
        expect(err.cause ?? err).toMatchObject({ type: 'DatabaseError', code, routine: expect.any(String) });
        expect(text).not.toMatch(/ZX|7181818181/);
      }
      expect(logged(error, 'line').text).not.toMatch(/ZX|7181818181/);
    });

    it('has the constraint and the table', async () => {
      await user('twice').execute(test.database.kysely);
      const error = await user('twice')
        .execute(test.database.kysely)
        .catch((thrown: unknown) => thrown);
      expect(logged(error).err).toMatchObject({ constraint: 'users_email_lower_key', table: 'users' });
      expect(logged(error).text).not.toContain('twice');
    });

    it('has the name that is missing in the schema', async () => {
      const error = await sql`select 1 from nowhere`
        .execute(test.database.kysely)
        .catch((thrown: unknown) => thrown);
      expect(logged(error).err.message).toBe('relation "nowhere" does not exist');
    });
  });
});

describe('batched log lines', () => {
  const information = '{"level":30,"message":"request"}\n';

  it('wait for others, but not for long', async () => {
    const written: string[] = [];
    const batches = inBatches({ write: (lines) => written.push(lines) });
    batches.write(information);
    batches.write(information);
    expect(written).toEqual([]);
    await expect.poll(() => written, { timeout: 30_000 }).toEqual([information + information]);
  });

  it('are written at once with a warning, in their order', () => {
    const written: string[] = [];
    const batches = inBatches({ write: (lines) => written.push(lines) });
    const warning = '{"level":40,"message":"odd"}\n';
    batches.write(information);
    batches.write(warning);
    expect(written).toEqual([information + warning]);
  });

  it('are written before they fill the memory', () => {
    let written = 0;
    const batches = inBatches({ write: (lines) => (written += lines.length) });
    for (let i = 0; i < 10_000; i++) batches.write(information);
    expect(written).toBeGreaterThan(information.length * 9_000);
  });
});
