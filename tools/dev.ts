import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, watch } from 'node:fs';
import { join } from 'node:path';

/** Regenerates on a save of the contract and restarts the server on a change of anything it is made of. */

/** A save comes as several events, and codegen writes several files. */
const SETTLE_MS = 80;

const start = (...words: string[]): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', ...words], { stdio: 'inherit' });

const codegen = start('codegen/main.ts', '--watch');
let server = start('src/main.ts');
let restarting = false;
let changed = false;
let stopping = false;

const isRunning = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode === null && signalCode === null;

async function restart(): Promise<void> {
  changed = true;
  if (restarting || stopping) return;
  restarting = true;
  // What changes while the server goes down is in the next one already.
  while (changed) {
    if (isRunning(server)) {
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
    changed = false;
    // A server that began now would outlive this process.
    if (stopping) return;
    console.log('dev      starting the server');
    server = start('src/main.ts');
  }
  restarting = false;
}

let settled: NodeJS.Timeout | undefined;
const watched = new Set<string>();

/** Each folder by itself: Node's recursive watch follows files, and loses one that is replaced. */
function watchFolders(): void {
  for (const root of ['src', 'handlers']) {
    const below = readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name));
    for (const folder of [root, ...below]) {
      if (watched.has(folder)) continue;
      watched.add(folder);
      watch(folder, () => {
        clearTimeout(settled);
        settled = setTimeout(changeSeen, SETTLE_MS);
      }).on('error', () => watched.delete(folder));
    }
  }
}

function changeSeen(): void {
  watchFolders();
  void restart();
}

watchFolders();

async function stop(): Promise<void> {
  stopping = true;
  clearTimeout(settled);
  const running = [codegen, server].filter(isRunning);
  const gone = running.map((child) => once(child, 'exit'));
  for (const child of running) child.kill('SIGTERM');
  await Promise.all(gone);
  process.exit();
}

process.once('SIGINT', stop);
process.once('SIGTERM', stop);
codegen.once('exit', stop);
