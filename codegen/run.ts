import { access, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Contract } from '#codegen/read/contract.ts';
import { ContractError } from '#codegen/read/contract-error.ts';
import { readContract } from '#codegen/read/read-contract.ts';
import { type Finding, runRules } from '#codegen/rules/index.ts';

/** The printing half of codegen, as `#codegen/emit/index.ts` exports it. */
export interface Emitter {
  emitAll(
    contract: Contract,
    prefixes: { readonly runtime: string; readonly handlers: string },
  ): Promise<ReadonlyMap<string, string>>;
  scaffold(contract: Contract): ReadonlyMap<string, string>;
}

export interface RunOptions {
  /** The repository. */
  readonly root: string;
  /** `check` writes nothing and reports every file that would change. */
  readonly mode: 'write' | 'check';
  /** Somebody else's document and where its code goes; without it our own contract is meant. */
  readonly foreign?: { readonly spec: string; readonly out: string };
  /** Takes one line of progress. */
  readonly log: (line: string) => void;
}

export interface RunResult {
  readonly ok: boolean;
  /** Files written or removed, or in check mode those that differ; relative to the root. */
  readonly changed: readonly string[];
  /** Handler and test stubs written, or in check mode those that are missing. */
  readonly stubs: readonly string[];
  /** What is wrong, ready to print. */
  readonly problems: readonly string[];
}

interface Place {
  readonly spec: string;
  readonly out: string;
  readonly runtime: string;
  readonly handlers: string;
  readonly foreign: boolean;
}

/** Reads, judges and prints a contract, and brings the generated files up to date or says where they are not. */
export async function run(options: RunOptions, emitter: Emitter): Promise<RunResult> {
  const place = placeOf(options);
  const stage = stages(options.log);
  const contract = await readSpec(options.root, place);
  if (Array.isArray(contract)) return failed(contract);
  stage(
    'read',
    `${contract.source}: ${countOf(contract.operations.length, 'operation')}, ${countOf(contract.schemas.size, 'schema')}`,
  );
  const findings = runRules(contract, { foreign: place.foreign });
  stage('rules', findings.length === 0 ? 'no findings' : countOf(findings.length, 'finding'));
  if (findings.length > 0) return failed(findings.map((finding) => describe(contract.source, finding)));
  const files = await emitter.emitAll(contract, { runtime: place.runtime, handlers: place.handlers });
  stage('emit', `${files.size} files, ${Math.ceil(sizeOf(files) / 1024)} KiB`);
  const stubs = place.foreign ? new Map<string, string>() : emitter.scaffold(contract);
  const result = await (options.mode === 'check' ? check : write)(options.root, place, files, stubs);
  stage(options.mode, summary(options.mode, files.size, result));
  return result;
}

function placeOf({ root, foreign }: RunOptions): Place {
  if (foreign === undefined) {
    return {
      spec: join(root, 'openapi.yaml'),
      out: join(root, 'src', 'generated'),
      runtime: '#src',
      handlers: '#handlers',
      foreign: false,
    };
  }
  const out = resolve(foreign.out);
  const runtime = slashes(relative(out, join(root, 'src')));
  return {
    spec: resolve(foreign.spec),
    out,
    runtime: runtime.startsWith('.') ? runtime : `./${runtime}`,
    handlers: './handlers',
    foreign: true,
  };
}

function stages(log: (line: string) => void): (name: string, text: string) => void {
  let since = performance.now();
  return (name, text) => {
    const now = performance.now();
    log(`${name.padEnd(6)} ${text} (${Math.round(now - since)} ms)`);
    since = now;
  };
}

/** The contract, or why there is none. */
async function readSpec(root: string, { spec, foreign }: Place): Promise<Contract | string[]> {
  const source = nameFor(root, spec);
  try {
    return readContract(source, await readFile(spec, 'utf8'), { foreign });
  } catch (error) {
    if (error instanceof ContractError)
      return [describe(source, { ...error, rule: 'contract', message: error.message })];
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return [
        describe(source, {
          line: 1,
          column: 1,
          rule: 'contract',
          message: 'There is no such file.',
          remedy: 'Name an OpenAPI document.',
        }),
      ];
    }
    throw error;
  }
}

function describe(
  source: string,
  finding: Pick<Finding, 'line' | 'column' | 'rule' | 'message' | 'remedy'>,
): string {
  const { line, column, rule, message, remedy } = finding;
  return `${source}:${line}:${column} ${rule} ${message}\n  ${remedy}`;
}

function failed(problems: readonly string[]): RunResult {
  return { ok: false, changed: [], stubs: [], problems };
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function sizeOf(files: ReadonlyMap<string, string>): number {
  let bytes = 0;
  for (const text of files.values()) bytes += Buffer.byteLength(text);
  return bytes;
}

function summary(mode: RunOptions['mode'], count: number, { changed, stubs }: RunResult): string {
  if (mode === 'write')
    return `${changed.length} of ${count} files changed, ${countOf(stubs.length, 'stub')} added`;
  if (changed.length === 0 && stubs.length === 0) return `${count} files up to date`;
  return `${countOf(changed.length, 'file')} adrift, ${countOf(stubs.length, 'stub')} missing`;
}

async function check(
  root: string,
  place: Place,
  files: ReadonlyMap<string, string>,
  stubs: ReadonlyMap<string, string>,
): Promise<RunResult> {
  const remedy = '  Run `npm run codegen` and commit the result.';
  const changed: string[] = [];
  const problems: string[] = [];
  const drift = (path: string, message: string) => {
    changed.push(path);
    problems.push(`${path} drift ${message}\n${remedy}`);
  };
  for (const [name, text] of files) {
    const path = join(place.out, name);
    const present = await readText(path);
    if (present === undefined) drift(nameFor(root, path), 'The file is missing.');
    else if (present !== text) drift(nameFor(root, path), 'The file is not what the contract gives.');
  }
  for (const path of await staleFiles(place, files))
    drift(nameFor(root, path), 'Nothing generates this file any more.');
  const missing = await missingStubs(root, stubs);
  for (const path of missing) problems.push(`${path} drift The operation has no such file.\n${remedy}`);
  return { ok: problems.length === 0, changed, stubs: missing, problems };
}

async function write(
  root: string,
  place: Place,
  files: ReadonlyMap<string, string>,
  stubs: ReadonlyMap<string, string>,
): Promise<RunResult> {
  const changed: string[] = [];
  for (const [name, text] of files) {
    const path = join(place.out, name);
    // An untouched file keeps its date, so that watchers and incremental builds have nothing to do.
    if ((await readText(path)) === text) continue;
    await replaceFile(path, text);
    changed.push(nameFor(root, path));
  }
  for (const path of await staleFiles(place, files)) {
    await rm(path);
    changed.push(nameFor(root, path));
  }
  const missing = await missingStubs(root, stubs);
  for (const path of missing) await addFile(join(root, path), stubs.get(path) ?? '');
  return { ok: true, changed, stubs: missing, problems: [] };
}

/** Readers beside us see the old text or the new one, never half of it. */
async function replaceFile(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.tmp`;
  await writeFile(draft, text);
  await rename(draft, path);
}

/** Fails where the file exists, so that no handler is ever overwritten. */
async function addFile(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text, { flag: 'wx' });
}

async function missingStubs(root: string, stubs: ReadonlyMap<string, string>): Promise<string[]> {
  const missing: string[] = [];
  for (const path of stubs.keys()) {
    const exists = await access(join(root, path)).then(
      () => true,
      () => false,
    );
    if (!exists) missing.push(path);
  }
  return missing.sort();
}

/** Generated files that nothing generates; a directory the user named is his, so there only `.gen.` files count. */
async function staleFiles({ out, foreign }: Place, files: ReadonlyMap<string, string>): Promise<string[]> {
  const entries = await readdir(out, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !files.has(slashes(relative(out, path))))
    .filter((path) => !foreign || path.includes('.gen.'))
    .sort();
}

async function readText(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}

/** Relative to the root where that is shorter to read. */
function nameFor(root: string, path: string): string {
  const name = relative(root, path);
  return name.startsWith('..') || isAbsolute(name) ? path : slashes(name);
}

function slashes(path: string): string {
  return path.split(sep).join('/');
}
