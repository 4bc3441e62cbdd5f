import { watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';

/** Editors write a file in several steps; one run after the last of them is enough. */
const SETTLE_MS = 100;

/** Calls back after each change of a file's text, one call at a time, until the signal is aborted. */
export function watchFile(path: string, changed: () => Promise<void>, signal: AbortSignal): void {
  let last: string | undefined;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const settle = async () => {
    const text = await readFile(path, 'utf8').catch(() => undefined);
    // While an editor replaces the file there is none for a moment.
    if (text === undefined || text === last || signal.aborted) return;
    last = text;
    await changed();
  };
  // The directory is watched, because replacing a file ends a watch on the file itself.
  watch(dirname(path), { signal }, (_event, name) => {
    if (name !== null && name !== basename(path)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(settle);
    }, SETTLE_MS);
  });
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}
