import type { Readable } from 'node:stream';

/** A source that is being stored: counts its bytes, and remembers whether it failed itself. */
export class WatchedSource {
  #bytes = 0;
  #failure: { readonly error: unknown } | undefined;
  readonly #source: Readable;

  /** Ends the source when the signal is aborted, since a source that sends nothing would block. */
  constructor(source: Readable, signal: AbortSignal | undefined) {
    this.#source = source;
    // The source can fail before it is read, and an unhandled error event would end the process.
    source.once('error', (error) => {
      this.#failure ??= { error };
    });
    if (signal === undefined) return;
    const end = (): void => void source.destroy(new Error('The writer gave up.'));
    if (signal.aborted) end();
    signal.addEventListener('abort', end, { once: true });
    source.once('close', () => signal.removeEventListener('abort', end));
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** The error of the source itself, which is no error of the storage. */
  get failure(): unknown {
    return this.#failure?.error;
  }

  /** Throws the error of the source itself, which is no error of the storage. */
  throwIfFailed(): void {
    if (this.#failure !== undefined) throw this.#failure.error;
  }

  async *chunks(): AsyncGenerator<Buffer> {
    try {
      for await (const chunk of this.#source as AsyncIterable<Buffer>) {
        this.#bytes += chunk.length;
        yield chunk;
      }
    } catch (error) {
      this.#failure ??= { error };
      throw error;
    }
  }
}
