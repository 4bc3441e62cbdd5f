import type { Storage } from '#src/platform/storage/storage.ts';

export interface OrphanSweep {
  readonly storage: Storage;
  readonly prefix: string;
  /** Younger blobs are kept, because the row that names them may not be committed yet. */
  readonly olderThanMs: number;
  /** Returns those of the keys that a row names. */
  isKnown(keys: readonly string[]): Promise<ReadonlySet<string>>;
  readonly signal?: AbortSignal;
}

const BATCH = 500;

/** Deletes blobs without a row, such as those of uploads that failed before their commit. Resolves to their number. */
export async function sweepOrphans(sweep: OrphanSweep): Promise<number> {
  let deleted = 0;
  let batch: string[] = [];
  const settle = async (): Promise<void> => {
    const known = await sweep.isKnown(batch);
    for (const key of batch) {
      if (known.has(key)) continue;
      await sweep.storage.delete(key);
      deleted++;
    }
    batch = [];
  };
  for await (const { key, modifiedAt } of sweep.storage.list(sweep.prefix)) {
    sweep.signal?.throwIfAborted();
    if (Date.now() - modifiedAt.getTime() < sweep.olderThanMs) continue;
    batch.push(key);
    if (batch.length === BATCH) await settle();
  }
  if (batch.length > 0) await settle();
  return deleted;
}
