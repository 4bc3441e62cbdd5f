import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { StageCache } from '#codegen/emit/index.ts';
import type { Progress, Tick } from '#codegen/emit/progress.ts';
import { foreignNotes } from '#codegen/foreign/notes.ts';
import type { TextCache } from '#codegen/foreign/yaml-pieces.ts';
import { check, nameFor, type Place, type RunResult, slashes, write } from '#codegen/output-files.ts';
import type { Contract } from '#codegen/read/contract.ts';
import { ContractError } from '#codegen/read/contract-error.ts';
import { readContract } from '#codegen/read/read-contract.ts';
import { type Finding, runRules } from '#codegen/rules/index.ts';
import type { ExampleCache } from '#codegen/rules/rule.ts';

/** The imports of generated files, and whether their contract is foreign. */
export type Target = Pick<Place, 'runtime' | 'handlers' | 'foreign'>;

/** The printing half of codegen, as `#codegen/emit/index.ts` exports it. */
export interface Emitter {
  emitAll(
    contract: Contract,
    target: Target,
    progress: Progress,
    cache?: StageCache,
  ): ReadonlyMap<string, string>;
  scaffold(contract: Contract, target: Target): ReadonlyMap<string, string>;
}

export interface RunOptions {
  /** The repository. */
  readonly root: string;
  /** `check` writes nothing and reports every file that would change. */
  readonly mode: 'write' | 'check';
  /** Somebody else's document and where its code goes; without it our own contract is meant. */
  readonly foreign?: { readonly spec: string; readonly out: string };
  /** Keeps what a run made of the parts of the document, for the next one to take what did not change. */
  readonly cache?: RunCache;
  /** Takes one line of progress. */
  readonly log: (line: string) => void;
}

/** The results of one run that the next one uses again. */
export interface RunCache {
  readonly text: TextCache;
  readonly stages: StageCache;
  readonly examples: ExampleCache;
}

/** A cache that knows nothing yet. */
export function newRunCache(): RunCache {
  return { text: new Map(), stages: new Map(), examples: { schemas: '', sound: new WeakSet() } };
}

const TICK_MS = 2_000;
const NAME_WIDTH = 8;

/** Reads, judges and prints a contract, and brings the generated files up to date or says where they are not. */
export async function run(options: RunOptions, emitter: Emitter): Promise<RunResult> {
  const place = placeOf(options);
  const stages = new Stages(options.log);
  const contract = await readSpec(options, place);
  if (Array.isArray(contract)) return failed(contract);
  const counts = `${countOf(contract.operations.length, 'operation')}, ${countOf(contract.schemas.size, 'schema')}`;
  stages.end('read', `${contract.source}: ${counts}`);
  const findings = runRules(contract, {
    foreign: place.foreign,
    ...(options.cache && { examples: options.cache.examples }),
  });
  stages.end('rules', findings.length === 0 ? 'no findings' : countOf(findings.length, 'finding'));
  if (findings.length > 0) return failed(findings.map((finding) => describe(contract.source, finding)));
  for (const note of place.foreign ? foreignNotes(contract) : [])
    options.log(`${'note'.padEnd(NAME_WIDTH)} ${note}`);
  const files = emitter.emitAll(contract, place, stages, options.cache?.stages);
  const stubs = emitter.scaffold(contract, place);
  const result = await (options.mode === 'check' ? check : write)(options.root, place, files, stubs);
  stages.end(options.mode, summary(options.mode, files, result));
  return result;
}

/** One line for each stage, and one every few seconds from inside a long one. */
class Stages implements Progress {
  readonly #log: (line: string) => void;
  #since = performance.now();
  #said = this.#since;

  constructor(log: (line: string) => void) {
    this.#log = log;
  }

  stage<Out extends ReadonlyMap<string, string>>(name: string, make: (tick: Tick) => Out): Out {
    const files = make((done, total) => {
      if (performance.now() - this.#said < TICK_MS) return;
      this.#said = performance.now();
      this.#log(`${name.padEnd(NAME_WIDTH)} ${done} of ${countOf(total, 'operation')} ...`);
    });
    this.end(name, `${countOf(files.size, 'file')}, ${Math.ceil(sizeOf(files) / 1024)} KiB`);
    return files;
  }

  end(name: string, text: string): void {
    const now = performance.now();
    this.#log(`${name.padEnd(NAME_WIDTH)} ${text} (${Math.round(now - this.#since)} ms)`);
    this.#since = this.#said = now;
  }
}

function placeOf({ root, foreign }: RunOptions): Place {
  if (foreign === undefined) {
    return {
      spec: join(root, 'openapi.yaml'),
      out: join(root, 'src', 'generated'),
      runtime: '#src',
      handlers: '#handlers',
      stubs: root,
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
    stubs: out,
    foreign: true,
  };
}

/** The contract, or why there is none. */
async function readSpec(options: RunOptions, { spec, foreign }: Place): Promise<Contract | string[]> {
  const source = nameFor(options.root, spec);
  try {
    const text = await readFile(spec, 'utf8');
    return readContract(source, text, { foreign, ...(options.cache && { cache: options.cache.text }) });
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

function summary(
  mode: RunOptions['mode'],
  files: ReadonlyMap<string, string>,
  { changed, stubs }: RunResult,
): string {
  if (mode === 'write')
    return `${changed.length} of ${countOf(files.size, 'file')} changed, ${countOf(stubs.length, 'stub')} added`;
  if (changed.length === 0 && stubs.length === 0) return `${countOf(files.size, 'file')} up to date`;
  return `${countOf(changed.length, 'file')} adrift, ${countOf(stubs.length, 'stub')} missing`;
}
