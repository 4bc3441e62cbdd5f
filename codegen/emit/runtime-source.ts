import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';

const IMPORT = /^import \{[^}]*\} from '#src\/([^']+)';\n/gm;

/** A file of this directory as JavaScript without exports, to be copied into generated modules with what it imports. */
export function runtimeSource(file: string): string {
  const { code } = transformSync(sourceOf(new URL(file, import.meta.url)), {
    loader: 'ts',
    target: 'es2022',
    legalComments: 'none',
  });
  return code;
}

function sourceOf(file: URL): string {
  return readFileSync(file, 'utf8')
    .replaceAll(IMPORT, (_line, path) => sourceOf(new URL(`../../src/${path}`, import.meta.url)))
    .replaceAll(/^export (?=const|function)/gm, '');
}
