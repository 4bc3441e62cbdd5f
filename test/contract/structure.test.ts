import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { operations } from '#test/support/contract.ts';
import { importCircles, importsOf, ROOT, sourceFiles } from '#test/support/source-files.ts';

/** Permitted imports, by the beginning of the path. */
const ALLOWED: readonly (readonly [from: string, to: readonly string[]])[] = [
  [
    'handlers/',
    ['#src/http/handler/', '#src/errors.ts', '#generated/', '#src/domain/', './_wire.ts', '../_wire.ts'],
  ],
  [
    'src/domain/',
    ['#src/domain/', '#src/platform/', '#src/errors', '#src/email-address', '#src/texts', './'],
  ],
  ['src/platform/', ['#src/platform/', './']],
  [
    'src/http/',
    [
      '#src/http/',
      '#generated/',
      '#src/platform/',
      '#src/errors',
      '#src/texts',
      '#src/services',
      '#src/domain/accounts/actor',
      '#src/domain/audit/audited-action',
      '#src/domain/version',
      '#src/domain/work',
      './',
    ],
  ],
];

/** The rooms of src/http from the ground up. Rooms side by side do not know each other. */
const ROOMS: readonly (readonly string[])[] = [
  ['handler', 'contract'],
  ['exchange'],
  ['request'],
  ['reply', 'upload', 'foreign'],
  ['dispatch', 'streams', 'pages'],
  ['guards'],
];

/** Hand-written files over 400 lines and functions over 80; this list may only get shorter. */
const SIZE_EXCEPTIONS: readonly string[] = [];
const MAX_FILE_LINES = 400;
const MAX_HANDLER_LINES = 60;
/** Matches handlers, but not the `_wire.ts` that the handlers of an area share. */
const HANDLER = /^handlers\/.*\/(?!_wire\.ts$)/;
const MAX_FUNCTION_LINES = 80;
const P90_FUNCTION_LINES = 40;

describe('imports', () => {
  it.each(ALLOWED)('of %s lead only to the layers below it', (from, to) => {
    const strays = sourceFiles('handlers', 'src')
      .filter((file) => file.path.startsWith(from))
      .flatMap((file) =>
        importsOf(file)
          .filter((target) => target.startsWith('#') || target.startsWith('.'))
          .filter((target) => !to.some((allowed) => target.startsWith(allowed)))
          .map((target) => `${file.path} imports ${target}`),
      );
    expect(strays, 'move the code, or pass the dependency in').toEqual([]);
  });

  it('of handlers are types from the domain, and never lead to its stores', () => {
    const strays = sourceFiles('handlers').flatMap((file) =>
      [...file.text.matchAll(/^import (type )?[^']*?'(#src\/domain\/[^']+)'/gm)]
        .filter(([, type, target]) => type === undefined || target?.endsWith('-store.ts'))
        .map(([statement]) => `${file.path}: ${statement}`),
    );
    expect(strays, 'ask a service for it').toEqual([]);
  });

  it('of the server never lead to codegen, tests or tools', () => {
    const strays = sourceFiles('handlers', 'src').filter((file) =>
      /from '(?:#codegen|#test|.*tools)\//.test(file.text),
    );
    expect(
      strays.map((file) => file.path),
      'move what the server needs into src',
    ).toEqual([]);
  });

  it('keep SQL in files named -store.ts', () => {
    const sql = /\b(?:selectFrom|insertInto|updateTable|deleteFrom)\(/;
    const strays = sourceFiles('handlers', 'src').filter(
      (file) => sql.test(file.text) && !/-store\.ts$/.test(file.path),
    );
    expect(
      strays.map((file) => file.path),
      'move the statement into a *-store.ts',
    ).toEqual([]);
  });

  it('have no cycle', () => {
    const files = sourceFiles('codegen', 'handlers', 'src', 'tools');
    expect(importCircles(files), 'move what both need into a file of its own').toEqual([]);
  });

  it('of a folder in src/http lead only to the folders below it', () => {
    const level = new Map(ROOMS.flatMap((rooms, height) => rooms.map((room) => [room, height] as const)));
    const strays = sourceFiles('src').flatMap((file) => {
      const room = /^src\/http\/([a-z]+)\//.exec(file.path)?.[1];
      if (room === undefined) return [];
      const height = level.get(room) ?? -1;
      return importsOf(file)
        .map((target) => /^#src\/http\/([a-z-]+)/.exec(target)?.[1])
        .filter(
          (other) => other !== undefined && other !== room && (level.get(other) ?? ROOMS.length) >= height,
        )
        .map((other) => `${file.path} imports from ${other}`);
    });
    expect(strays, 'pass the function in from pipeline.ts, or move the file').toEqual([]);
  });

  it.each([
    ['the pattern of a UUID', /\[0-9a-f\]\{8\}\(\?:-/],
    ['the text of a missing token', /A valid access token is required/],
    ['the form of a condition on a version', /type VersionCondition =/],
  ])('keep %s in one place', (_what, pattern) => {
    const places = sourceFiles('handlers', 'src').filter((file) => pattern.test(file.text));
    expect(places.map(({ path }) => path)).toHaveLength(1);
  });

  it('leave process.env to src/main.ts', () => {
    const readers = sourceFiles('handlers', 'src').filter((file) => file.text.includes('process.env'));
    const paths = readers.map((file) => file.path);
    expect(paths, 'pass the setting in; src/platform/settings.ts declares it').toEqual(['src/main.ts']);
  });
});

describe('an operation', () => {
  it.each(operations)('$operationId has a handler and a test named after it', ({ area, operationId }) => {
    const files = [`handlers/${area}/${operationId}.ts`, `test/api/${area}/${operationId}.test.ts`];
    const missing = files.filter((file) => !existsSync(join(ROOT, file)));
    expect(missing, '`npm run codegen` writes a first version of each').toEqual([]);
  });

  it('exists for every file in handlers/, except the _wire.ts of an area', () => {
    const known = new Set(operations.map(({ area, operationId }) => `handlers/${area}/${operationId}.ts`));
    const strays = sourceFiles('handlers')
      .map((file) => file.path)
      .filter((path) => !known.has(path) && !path.endsWith('/_wire.ts'));
    expect(strays, 'delete what no operation of openapi.yaml is behind, or call it _wire.ts').toEqual([]);
  });

  it('is listed in unimplemented.txt exactly while its handler is a stub', () => {
    const listed = readFileSync(join(ROOT, 'test/contract/unimplemented.txt'), 'utf8')
      .split('\n')
      .filter(Boolean);
    const stubs = sourceFiles('handlers')
      .filter((file) => file.text.includes('notImplemented('))
      .map((file) => file.path.replace(/^.*\/|\.ts$/g, ''));
    const remedy =
      'test/contract/unimplemented.txt names the handlers that call notImplemented(): take out what is built, and build what is new';
    expect(listed, remedy).toEqual(stubs.sort());
  });
});

interface FunctionSize {
  readonly place: string;
  readonly lines: number;
}

function functionsOf(path: string, text: string): FunctionSize[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const sizes: FunctionSize[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
      const start = source.getLineAndCharacterOfPosition(node.getStart()).line;
      const end = source.getLineAndCharacterOfPosition(node.getEnd()).line;
      sizes.push({ place: `${path}:${start + 1}`, lines: end - start + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return sizes;
}

describe('sizes', () => {
  const files = sourceFiles('codegen', 'handlers', 'src', 'tools');

  it(`keep files within ${MAX_FILE_LINES} lines and handlers within ${MAX_HANDLER_LINES}`, () => {
    const large = files
      .map((file) => ({ path: file.path, lines: file.text.split('\n').length }))
      .filter(({ path, lines }) => lines > (HANDLER.test(path) ? MAX_HANDLER_LINES : MAX_FILE_LINES))
      .filter(({ path }) => !SIZE_EXCEPTIONS.includes(path));
    expect(large, 'split by what changes together').toEqual([]);
  });

  it(`keep functions within ${MAX_FUNCTION_LINES} lines, nine of ten within ${P90_FUNCTION_LINES}`, () => {
    const functions = files.flatMap((file) => functionsOf(file.path, file.text));
    const large = functions.filter(
      ({ lines, place }) => lines > MAX_FUNCTION_LINES && !SIZE_EXCEPTIONS.includes(place),
    );
    expect(large, 'split by what changes together').toEqual([]);
    const sorted = functions.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length * 0.9)]).toBeLessThanOrEqual(P90_FUNCTION_LINES);
  });
});
