import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { type CodeModule, printWhole } from '#codegen/emit/code-module.ts';
import { serializerModule } from '#codegen/emit/serializers.ts';
import { replyValidatorModule, requestValidatorModule } from '#codegen/emit/validators.ts';
import { printParts } from '#codegen/foreign/code-parts.ts';
import { readContract } from '#codegen/read/read-contract.ts';
import type { Validator } from '#src/http/contract/operation.ts';
import { ROOT } from '#test/support/source-files.ts';

const home = mkdtempSync(join(tmpdir(), 'large-output-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const contract = readContract('openapi.yaml', readFileSync(join(ROOT, 'openapi.yaml'), 'utf8'));

type Table<Item> = Record<string, Record<string, Item>>;

async function load<Item>(folder: string, files: ReadonlyMap<string, string>, module: CodeModule) {
  const at = join(home, folder);
  for (const [name, text] of [...files, ['package.json', '{"type":"module"}'] as const]) {
    mkdirSync(dirname(join(at, name)), { recursive: true });
    writeFileSync(join(at, name), text);
  }
  const loaded = await import(/* @vite-ignore */ pathToFileURL(join(at, `${module.file}.gen.js`)).href);
  return (loaded as Record<string, Table<Item>>)[module.exported] as Table<Item>;
}

/** The module as a whole and in parts. */
async function bothOf<Item>(module: CodeModule): Promise<[Table<Item>, Table<Item>]> {
  const parts = printParts(module);
  return [
    await load<Item>('whole', new Map([[`${module.file}.gen.js`, printWhole(module)]]), module),
    await load<Item>('parts', parts, module),
  ];
}

const VALUES: readonly unknown[] = [
  {},
  { surplus: 1, title: 7, email: 'x' },
  { items: [{ id: 'x' }], code: 'x' },
  'x',
];

it.each([
  ['requests', () => requestValidatorModule(contract)],
  ['replies', () => replyValidatorModule(contract)],
])('validators of %s in several files decide as in one', async (_name, moduleOf) => {
  const [whole, parts] = await bothOf<Validator>(moduleOf());
  let judged = 0;
  expect(Object.keys(parts)).toEqual(Object.keys(whole));
  for (const [id, row] of Object.entries(whole)) {
    for (const [part, validator] of Object.entries(row)) {
      for (const value of VALUES) {
        const other = parts[id]?.[part] as Validator;
        const [own, copy] = [structuredClone(value), structuredClone(value)];
        expect([id, part, other(copy), other.errors, copy]).toEqual([
          id,
          part,
          validator(own),
          validator.errors,
          own,
        ]);
        judged += 1;
      }
    }
  }
  expect(judged).toBeGreaterThan(0);
});

it('serializers in several files write as in one', async () => {
  const module = serializerModule(contract);
  expect(printParts(module).size).toBeGreaterThan(1);
  const [whole, parts] = await bothOf<(value: unknown) => string>(module);
  const problem = {
    type: 'urn:x',
    title: 'x',
    status: 404,
    detail: 'x',
    instance: 'x',
    code: 'x',
    request_id: 'x',
  };
  for (const [id, row] of Object.entries(whole)) {
    const [status, write] = Object.entries(row).find(([each]) => each.startsWith('4')) ?? [];
    if (status !== undefined) expect(parts[id]?.[status]?.(problem)).toBe(write?.(problem));
  }
});
