import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

export const ROOT = new URL('../..', import.meta.url).pathname;

export interface SourceFile {
  /** Path from the root of the repository. */
  readonly path: string;
  readonly text: string;
}

/** TypeScript files below the given folders, without what codegen wrote. */
export function sourceFiles(...folders: readonly string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.m?[jt]s$/.test(entry.name) && !entry.name.includes('.gen.'))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => ({ path: relative(ROOT, file), text: readFileSync(file, 'utf8') })),
  );
}

/** Modules that a file imports. */
export function importsOf(file: SourceFile): string[] {
  return [...file.text.matchAll(/^\s*(?:import|export)\b[^'"]*?from\s+'([^']+)'/gm)].map(
    (match) => match[1] as string,
  );
}

/** Folders that `#` stands for in imports. */
const ALIASES = ['src', 'generated', 'handlers', 'codegen', 'test'] as const;

function targetOf(from: string, written: string): string {
  if (written.startsWith('.')) return join(dirname(from), written);
  const alias = ALIASES.find((name) => written.startsWith(`#${name}/`));
  if (alias === undefined) return written;
  const rest = written.slice(1);
  return alias === 'generated' ? `src/${rest}` : rest;
}

/** Files that import each other in a circle, each circle once. */
export function importCircles(files: readonly SourceFile[]): string[] {
  const imports = new Map(
    files.map((file) => [file.path, importsOf(file).map((written) => targetOf(file.path, written))]),
  );
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (path: string, way: readonly string[]): void => {
    const start = way.indexOf(path);
    if (start >= 0) circles.push([...way.slice(start), path].join(' -> '));
    if (start >= 0 || done.has(path)) return;
    for (const target of imports.get(path) ?? []) visit(target, [...way, path]);
    done.add(path);
  };
  for (const { path } of files) visit(path, []);
  return circles;
}
