import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isKept, targetTable } from '#bench/kit/benchmark.ts';
import { comparable } from '#bench/kit/cases.ts';
import { toSvg } from '#bench/kit/chart.ts';
import { interleave } from '#bench/kit/rounds.ts';
import { geometricMean, median, pairedRatio, spread } from '#bench/kit/statistics.ts';
import { multiplyContract } from '#bench/kit/synthetic-contract.ts';
import { figure, times, toMarkdown, toText } from '#bench/kit/table.ts';

describe('the statistics of the benchmark', () => {
  it('find the median in any order', () => {
    expect(median([5, 1, 3])).toBe(3);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([])).toBeNaN();
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
        expect(median(values)).toBe(median(values.toReversed()));
      }),
    );
  });

  it('compare two servers by the median of the ratios of each round', () => {
    expect(pairedRatio([200, 20, 200], [100, 10, 100])).toBe(2);
    expect(pairedRatio([200, 100], [100])).toBe(2);
    expect(pairedRatio([], [])).toBeNaN();
  });

  it('average ratios geometrically, so that twice and half cancel out', () => {
    expect(geometricMean([2, 0.5])).toBeCloseTo(1);
    expect(geometricMean([1, Number.NaN])).toBeNaN();
  });

  it('distinguish steady rounds from scattered ones', () => {
    expect(spread([10, 10, 10, 10])).toBe(0);
    expect(spread([5, 10, 10, 15])).toBeGreaterThan(0.2);
  });
});

describe('the rounds of the benchmark', () => {
  it('measure every server once in each, in alternating order', async () => {
    const order: string[] = [];
    const values = await interleave(['a', 'b', 'c'], 2, async (name, round) => {
      order.push(name);
      return `${name}${round}`;
    });
    expect(order).toEqual(['a', 'b', 'c', 'c', 'b', 'a']);
    expect(values.get('b')).toEqual(['b0', 'b1']);
  });
});

describe('the tables of the benchmark', () => {
  const table = {
    title: 'Speed',
    note: 'Higher is better.',
    columns: ['server', 'list'],
    rows: [
      ['ours', '7 120'],
      ['a|b', '9'],
    ],
  };

  it('have aligned columns in a terminal', () => {
    expect(toText(table)).toBe(
      'Speed\nHigher is better.\n\nserver   list\n------  -----\nours    7 120\na|b         9',
    );
  });

  it('are Markdown with escaped cells', () => {
    const text = toMarkdown(table);
    expect(text).toContain('| server | list |\n| --- | ---: |\n| ours | 7 120 |');
    expect(text).toContain('a\\|b');
  });

  it('group the digits of figures and round them', () => {
    expect(figure(12_345.6)).toBe('12 346');
    expect(figure(1_234_567)).toBe('1 234 567');
    expect(figure(1.5)).toBe('1.5');
    expect(figure(20)).toBe('20');
    expect(figure(undefined)).toBe('-');
    expect(times(1.234)).toBe('1.23x');
    expect(times(Number.NaN)).toBe('-');
  });

  it('report each target as kept, not kept or not measured', () => {
    const start = { what: 'start', measured: 1.4, bound: 1.5, direction: 'at most' } as const;
    const speed = { what: 'speed', measured: 0.8, bound: 0.9, direction: 'at least' } as const;
    expect([isKept(start), isKept(speed)]).toEqual([true, false]);
    const unknown = { ...speed, measured: Number.NaN };
    expect(targetTable([start, speed, unknown]).rows.map((row) => row[3])).toEqual([
      'yes',
      'no',
      'not measured',
    ]);
  });
});

describe('the chart of the benchmark', () => {
  const svg = toSvg({
    name: 'http',
    title: 'A < B & "C"',
    unit: 'requests',
    groups: [
      {
        label: 'list',
        bars: [
          { label: 'ours', value: 2_000, ours: true },
          { label: 'half', value: 1_000 },
          { label: 'absent', value: Number.NaN },
        ],
      },
    ],
  });

  it('has bars in proportion and omits what was not measured', () => {
    const widths = [...svg.matchAll(/<rect x="210"[^>]* width="([\d.]+)"/g)].map((match) => Number(match[1]));
    expect(widths).toHaveLength(2);
    expect((widths[0] as number) / (widths[1] as number)).toBeCloseTo(2, 1);
    expect(svg).not.toContain('absent');
  });

  it('escapes its texts', () => {
    expect(svg).toContain('A &lt; B &amp; &quot;C&quot;');
  });
});

describe('the synthetic contract of many operations', () => {
  const own = {
    openapi: '3.0.3',
    paths: {
      '/notes': { get: { operationId: 'listNotes' }, post: { operationId: 'createNote' } },
      '/notes/{id}': { parameters: [], get: { operationId: 'getNote' } },
    },
  };

  it('has exactly the requested number of operations with unique ids, including those of the original', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 200 }), (count) => {
        const { paths } = multiplyContract<{ paths: Record<string, Record<string, unknown>> }>(own, count);
        const ids = Object.values(paths).flatMap((item) =>
          Object.values(item).flatMap((operation) =>
            Array.isArray(operation) ? [] : [(operation as { operationId: string }).operationId],
          ),
        );
        expect(ids).toHaveLength(count);
        expect(new Set(ids).size).toBe(count);
        expect(ids).toEqual(expect.arrayContaining(['listNotes', 'createNote', 'getNote']));
      }),
    );
  });
});

describe('answers of different servers', () => {
  it('are compared without their timestamp and with equal forms of a second', () => {
    const ours = '{"timestamp":"2026-03-02T08:20:00.123Z","at":"2026-03-02T08:20:00.000Z"}';
    const theirs = '{"timestamp":"2030-01-01T00:00:00Z","at":"2026-03-02T08:20:00Z"}';
    expect(comparable(ours)).toBe(comparable(theirs));
    expect(comparable('{"at":"2026-03-02T08:20:01Z"}')).not.toBe(comparable('{"at":"2026-03-02T08:20:00Z"}'));
  });
});
