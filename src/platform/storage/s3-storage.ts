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
/** Each attempt waits longer than the one before, with jitter. A bucket that hangs gets only one. */
const ATTEMPTS = 4;
/** Longest wait for the clearing up after an upload that failed. */
const FORGET_MS = 3_000;
/** Longest time of a check, of which one runs at a time. */
const PING_MS = 5_000;
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
    // Behind the client's own repetition, so once for each attempt.
    this.#client.middlewareStack.add((next) => (request) => next(request).catch(endWhenHung), {
      step: 'finalizeRequest',
      priority: 'low',
    });
  }

  async put(key: string, source: Readable, options: StorageOptions = {}): Promise<{ bytes: number }> {
    checkKey(key);
    const watched = new WatchedSource(source, options.signal);
    const sending = new Sending(this.#client, options.signal);
    const upload = new Upload({
      client: sending.client,
      abortController: sending.giveUp,
      params: {
        Bucket: this.#bucket,
        Key: key,
        Body: Readable.from(watched.chunks(), { objectMode: false }),
      },
      partSize: PART_BYTES,
      queueSize: PARTS_AT_ONCE,
      // It would throw the failure of its clearing up in the place of what happened.
      leavePartsOnError: true,
    });
    try {
      await upload.done();
      return { bytes: watched.bytes };
    } catch (error) {
      const failure = options.signal?.aborted
        ? options.signal.reason
        : (watched.failure ?? unavailable(sending.failure ?? error));
      source.destroy();
      await this.#forget(key, upload.uploadId);
      throw failure;
    } finally {
      sending.end();
    }
  }

  /**
   * Removes what is left of an upload that failed: its parts, or the blob, of which nobody knows whether the bucket took
   * it. What cannot be removed now is swept later.
   */
  async #forget(key: string, uploadId: string | undefined): Promise<void> {
    const place = { Bucket: this.#bucket, Key: key };
    const limit = { abortSignal: AbortSignal.timeout(FORGET_MS) };
    const removed =
      uploadId === undefined
        ? this.#client.send(new DeleteObjectCommand(place), limit)
        : this.#client.send(new AbortMultipartUploadCommand({ ...place, UploadId: uploadId }), limit);
    await removed.catch(() => undefined);
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
    const limit = { abortSignal: AbortSignal.timeout(PING_MS) };
    const command = new HeadBucketCommand({ Bucket: this.#bucket });
    const answer = await this.#ask(() => this.#client.send(command, limit));
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

/**
 * Gives a request that had no answer in time no further attempt. The client would take it for a blip and make four of
 * them, so that a bucket that hangs would cost a minute and more.
 */
function endWhenHung(error: unknown): never {
  if (!(error instanceof Error && error.name === 'TimeoutError')) throw error;
  // Not as its cause, in which the client would look for a reason to try again.
  throw new StorageUnavailableError(`The bucket of the blobs did not answer in time: ${error.message}`);
}

/** What one upload sends: the first failure ends the rest of it, and is what is told. */
class Sending {
  readonly giveUp = new AbortController();
  readonly client: S3Client;
  failure: unknown;
  readonly #signal: AbortSignal | undefined;
  readonly #end = (): void => this.giveUp.abort();

  constructor(client: S3Client, signal: AbortSignal | undefined) {
    this.#signal = signal;
    const send = (command: Parameters<S3Client['send']>[0]): Promise<unknown> =>
      client.send(command, { abortSignal: this.giveUp.signal }).catch((error: unknown) => {
        this.failure ??= error;
        this.giveUp.abort();
        throw error;
      });
    // The upload asks for the settings of its client and lets it send, without a signal of its own.
    this.client = Object.create(client, { send: { value: send } });
    if (signal?.aborted) this.giveUp.abort();
    signal?.addEventListener('abort', this.#end, { once: true });
  }

  end(): void {
    this.#signal?.removeEventListener('abort', this.#end);
  }
}

function statusOf(error: unknown): number | undefined {
  return (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
}

function isMissingBucket(error: unknown): boolean {
  return error instanceof Error && error.name === 'NoSuchBucket';
}

function unavailable(cause: unknown): StorageUnavailableError {
  if (cause instanceof StorageUnavailableError) return cause;
  return new StorageUnavailableError('The bucket of the blobs does not answer as it should.', { cause });
}
