import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { emitAll, scaffold } from '#codegen/emit/index.ts';
import { newRunCache, type RunOptions, run } from '#codegen/run.ts';
import { watchFile } from '#codegen/watch.ts';

const USAGE = `Usage: codegen [write] [--check] [--watch] [--spec FILE --out DIR]

  write        bring src/generated up to date and add missing handler and test stubs (default)
  --check      write nothing; name every file that would change and exit with 1
  --watch      write again after every change of the contract
  --spec FILE  generate from any other OpenAPI 3.0 or 3.1 document, into the directory of --out`;

/** More new files than these are a new contract, whose list nobody reads. */
const LISTED_STUBS = 20;

interface Arguments {
  readonly options: RunOptions;
  readonly watch: boolean;
}

function readArguments(root: string): Arguments {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      check: { type: 'boolean', default: false },
      watch: { type: 'boolean', default: false },
      spec: { type: 'string' },
      out: { type: 'string' },
    },
  });
  const { check, watch, spec, out } = values;
  if (positionals.some((word) => word !== 'write'))
    throw new Error(`Unknown command "${positionals.join(' ')}".`);
  if (check && watch) throw new Error('--check and --watch exclude each other.');
  if ((spec === undefined) !== (out === undefined)) throw new Error('--spec and --out belong together.');
  const foreign = spec === undefined || out === undefined ? {} : { foreign: { spec, out } };
  return { options: { root, mode: check ? 'check' : 'write', ...foreign, log: console.log }, watch };
}

async function runOnce(options: RunOptions): Promise<boolean> {
  const { ok, stubs, problems } = await run(options, { emitAll, scaffold });
  for (const problem of problems) console.error(problem);
  if (options.mode === 'write') {
    for (const path of stubs.slice(0, LISTED_STUBS)) console.log(`added    ${path}`);
    if (stubs.length > LISTED_STUBS) console.log(`added    ${stubs.length - LISTED_STUBS} more`);
  }
  if (problems.length > 0)
    console.error(`codegen: ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`);
  return ok;
}

async function keepRunning(options: RunOptions): Promise<void> {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  process.once('SIGTERM', () => stop.abort());
  const spec =
    options.foreign === undefined ? resolve(options.root, 'openapi.yaml') : resolve(options.foreign.spec);
  const cache = newRunCache();
  const again = async () => {
    // A failed run must not end the watch: the next save may mend it.
    await runOnce({ ...options, cache }).catch((error: unknown) => console.error(error));
    console.log('watch    waiting for changes');
  };
  watchFile(spec, again, stop.signal);
  await again();
}

async function main(): Promise<void> {
  let given: Arguments;
  try {
    given = readArguments(resolve(import.meta.dirname, '..'));
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    process.exitCode = 2;
    return;
  }
  if (given.watch) await keepRunning(given.options);
  else if (!(await runOnce(given.options))) process.exitCode = 1;
}

await main();
