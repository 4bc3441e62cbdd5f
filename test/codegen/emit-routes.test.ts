import fc from 'fast-check';
import { expect, test } from 'vitest';
import { routeTable } from '#codegen/emit/routes.ts';
import type { Contract, Operation } from '#codegen/read/contract.ts';
import { RouteMatcher } from '#src/http/contract/route-match.ts';
import { sampleContract } from './emit-sample.ts';

function contractOf(paths: readonly string[]): Contract {
  const operations = paths.map((path, i) => ({ path, method: 'get', operationId: `op${i}` }) as Operation);
  return { ...sampleContract(), operations };
}
const matcherOf = (...paths: string[]) => new RouteMatcher(routeTable(contractOf(paths)));

const literal = fc.stringMatching(/^[a-z]{1,4}$/);
const segment = fc.oneof(
  literal,
  literal.map((name) => `{${name}}`),
  fc.tuple(literal, literal).map(([a, b]) => `{${a}}.{${b}}`),
  fc.tuple(literal, literal).map(([a, b]) => `${a}-{${b}}`),
);
const shapeOf = (path: string) => path.replaceAll(/\{\w+\}/g, '{}');

test('every declared path matches its operation, with the parameter values of the request', () => {
  const paths = fc.uniqueArray(
    fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => `/${segments.join('/')}`),
    { selector: shapeOf, minLength: 1, maxLength: 30 },
  );
  fc.assert(
    fc.property(paths, (declared) => {
      const matcher = matcherOf(...declared);
      declared.forEach((path, i) => {
        const sent: string[] = [];
        // Upper case and digits, so that no value looks like a literal of another path.
        const url = path.replaceAll(/\{\w+\}/g, () => `V${sent.push(`V${sent.length}`) - 1}`);
        expect(matcher.match(url)).toEqual({ methods: { GET: `op${i}` }, values: sent });
      });
    }),
  );
});

test('a literal segment is matched before a mixed one, and that before a parameter', () => {
  const matcher = matcherOf('/a/{x}', '/a/{x}.json', '/a/b.json');
  expect(matcher.match('/a/b.json')?.methods.GET).toBe('op2');
  expect(matcher.match('/a/c.json')).toEqual({ methods: { GET: 'op1' }, values: ['c'] });
  expect(matcher.match('/a/c')).toEqual({ methods: { GET: 'op0' }, values: ['c'] });
});

test('a slash at the end of a path of the contract is ignored', () => {
  expect(matcherOf('/a/').match('/a')?.methods.GET).toBe('op0');
  expect(matcherOf('/').match('/')?.methods.GET).toBe('op0');
});

test('special characters of regular expressions in a path are matched literally', () => {
  const matcher = matcherOf('/a+(b)-{x}|c$');
  expect(matcher.match('/a+(b)-v|c$')?.values).toEqual(['v']);
  expect(matcher.match('/aab-v|c$')).toBeUndefined();
});

// Backtracking would not come to an end within the time of a test.
test('a long segment that almost matches is refused without backtracking', () => {
  const matcher = matcherOf('/{a}.{b}.{c}.json');
  expect(matcher.match(`/${'.a'.repeat(50_000)}`)).toBeUndefined();
  expect(matcher.match(`/${'a.'.repeat(50_000)}x`)).toBeUndefined();
});

test('the methods of one path share one entry', () => {
  expect(routeTable(sampleContract()).static['/api/notes']).toEqual({ GET: 'listNotes', POST: 'createNote' });
});
