import type { Metrics } from '#src/platform/metrics.ts';
import { DiskStorage } from '#src/platform/storage/disk-storage.ts';
import { LazyStorage } from '#src/platform/storage/lazy-storage.ts';
import type { S3Settings } from '#src/platform/storage/s3-storage.ts';
import type { Storage } from '#src/platform/storage/storage.ts';

export interface StorageSettings {
  /** Folder of the blobs when they are not in S3. */
  readonly directory: string;
  readonly s3: S3Settings | undefined;
}

/** Opens the configured storage. The S3 client takes a third of a second to load, so it is loaded at its first use. */
export function openStorage(settings: StorageSettings, metrics: Metrics): Storage {
  const { directory, s3 } = settings;
  if (s3 === undefined) return new LazyStorage('disk', async () => new DiskStorage(directory), metrics);
  const open = async (): Promise<Storage> => {
    const { S3Storage } = await import('#src/platform/storage/s3-storage.ts');
    return new S3Storage(s3);
  };
  return new LazyStorage('s3', open, metrics);
}
