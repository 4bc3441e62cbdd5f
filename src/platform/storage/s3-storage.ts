import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import {
  type BlobEntry,
  type BlobFacts,
  type BlobReading,
  type ByteRange,
  checkKey,
  type Storage,
  type StorageOptions,
  StorageUnavailableError,
} from '#src/platform/storage/storage.ts';
import { WatchedSource } from '#src/platform/storage/watched-source.ts';

export interface S3Settings {
  /** Undefined for AWS itself. */
  readonly endpoint: string | undefined;
  readonly region: string;
  readonly bucket: string;
  /** Undefined takes the credentials from the environment of the machine, such as its role. */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | undefined;
  /** True when the bucket is part of the path, and false when it is part of the host. */
  readonly forcePathStyle: boolean;
}

const CONNECT_MS = 3_000;
const IDLE_MS = 15_000;
const ANSWER_MS = 60_000;
/** Each attempt waits longer than the one before, with jitter. */
const ATTEMPTS = 4;
/** Memory for each blob that is being stored: size of a part times the number of concurrent parts. */
const PART_BYTES = 8 * 1024 * 1024;
const PARTS_AT_ONCE = 2;
const PAGE = 1_000;

/** Blobs in a bucket of S3, or of a server that speaks its protocol. */
export class S3Storage implements Storage {
  readonly kind = 's3';
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(settings: S3Settings) {
    this.#bucket = settings.bucket;
    this.#client = new S3Client({
      region: settings.region,
      forcePathStyle: settings.forcePathStyle,
      maxAttempts: ATTEMPTS,
      // Servers other than AWS refuse the checksums that the client would add to a stream.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: {
        connectionTimeout: CONNECT_MS,
        socketTimeout: IDLE_MS,
        requestTimeout: ANSWER_MS,
        throwOnRequestTimeout: true,
      },
      ...(settings.endpoint === undefined ? {} : { endpoint: settings.endpoint }),
      ...(settings.credentials === undefined ? {} : { credentials: settings.credentials }),
    });
  }

  async put(key: string, source: Readable, options: StorageOptions = {}): Promise<{ bytes: number }> {
    checkKey(key);
    const watched = new WatchedSource(source, options.signal);
    const upload = new Upload({
      client: this.#client,
      params: {
        Bucket: this.#bucket,
        Key: key,
        Body: Readable.from(watched.chunks(), { objectMode: false }),
      },
      partSize: PART_BYTES,
      queueSize: PARTS_AT_ONCE,
      leavePartsOnError: false,
    });
    try {
      await upload.done();
      return { bytes: watched.bytes };
    } catch (error) {
      source.destroy();
      options.signal?.throwIfAborted();
      watched.throwIfFailed();
      throw unavailable(error);
    }
  }

  putFile(key: string, path: string, options?: StorageOptions): Promise<{ bytes: number }> {
    return this.put(key, createReadStream(path), options);
  }

  async read(key: string, range?: ByteRange, options: StorageOptions = {}): Promise<BlobReading | undefined> {
    checkKey(key);
    const command = new GetObjectCommand({
      Bucket: this.#bucket,
      Key: key,
      ...(range === undefined ? {} : { Range: `bytes=${range.start}-${range.end}` }),
    });
    const answer = await this.#ask(() =>
      this.#client.send(command, options.signal === undefined ? {} : { abortSignal: options.signal }),
    );
    if (answer === undefined) return undefined;
    const whole = Number(answer.ContentRange?.split('/')[1] ?? answer.ContentLength);
    const stream = answer.Body as Readable;
    if (range !== undefined && answer.ContentLength !== range.end - range.start + 1) {
      stream.destroy();
      throw new RangeError('The range does not lie in the blob.');
    }
    return { bytes: whole, stream };
  }

  async stat(key: string): Promise<BlobFacts | undefined> {
    checkKey(key);
    const command = new HeadObjectCommand({ Bucket: this.#bucket, Key: key });
    const answer = await this.#ask(() => this.#client.send(command));
    return answer === undefined
      ? undefined
      : { bytes: answer.ContentLength ?? 0, modifiedAt: answer.LastModified ?? new Date(0) };
  }

  async delete(key: string): Promise<void> {
    checkKey(key);
    const command = new DeleteObjectCommand({ Bucket: this.#bucket, Key: key });
    await this.#ask(() => this.#client.send(command));
  }

  async *list(prefix: string): AsyncIterable<BlobEntry> {
    try {
      const pages = paginateListObjectsV2(
        { client: this.#client, pageSize: PAGE },
        { Bucket: this.#bucket, Prefix: prefix },
      );
      for await (const { Contents } of pages) {
        for (const { Key, Size, LastModified } of Contents ?? [])
          if (Key !== undefined)
            yield { key: Key, bytes: Size ?? 0, modifiedAt: LastModified ?? new Date(0) };
      }
    } catch (error) {
      throw unavailable(error);
    }
  }

  async ping(): Promise<void> {
    const answer = await this.#ask(() => this.#client.send(new HeadBucketCommand({ Bucket: this.#bucket })));
    if (answer === undefined) throw unavailable(new Error('The bucket does not exist.'));
  }

  async sweepUnfinished(olderThanMs: number): Promise<number> {
    const listing = new ListMultipartUploadsCommand({ Bucket: this.#bucket, MaxUploads: PAGE });
    const answer = await this.#ask(() => this.#client.send(listing));
    const old = (answer?.Uploads ?? []).filter(
      ({ Initiated }) => Initiated !== undefined && Date.now() - Initiated.getTime() >= olderThanMs,
    );
    for (const { Key, UploadId } of old) {
      const command = new AbortMultipartUploadCommand({ Bucket: this.#bucket, Key, UploadId });
      await this.#ask(() => this.#client.send(command));
    }
    return old.length;
  }

  async close(): Promise<void> {
    this.#client.destroy();
  }

  /** Undefined when there is no such blob. Throws `RangeError` for a range outside of it. */
  async #ask<T>(send: () => Promise<T>): Promise<T | undefined> {
    try {
      return await send();
    } catch (error) {
      const status = statusOf(error);
      if (status === 404 && !isMissingBucket(error)) return undefined;
      if (status === 416) throw new RangeError('The range does not lie in the blob.', { cause: error });
      throw unavailable(error);
    }
  }
}

function statusOf(error: unknown): number | undefined {
  return (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
}

function isMissingBucket(error: unknown): boolean {
  return error instanceof Error && error.name === 'NoSuchBucket';
}

function unavailable(cause: unknown): StorageUnavailableError {
  return new StorageUnavailableError('The bucket of the blobs does not answer as it should.', { cause });
}
