import type { Readable } from 'node:stream';
import type { Metrics, Timer } from '#src/platform/metrics.ts';
import type {
  BlobEntry,
  BlobFacts,
  BlobReading,
  ByteRange,
  Storage,
  StorageOptions,
} from '#src/platform/storage/storage.ts';

/** Opens its storage at the first call, and measures every call. */
export class LazyStorage implements Storage {
  readonly kind: Storage['kind'];
  readonly #open: () => Promise<Storage>;
  readonly #time: Timer;
  #opened: Promise<Storage> | undefined;

  constructor(kind: Storage['kind'], open: () => Promise<Storage>, metrics: Metrics) {
    this.kind = kind;
    this.#open = open;
    this.#time = metrics.timer(
      'storage_operation_duration_seconds',
      'Time of one operation on the blobs; of a reading, until its first byte can come.',
      ['operation', 'outcome'],
    );
  }

  put(key: string, source: Readable, options?: StorageOptions): Promise<{ bytes: number }> {
    return this.#run('put', (storage) => storage.put(key, source, options));
  }

  putFile(key: string, path: string, options?: StorageOptions): Promise<{ bytes: number }> {
    return this.#run('put', (storage) => storage.putFile(key, path, options));
  }

  read(key: string, range?: ByteRange, options?: StorageOptions): Promise<BlobReading | undefined> {
    return this.#run('read', (storage) => storage.read(key, range, options));
  }

  stat(key: string): Promise<BlobFacts | undefined> {
    return this.#run('stat', (storage) => storage.stat(key));
  }

  delete(key: string): Promise<void> {
    return this.#run('delete', (storage) => storage.delete(key));
  }

  async *list(prefix: string): AsyncIterable<BlobEntry> {
    const storage = await this.#storage();
    yield* storage.list(prefix);
  }

  ping(): Promise<void> {
    return this.#run('ping', (storage) => storage.ping());
  }

  sweepUnfinished(olderThanMs: number): Promise<number> {
    return this.#run('sweep', (storage) => storage.sweepUnfinished(olderThanMs));
  }

  async close(): Promise<void> {
    const opened = await this.#opened;
    await opened?.close();
  }

  #storage(): Promise<Storage> {
    this.#opened ??= this.#open();
    return this.#opened;
  }

  async #run<T>(operation: string, work: (storage: Storage) => Promise<T>): Promise<T> {
    const startedAt = performance.now();
    let outcome = 'failed';
    try {
      const result = await work(await this.#storage());
      outcome = 'ok';
      return result;
    } finally {
      this.#time([operation, outcome], (performance.now() - startedAt) / 1000);
    }
  }
}
