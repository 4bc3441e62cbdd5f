import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

/**
 * Starts the gateway from its source. Compiling each file takes longer than everything else, so a bundle is kept and
 * made again when a source has changed. Where none can be made, without the development packages or on a disk that
 * takes no writes, the source is compiled while it starts. With `--prepare`, as after an installation, a bundle is made
 * for the first start and nothing is started.
 *
 * JavaScript, because what compiles TypeScript is what a start does not wait for.
 */

/** @typedef {{ folder: string, sources: Record<string, string> }} Kept */

const ROOT = resolve(import.meta.dirname, '..');
const STALE_MS = 86_400_000;
/** The exit code for what somebody has to change first, as of any other fault of a start. */
const EX_CONFIG = 78;

const { values } = parseArgs({
  options: {
    entry: { type: 'string', default: join(ROOT, 'src/main.ts') },
    cache: { type: 'string', default: join(ROOT, '.cache/start') },
    prepare: { type: 'boolean', default: false },
  },
  strict: false,
});
const entry = resolve(String(values.entry));
const cache = resolve(String(values.cache));
const record = join(cache, 'current.json');

/** The time and the size of a file. */
function stampOf(file) {
  const { mtimeMs, size } = statSync(resolve(ROOT, file));
  return `${mtimeMs} ${size}`;
}

/** The bundle in the cache; undefined when there is none of these sources and this version of Node. */
function keptBundle() {
  try {
    /** @type {Kept} */
    const { folder, sources } = JSON.parse(readFileSync(record, 'utf8'));
    const { node, ...files } = sources;
    const isCurrent =
      node === process.version && Object.entries(files).every(([file, stamp]) => stampOf(file) === stamp);
    return isCurrent ? join(cache, folder, 'main.cjs') : undefined;
  } catch {
    return undefined;
  }
}

/** Bundles into a folder of its own: a server that runs from the one before goes on reading there. */
function makeBundle() {
  const folder = `${Date.now()}-${process.pid}`;
  const out = join(cache, folder);
  const began = Date.now();
  try {
    mkdirSync(cache, { recursive: true });
    console.error('start    bundling the sources, once after each change');
    const words = ['--import', 'tsx', join(ROOT, 'tools/build.ts'), entry, out];
    const { status } = spawnSync(process.execPath, words, {
      cwd: ROOT,
      // It would be kept outside of this folder, and serves nobody: what is bundled is not compiled again.
      env: { ...process.env, TSX_DISABLE_CACHE: '1' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (status !== 0) throw new Error(`the bundler ended with ${status}`);
    const files = JSON.parse(readFileSync(join(out, 'sources.json'), 'utf8'));
    // What was saved meanwhile may not be in it, so the next start makes another.
    if (files.some((file) => statSync(resolve(ROOT, file)).mtimeMs >= began)) return join(out, 'main.cjs');
    const sources = Object.fromEntries(files.map((file) => [file, stampOf(file)]));
    writeFileSync(
      `${record}.${process.pid}`,
      JSON.stringify({ folder, sources: { node: process.version, ...sources } }),
    );
    renameSync(`${record}.${process.pid}`, record);
    removeStale(folder);
    return join(out, 'main.cjs');
  } catch (error) {
    console.error(`start    no bundle can be made (${error.message}); compiling while starting`);
    return undefined;
  }
}

function isInstalled(name) {
  try {
    createRequire(import.meta.url).resolve(name);
    return true;
  } catch {
    return false;
  }
}

function removeStale(current) {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    if (name !== current && path !== record && Date.now() - statSync(path).mtimeMs > STALE_MS)
      rmSync(path, { recursive: true, force: true });
  }
}

if (keptBundle() === undefined && !isInstalled('tsx')) {
  console.error('cannot start: the packages are not installed. Run `npm ci` first.');
  process.exit(EX_CONFIG);
}
const main = keptBundle() ?? makeBundle();
if (values.prepare) {
  process.exitCode = 0;
} else if (main === undefined) {
  const { register } = await import('tsx/esm/api');
  register();
  await import(pathToFileURL(entry).href);
} else {
  createRequire(import.meta.url)(main);
}
