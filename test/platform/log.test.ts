import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLog, inBatches, type Log } from '#src/platform/log.ts';

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
