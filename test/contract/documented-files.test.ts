import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '#test/support/source-files.ts';

const pages = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true }).map((name) => `docs/${name}`),
].filter((path) => path.endsWith('.md'));

it.each(pages)('%s names only source files that exist', (page) => {
  const text = readFileSync(join(ROOT, page), 'utf8');
  const named = new Set(
    [...text.matchAll(/\b(?:src|codegen|tools|test|bench)\/[\w/-]+\.(?:ts|mjs)\b/g)].map(([path]) => path),
  );
  const missing = [...named].filter((path) => !existsSync(join(ROOT, path)));
  expect(missing, 'name the file by where it is now').toEqual([]);
});
