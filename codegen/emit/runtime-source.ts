import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';

/** A file of this directory as JavaScript without exports, to be copied into generated modules. */
export function runtimeSource(file: string): string {
  const source = readFileSync(new URL(file, import.meta.url), 'utf8').replaceAll(
    /^export (?=const|function)/gm,
    '',
  );
  const { code } = transformSync(source, { loader: 'ts', target: 'es2022', legalComments: 'none' });
  return code;
}
