import { access, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';

/** The source of a contract and the folders of its files. */
export interface Place {
  readonly spec: string;
  readonly out: string;
  /** Imports of the runtime and of the handlers in generated files. */
  readonly runtime: string;
  readonly handlers: string;
  /** Directory that handler stubs are relative to. */
  readonly stubs: string;
  readonly foreign: boolean;
}

export interface RunResult {
  readonly ok: boolean;
  /** Files written or removed, or in check mode those that differ; relative to the root. */
  readonly changed: readonly string[];
  /** Handler and test stubs written, or in check mode those that are missing. */
  readonly stubs: readonly string[];
  /** The problems, ready to print. */
  readonly problems: readonly string[];
}

/** Compares what the contract gives with what is there. */
export async function check(
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
  const missing = await missingStubs(place.stubs, stubs);
  for (const path of missing) problems.push(`${path} drift The operation has no such file.\n${remedy}`);
  return { ok: problems.length === 0, changed, stubs: missing, problems };
}

/** Brings the files up to date, and touches none that is. */
export async function write(
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
  const missing = await missingStubs(place.stubs, stubs);
  for (const path of missing) await addFile(join(place.stubs, path), stubs.get(path) ?? '');
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
export function nameFor(root: string, path: string): string {
  const name = relative(root, path);
  return name.startsWith('..') || isAbsolute(name) ? path : slashes(name);
}

export function slashes(path: string): string {
  return path.split(sep).join('/');
}
