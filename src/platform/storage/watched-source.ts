import type { Readable } from 'node:stream';

/** A source on its way into the storage: how much of it passed, and whether it was itself what failed. */
export class WatchedSource {
  #bytes = 0;
  #failure: { readonly error: unknown } | undefined;
  readonly #source: Readable;

  /** Ends the source when the signal is given, since one that sends nothing would be waited for. */
  constructor(source: Readable, signal: AbortSignal | undefined) {
    this.#source = source;
    // It may fail before it is read, such as a file that is gone; an error that nobody listens to would end the process.
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

  /** Throws the error of the source itself, which is not one of the storage. */
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
