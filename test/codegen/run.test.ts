import { writeFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emitAll, scaffold } from '#codegen/emit/index.ts';
import { type RunOptions, run } from '#codegen/run.ts';
import { watchFile } from '#codegen/watch.ts';
import { testDocument } from '#test/codegen/documents.ts';

const notes = testDocument('good', 'notes.yaml');
const PATIENCE = { timeout: 60_000 };
const STUB = 'handlers/notes/getNote.ts';

let root: string;
let lines: string[];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'codegen-'));
  lines = [];
  await writeFile(join(root, 'openapi.yaml'), notes);
});

afterEach(() => rm(root, { recursive: true, force: true }));

function codegen(mode: RunOptions['mode'], rest: Partial<RunOptions> = {}) {
  return run({ root, mode, log: (line) => lines.push(line), ...rest }, { emitAll, scaffold });
}

async function contents(directory: string): Promise<Record<string, string>> {
  const names = (await readdir(directory)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(directory, name), 'utf8')));
  return Object.fromEntries(names.map((name, index) => [name, texts[index] ?? '']));
}

describe('write', () => {
  it('generates identical bytes twice and leaves unchanged files alone', async () => {
    const first = await codegen('write');
    const before = await contents(join(root, 'src/generated'));
    const { mtimeMs } = await stat(join(root, 'src/generated/operations.gen.ts'));
    const second = await codegen('write');
    expect(first.changed).toContain('src/generated/operations.gen.ts');
    expect(second).toEqual({ ok: true, changed: [], stubs: [], problems: [] });
    expect(await contents(join(root, 'src/generated'))).toEqual(before);
    expect((await stat(join(root, 'src/generated/operations.gen.ts'))).mtimeMs).toBe(mtimeMs);
  });

  it('adds a stub where there is no file and never overwrites one', async () => {
    expect((await codegen('write')).stubs).toContain(STUB);
    await writeFile(join(root, STUB), '// my work');
    expect((await codegen('write')).stubs).toEqual([]);
    expect(await readFile(join(root, STUB), 'utf8')).toBe('// my work');
  });

  it('removes files that are no longer generated', async () => {
    await codegen('write');
    await writeFile(join(root, 'src/generated/old.gen.ts'), '');
    expect((await codegen('write')).changed).toEqual(['src/generated/old.gen.ts']);
    expect(await readdir(join(root, 'src/generated'))).not.toContain('old.gen.ts');
  });

  it('logs each step', async () => {
    await codegen('write');
    expect(lines.map((line) => line.split(' ')[0])).toEqual([
      'read',
      'rules',
      'types',
      'tables',
      'requests',
      'replies',
      'writers',
      'write',
    ]);
    expect(lines[0]).toMatch(/^read {5}openapi\.yaml: 2 operations, 4 schemas \(\d+ ms\)$/);
  });
});

describe('check', () => {
  it('reports every outdated file and writes nothing', async () => {
    await codegen('write');
    await writeFile(join(root, 'src/generated/operations.gen.ts'), '// edited');
    await unlink(join(root, 'src/generated/routes.gen.ts'));
    await writeFile(join(root, 'src/generated/old.gen.ts'), '');
    await unlink(join(root, STUB));
    const result = await codegen('check');
    expect(result.ok).toBe(false);
    expect([...result.changed].sort()).toEqual([
      'src/generated/old.gen.ts',
      'src/generated/operations.gen.ts',
      'src/generated/routes.gen.ts',
    ]);
    expect(result.stubs).toEqual([STUB]);
    expect(result.problems).toHaveLength(4);
    expect(await readFile(join(root, 'src/generated/operations.gen.ts'), 'utf8')).toBe('// edited');
  });

  it('reports nothing after write', async () => {
    await codegen('write');
    expect(await codegen('check')).toEqual({ ok: true, changed: [], stubs: [], problems: [] });
  });
});

describe('a contract with defects', () => {
  it('is refused with position, rule, message and remedy, and nothing is written', async () => {
    await writeFile(join(root, 'openapi.yaml'), testDocument('bad', 'supported-format.yaml'));
    const { ok, problems } = await codegen('write');
    expect(ok).toBe(false);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(
      /^openapi\.yaml:\d+:\d+ supported-format The format "datetime" .*\.\n {2}Did you mean "date-time"\?$/,
    );
    expect(await readdir(root)).toEqual(['openapi.yaml']);
  });

  it('is refused with position and remedy when it cannot be read', async () => {
    await writeFile(join(root, 'openapi.yaml'), testDocument('bad', 'contract-dangling-reference.yaml'));
    expect((await codegen('check')).problems[0]).toMatch(
      /^openapi\.yaml:\d+:\d+ contract The reference .*\n {2}\w/,
    );
    await unlink(join(root, 'openapi.yaml'));
    expect((await codegen('check')).problems[0]).toContain('There is no such file.');
  });
});

describe('a foreign document', () => {
  it('is generated into its own directory, where only generated files are removed', async () => {
    const out = join(root, 'pets');
    const spec = join(root, 'pets.yaml');
    await writeFile(
      spec,
      'openapi: 3.0.3\npaths: {/pets: {get: {responses: {default: {description: Any.}}}}}\n',
    );
    await codegen('write', { foreign: { spec, out } });
    await writeFile(join(out, 'README.md'), 'mine');
    await writeFile(join(out, 'old.gen.ts'), '');
    const { changed } = await codegen('write', { foreign: { spec, out } });
    expect(changed).toEqual(['pets/old.gen.ts']);
    expect(await readFile(join(out, 'operation-table.gen.ts'), 'utf8')).toContain(
      "'../src/http/contract/operation.ts'",
    );
    expect(await readdir(root)).not.toContain('handlers');
  });
});

describe('watch', () => {
  it('calls back after a save, once for several writes', async () => {
    const path = join(root, 'openapi.yaml');
    const stop = new AbortController();
    const seen: string[] = [];
    watchFile(path, async () => void seen.push(await readFile(path, 'utf8')), stop.signal);
    // Without a pause, as far as this process can see, so that no speed decides how often it calls.
    for (const end of ['\n', '\n\n', '\n\n\n']) writeFileSync(path, notes + end);
    await expect.poll(() => seen.at(-1), PATIENCE).toBe(`${notes}\n\n\n`);
    await writeFile(path, notes);
    await expect.poll(() => seen.at(-1), PATIENCE).toBe(notes);
    expect(seen).toEqual([`${notes}\n\n\n`, notes]);
    stop.abort();
  });
});
