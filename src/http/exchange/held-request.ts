import { IncomingMessage } from 'node:http';

/** The waiting reader of a whole body. */
interface Collector {
  /** Most bytes that it takes. */
  readonly limit: number;
  resolve(body: Buffer): void;
  reject(cause: BodyFailure): void;
}

/** Why a body did not come to its end: more bytes than were allowed, or the client left. */
export class BodyFailure extends Error {
  override readonly name = 'BodyFailure';
  readonly fault: 'too large' | 'broken off';

  constructor(fault: BodyFailure['fault'], cause?: unknown) {
    super(`The body is ${fault}.`, { cause });
    this.fault = fault;
  }
}

const NOTHING = Buffer.alloc(0);

/**
 * A request whose body is handed on as it arrives. Reading a stream costs more than a small request does, so chunks are
 * only held, and become a stream when somebody reads one: every way to do so goes through `_read`.
 */
export class HeldRequest extends IncomingMessage {
  #chunks: Buffer[] = [];
  #held = 0;
  #ended = false;
  /** `stream` once somebody reads it as one, `dropped` once nobody will. */
  #use: 'held' | 'stream' | 'dropped' = 'held';
  #collector: Collector | undefined;
  /** Called when the connection is lost, also while the answer still waits for earlier ones. */
  onLost: (() => void) | undefined;

  /**
   * The whole body. Rejects with a `BodyFailure` past `limit` bytes, whose rest is dropped, and when the client breaks
   * off. May be called once, and not beside reading the stream.
   */
  whole(limit: number): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      if (this.#use === 'stream') throw new Error('The body is read as a stream already.');
      this.#collector = { limit, resolve, reject };
      if (this.destroyed) this.#fail(new BodyFailure('broken off', this.errored ?? undefined));
      else if (this.#held > limit) this.#refuse();
      else if (this.#ended) this.#finish();
      else this.#goOn();
    });
  }

  /** The rest of the body cannot be read. False when nobody waits for it as a whole. */
  breakOff(): boolean {
    if (this.#collector === undefined) return false;
    this.#fail(new BodyFailure('broken off'));
    return true;
  }

  /** Called by Node's parser for each chunk, and with null at the end. False asks it to wait. */
  override push(chunk: Buffer | null, encoding?: BufferEncoding): boolean {
    if (this.#use === 'stream') return super.push(chunk, encoding);
    if (chunk === null) {
      this.#ended = true;
      this.#finish();
      return false;
    }
    if (this.#use === 'dropped') return true;
    this.#chunks.push(chunk);
    this.#held += chunk.length;
    if (this.#collector === undefined) return this.#held < this.readableHighWaterMark;
    if (this.#held > this.#collector.limit) this.#refuse();
    return true;
  }

  /**
   * Makes it an ordinary stream, as everything that reads one does by itself. Express has to be given one: it takes the
   * methods of this class away.
   */
  becomeStream(): void {
    if (this.#use === 'stream') return;
    this.#use = 'stream';
    // Express takes the methods of this class away, and with them the notice of a lost connection.
    this.once('close', () => this.#tellLost());
    for (const chunk of this.#chunks) super.push(chunk);
    if (this.#ended) super.push(null);
    this.#chunks = [];
  }

  override _read(size: number): void {
    this.becomeStream();
    super._read(size);
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#fail(new BodyFailure('broken off', error ?? undefined));
    super._destroy(error, done);
    this.#tellLost();
  }

  /** Called by Node once the answer is out, where nobody has read the stream. A version without it drops by reading. */
  _dump(): void {
    this.#drop();
  }

  #tellLost(): void {
    if (this.socket.destroyed) this.onLost?.();
  }

  #finish(): void {
    const collector = this.#collector;
    if (collector === undefined) return;
    this.#collector = undefined;
    const [first, second] = this.#chunks;
    const body = second === undefined ? (first ?? NOTHING) : Buffer.concat(this.#chunks, this.#held);
    this.#chunks = [];
    collector.resolve(body);
  }

  #refuse(): void {
    this.#fail(new BodyFailure('too large'));
    this.#drop();
  }

  #fail(cause: BodyFailure): void {
    const collector = this.#collector;
    this.#collector = undefined;
    collector?.reject(cause);
  }

  #drop(): void {
    if (this.#use === 'stream') return;
    this.#use = 'dropped';
    this.#chunks = [];
    if (!this.#ended) this.#goOn();
  }

  /** Held chunks may have stopped the socket. */
  #goOn(): void {
    super._read(this.readableHighWaterMark);
  }
}
