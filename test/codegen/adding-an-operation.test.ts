import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compile } from '#test/support/compiler.ts';
import { ROOT } from '#test/support/source-files.ts';
import { isFull } from '#test/support/volume.ts';

const run = promisify(execFile);
const LONG = 600_000;
const TEMPLATES = 'node_modules/.cache/voiceassist';
const HANDLER = 'handlers/texts/countWords.ts';
const TEST = 'test/api/texts/countWords.test.ts';

/** A copy of the repository, with the packages of this one. */
const home = join(tmpdir(), `adding-an-operation-${randomUUID()}`);
const [paths, schemas, generate, handler, test] = samples() as [string, string, string, string, string];

/** The code of `docs/adding-an-operation.md`, in its order. */
function samples(): string[] {
  const guide = readFileSync(join(ROOT, 'docs/adding-an-operation.md'), 'utf8');
  return [...guide.matchAll(/^```\w+\n(.*?)^```$/gms)].map(([, code]) => code as string);
}

function copyRepository(): void {
  mkdirSync(home);
  const left = new Set(['node_modules', '.git', '.cache', 'data', 'dist']);
  for (const part of readdirSync(ROOT).filter((name) => !left.has(name)))
    cpSync(join(ROOT, part), join(home, part), { recursive: true });
  // Not a link to the whole folder, because caches lie in it.
  mkdirSync(join(home, 'node_modules'));
  for (const name of readdirSync(join(ROOT, 'node_modules')).filter(
    (each) => !/^\.(?:cache|vite)/.test(each),
  ))
    symlinkSync(join(ROOT, 'node_modules', name), join(home, 'node_modules', name));
  // The templates of databases are named after all they are made of.
  mkdirSync(join(home, 'node_modules/.cache'));
  symlinkSync(join(ROOT, TEMPLATES), join(home, TEMPLATES));
  const contract = join(home, 'openapi.yaml');
  const text = readFileSync(contract, 'utf8')
    .replace(/^paths:\n/m, (line) => line + paths)
    .replace(/^ {2}schemas:\n/m, (line) => line + schemas);
  writeFileSync(contract, text);
}

let program: ts.Program | undefined;

/** The errors of the compiler in the handlers and the operation. */
function complaints(): string[] {
  const written = ts.readConfigFile(join(home, 'tsconfig.json'), ts.sys.readFile).config.compilerOptions;
  const { options } = ts.convertCompilerOptionsFromJson(written, home);
  const roots = ['src/generated/handlers.gen.ts', TEST].map((file) => join(home, file));
  program = compile(roots, options, program);
  const found = program
    .getSourceFiles()
    .filter(({ fileName }) => /\/(?:handlers|src\/generated|test\/api)\//.test(fileName))
    .flatMap((file) => program?.getSemanticDiagnostics(file) ?? []);
  return found.map(({ file, messageText }) => {
    const text = ts.flattenDiagnosticMessageText(messageText, ' ');
    return `${file?.fileName.slice(home.length + 1)} ${text}`;
  });
}

/** Runs tests of the copy on the embedded database and gives their outcomes by name. */
async function outcomes(...words: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const { TEST_DATABASE_URL: _database, TEST_REDIS_URL: _redis, ...env } = process.env;
  const report = join(home, 'report.json');
  const command = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts', ...words];
  const reporting = ['--reporter=json', `--outputFile=${report}`];
  await run(process.execPath, [...command, ...reporting], { cwd: home, env }).catch(() => undefined);
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  const results = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map((result) => [`${basename(name, '.test.ts')} ${result.fullName}`, result] as const),
  );
  const done = results.filter(([, { status }]) => status !== 'skipped' && status !== 'pending');
  return Object.fromEntries(
    done.map(([name, { status, failureMessages }]) => [name, failureMessages[0] ?? status]),
  );
}

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** It generates twice and runs two tests of its own, which the gate has the time for. */
describe.runIf(isFull)('the steps of docs/adding-an-operation.md', () => {
  beforeAll(copyRepository);
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it('generate code and reference from the samples', { timeout: LONG }, async () => {
    for (const command of generate.trim().split(' && ')) {
      const [npm, ...words] = command.split(' ') as [string, ...string[]];
      await run(npm, words, { cwd: home });
    }
    expect(readFileSync(join(home, 'docs/routes.md'), 'utf8')).toMatch(
      /`\/api\/texts\/word-count` .* Count Words/,
    );
  });

  it('leave only a handler that does not compile', { timeout: LONG }, () => {
    expect(complaints()).toEqual([
      expect.stringMatching(`^${HANDLER} Type .* is not assignable to type 'Handler`),
    ]);
  });

  it('leave a failing test', { timeout: LONG }, async () => {
    expect(Object.values(await outcomes(TEST))).toEqual([
      expect.stringContaining('docs/adding-an-operation.md'),
    ]);
  });

  it('end with a handler that compiles and passes the tests for all operations', {
    timeout: LONG,
  }, async () => {
    writeFileSync(join(home, HANDLER), handler);
    writeFileSync(join(home, TEST), test);
    expect(complaints()).toEqual([]);
    for (const script of ['codegen:check', 'routes:check']) await run('npm', ['run', script], { cwd: home });
    const shared = ['structure', 'access', 'bodies', 'methods'];
    const files = shared.map((name) => `test/contract/${name}.test.ts`);
    const found = await outcomes(TEST, ...files, '-t', 'countWords|word-count');
    expect(Object.entries(found).filter(([, outcome]) => outcome !== 'passed')).toEqual([]);
    const passed = (file: string) => Object.keys(found).some((name) => name.startsWith(`${file} `));
    expect(['countWords', ...shared].filter((file) => !passed(file))).toEqual([]);
  });
});
