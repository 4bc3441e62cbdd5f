import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emitAll, scaffold } from '#codegen/emit/index.ts';
import { run } from '#codegen/run.ts';
import { inputReaders } from '#generated/input-readers.gen.ts';
import { compile as compileTypes, complaintsOf } from '#test/support/compiler.ts';
import {
  callEveryOperation,
  type ForeignContract,
  loadCompiled,
  startForeignServer,
} from '#test/support/foreign-server.ts';
import { importsOf, sourceFiles } from '#test/support/source-files.ts';
import { syntheticContract } from '#test/support/synthetic-contract.ts';

const ROOT = join(import.meta.dirname, '../..');
const DOCUMENTS = join(import.meta.dirname, 'contracts/foreign');
/** Inside the repository, because the generated code imports its runtime and its packages. */
const CACHE = join(ROOT, 'test/codegen/.foreign');

let home: string;
const compiled: string[] = [];

beforeAll(() => {
  mkdirSync(CACHE, { recursive: true });
  home = mkdtempSync(join(CACHE, 'run-'));
  writeFileSync(join(home, 'synthetic.json'), JSON.stringify(syntheticContract({ operations: 240 })));
});

afterAll(() => rmSync(CACHE, { recursive: true, force: true }));

async function compile(name: string, spec: string): Promise<{ out: string; lines: string[] }> {
  const out = join(home, name);
  const lines: string[] = [];
  const log = (line: string) => lines.push(line);
  const result = await run({ root: ROOT, mode: 'write', foreign: { spec, out }, log }, { emitAll, scaffold });
  expect(result.problems).toEqual([]);
  compiled.push(out);
  return { out, lines };
}

const documents = [
  ...readdirSync(DOCUMENTS).map((file) => [file, () => join(DOCUMENTS, file)] as const),
  ['synthetic.json', () => join(home, 'synthetic.json')] as const,
];

describe.each(documents)('%s', (name, spec) => {
  let foreign: ForeignContract;
  let server: Server;
  let lines: string[];

  beforeAll(async () => {
    const made = await compile(name.replaceAll('.', '-'), spec());
    lines = made.lines;
    foreign = await loadCompiled(made.out);
    server = await startForeignServer(foreign.contract);
  });

  afterAll(() => {
    server?.closeAllConnections();
    server?.close();
  });

  it('returns 501 for a valid request of each of its operations', async () => {
    const { operations, notImplemented, refused, wrong } = await callEveryOperation(foreign, server);
    expect(wrong).toEqual([]);
    expect(refused).toEqual([]);
    expect(notImplemented).toBe(operations);
  });

  it('reports the formats that are not validated', () => {
    expect(lines.find((line) => line.startsWith('note'))).toMatch(/(?:trace-id|decimal) \(\d+\)/);
  });
});

describe('our own contract', () => {
  it('needs no reader of foreign inputs', () => {
    expect(inputReaders).toEqual({});
  });

  it('is served without the code for foreign documents', () => {
    const strays = sourceFiles('handlers', 'src')
      .filter(({ path }) => !path.startsWith('src/http/foreign/'))
      .filter((file) => importsOf(file).some((target) => target.startsWith('#src/http/foreign/')));
    expect(strays.map(({ path }) => path)).toEqual([]);
  });
});

it('the generated code of all documents compiles under the strictest options of this repository', {
  timeout: 600_000,
}, () => {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, ROOT);
  const files = compiled.flatMap((out) =>
    ['contract.gen.ts', 'handlers.gen.ts', 'problems.gen.ts', 'secret-names.gen.ts', 'schema.gen.ts'].map(
      (file) => join(out, file),
    ),
  );
  // Types that the runtime of the output needs and its packages lack.
  const ambient = join(ROOT, 'src/domain/export/pdf/linebreak.d.ts');
  const program = compileTypes([...files, ambient], options);
  const complaints = complaintsOf(program).map((each) => {
    const text = ts.flattenDiagnosticMessageText(each.messageText, '\n');
    return `${each.file?.fileName ?? ''}:${each.start ?? 0} ${text}`;
  });
  expect(files.length).toBe(documents.length * 5);
  expect(complaints.slice(0, 10)).toEqual([]);
});
