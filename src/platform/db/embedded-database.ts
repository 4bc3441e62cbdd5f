import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { lockFolder } from '#src/platform/db/embedded-lock.ts';
import { EmbeddedBackend } from '#src/platform/db/embedded-stream.ts';
import { DatabaseUnavailableError } from '#src/platform/db/errors.ts';
import type { Log } from '#src/platform/log.ts';

export interface EmbeddedDatabase {
  readonly backend: EmbeddedBackend;
  close(): Promise<void>;
}

export interface EmbeddedSettings {
  /** Folder of the data; undefined keeps everything in memory. */
  readonly directory: string | undefined;
  /**
   * What a new database begins as: a folder for one in a folder, a packed file for one in memory. Undefined takes the
   * one that the build puts beside the program. Where there is none, one is made from nothing, which takes seconds.
   */
  readonly template: string | undefined;
  readonly log: Log;
}

interface WorkerMessage {
  readonly id?: number;
  readonly answer?: Uint8Array;
  readonly failure?: string;
  readonly ready?: true;
  readonly notice?: string;
  readonly fatal?: string;
}

interface Pending {
  resolve(answer: Uint8Array): void;
  reject(error: Error): void;
}

/** Starts PGlite in a worker on a folder that only this process and this user can read. */
export async function openEmbedded(settings: EmbeddedSettings): Promise<EmbeddedDatabase> {
  const { directory } = settings;
  const release = directory === undefined ? () => undefined : claim(directory);
  const worker = new Worker(new URL('./embedded-worker.mjs', import.meta.url), {
    workerData: {
      directory: directory === undefined ? undefined : join(directory, 'db'),
      template: settings.template ?? fileURLToPath(new URL('./embedded-template', import.meta.url)),
    },
    execArgv: [],
  });
  const pending = new Map<number, Pending>();
  const failAll = (error: Error): void => {
    for (const { reject } of pending.values()) reject(error);
    pending.clear();
  };
  try {
    await ready(worker, pending, settings.log);
  } catch (error) {
    // The lock of the folder is released only when the worker cannot write any more.
    await worker.terminate();
    release();
    throw error;
  }
  let stopped = false;
  const stop = (cause?: Error): void => {
    stopped = true;
    failAll(stoppedError(cause));
  };
  worker.on('error', stop);
  worker.on('exit', () => stop());
  worker.unref();
  let lastId = 0;
  const ask = (message: object): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      if (stopped) {
        reject(stoppedError());
        return;
      }
      const id = ++lastId;
      pending.set(id, { resolve, reject });
      worker.ref();
      worker.postMessage({ id, ...message });
    });
  const settle = (): void => {
    if (pending.size === 0) worker.unref();
  };
  return {
    backend: new EmbeddedBackend((batch) => ask({ batch }).finally(settle)),
    async close() {
      try {
        if (!stopped) await ask({ close: true });
      } finally {
        await worker.terminate();
        release();
      }
    },
  };
}

function stoppedError(cause?: Error): DatabaseUnavailableError {
  return new DatabaseUnavailableError('The embedded database has stopped.', { cause });
}

function claim(directory: string): () => void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  chmodSync(directory, 0o700);
  return lockFolder(join(directory, 'db.lock'));
}

function ready(worker: Worker, pending: Map<number, Pending>, log: Log): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The embedded database stopped while it started.')));
    worker.on('message', ({ id, answer, failure, ready, notice, fatal }: WorkerMessage) => {
      if (notice !== undefined) log.info({}, notice);
      if (ready) resolve();
      if (fatal !== undefined) reject(new Error(`The embedded database does not start: ${fatal}`));
      if (id === undefined) return;
      const waiting = pending.get(id);
      pending.delete(id);
      if (failure === undefined) waiting?.resolve(answer ?? new Uint8Array());
      else waiting?.reject(new Error(failure));
    });
  });
}
