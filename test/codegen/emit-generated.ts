import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Loads a generated JavaScript module from a directory without node_modules, as it must work in production. */
export async function loadGenerated<Exports>(text: string): Promise<Exports> {
  const directory = mkdtempSync(join(tmpdir(), 'emitted-'));
  const file = join(directory, 'module.mjs');
  writeFileSync(file, text);
  return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Exports;
}
