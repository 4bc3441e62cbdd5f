import { Duplex } from 'node:stream';

/** Runs one batch of protocol messages on the embedded backend and returns its answer. */
export type RunBatch = (batch: Uint8Array) => Promise<Uint8Array>;

const SSL_REQUEST = 80_877_103;
const CANCEL_REQUEST = 80_877_102;
/** Query, Sync, Flush, CopyDone, CopyFail, PasswordMessage: messages that the server answers. */
const ENDS_BATCH: ReadonlySet<string> = new Set(['Q', 'S', 'H', 'c', 'f', 'p']);
const IDLE = 'I';
/** PGlite has no clocks, so what ends a transaction that is left open on a server has to be done here. */
const IDLE_IN_TRANSACTION_MS = 5_000;

/** A transaction was left open for too long, and others need the backend. */
class IdleInTransactionError extends Error {
  override readonly name = 'IdleInTransactionError';
  /** As PostgreSQL has it for this. */
  readonly code = '25P03';
}

/** Gives the only backend to one connection at a time: another one waits while a transaction is open. */
export class EmbeddedBackend {
  readonly run: RunBatch;
  readonly #idleMs: number;
  #owner: EmbeddedStream | undefined;
  #idle: NodeJS.Timeout | undefined;
  readonly #waiting: { readonly stream: EmbeddedStream; readonly enter: () => void }[] = [];

  constructor(run: RunBatch, idleMs = IDLE_IN_TRANSACTION_MS) {
    this.run = run;
    this.#idleMs = idleMs;
  }

  connect(): EmbeddedStream {
    return new EmbeddedStream(this);
  }

  acquire(stream: EmbeddedStream): Promise<void> {
    if (this.#owner === stream) {
      clearTimeout(this.#idle);
      return Promise.resolve();
    }
    if (this.#owner === undefined && this.#waiting.length === 0) {
      this.#owner = stream;
      return Promise.resolve();
    }
    return new Promise((enter) => this.#waiting.push({ stream, enter }));
  }

  /** The owner keeps the backend for the rest of its transaction, if it goes on with it. */
  keep(stream: EmbeddedStream): void {
    if (this.#owner !== stream) return;
    clearTimeout(this.#idle);
    const message = 'The transaction was left open for too long and has been undone.';
    this.#idle = setTimeout(() => stream.destroy(new IdleInTransactionError(message)), this.#idleMs);
    this.#idle.unref();
  }

  release(stream: EmbeddedStream): void {
    if (this.#owner !== stream) return;
    clearTimeout(this.#idle);
    const next = this.#waiting.shift();
    this.#owner = next?.stream;
    next?.enter();
  }
}

/** A connection of the pg driver that goes to the embedded backend instead of a socket. */
export class EmbeddedStream extends Duplex {
  readonly #backend: EmbeddedBackend;
  #received: Buffer = Buffer.alloc(0);
  #batch: Buffer[] = [];
  #work: Promise<void> = Promise.resolve();
  #started = false;
  #over = false;
  #transaction = IDLE;

  constructor(backend: EmbeddedBackend) {
    super({ allowHalfOpen: false });
    this.#backend = backend;
  }

  /** The parts of a socket that the driver uses. */
  connect(): this {
    process.nextTick(() => this.emit('connect'));
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.#receive(chunk);
    done();
  }

  override _writev(chunks: { chunk: Buffer }[], done: () => void): void {
    this.#receive(Buffer.concat(chunks.map(({ chunk }) => chunk)));
    done();
  }

  override _final(done: () => void): void {
    this.#work = this.#work.then(() => this.#finish());
    this.#work.then(done, done);
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#work.then(() => this.#finish()).catch(() => undefined);
    done(error);
  }

  #receive(chunk: Buffer): void {
    this.#received = this.#received.length > 0 ? Buffer.concat([this.#received, chunk]) : chunk;
    while (this.#started ? this.#takeMessage() : this.#takeStart());
  }

  /** Messages before the start of a session have no type byte. */
  #takeStart(): boolean {
    if (this.#received.length < 8) return false;
    const length = this.#received.readInt32BE(0);
    if (this.#received.length < length) return false;
    const message = this.#received.subarray(0, length);
    this.#received = this.#received.subarray(length);
    const code = message.readInt32BE(4);
    if (code === SSL_REQUEST) {
      this.push('N');
    } else if (code === CANCEL_REQUEST) {
      this.destroy();
      return false;
    } else {
      this.#started = true;
      this.#enqueue(message);
    }
    return true;
  }

  #takeMessage(): boolean {
    if (this.#received.length < 5) return false;
    const length = 1 + this.#received.readInt32BE(1);
    if (this.#received.length < length) return false;
    const message = this.#received.subarray(0, length);
    this.#received = this.#received.subarray(length);
    const type = String.fromCharCode(message.readUInt8(0));
    if (type === 'X') {
      this.#work = this.#work.then(() => this.#finish());
      return true;
    }
    this.#batch.push(message);
    if (ENDS_BATCH.has(type)) {
      this.#enqueue(Buffer.concat(this.#batch));
      this.#batch = [];
    }
    return true;
  }

  /** The whole batch up to Sync runs at once, so that no other connection can interleave. */
  #enqueue(batch: Buffer): void {
    this.#work = this.#work.then(async () => {
      if (this.#over) return;
      await this.#backend.acquire(this);
      try {
        // A statement that was given up while it waited is not run for nobody.
        if (this.#over || this.destroyed) return;
        const answer = Buffer.from(await this.#backend.run(new Uint8Array(batch)));
        this.#transaction = transactionState(answer) ?? this.#transaction;
        this.push(answer);
      } catch (error) {
        this.destroy(error as Error);
      } finally {
        if (this.#over || this.#transaction === IDLE) this.#backend.release(this);
        else this.#backend.keep(this);
      }
    });
  }

  /** Rolls back the transaction of a connection that ends inside of it. */
  async #finish(): Promise<void> {
    if (this.#over) return;
    this.#over = true;
    try {
      if (this.#transaction !== IDLE) await this.#backend.run(queryMessage('ROLLBACK'));
    } finally {
      this.#backend.release(this);
      if (!this.destroyed) this.push(null);
    }
  }
}

function queryMessage(text: string): Uint8Array {
  const body = Buffer.from(`${text}\0`);
  const head = Buffer.alloc(5);
  head.write('Q', 0);
  head.writeInt32BE(body.length + 4, 1);
  return new Uint8Array(Buffer.concat([head, body]));
}

/** Transaction state of the last ReadyForQuery in an answer. */
function transactionState(answer: Buffer): string | undefined {
  let state: string | undefined;
  for (let at = 0; at + 5 <= answer.length; at += 1 + answer.readInt32BE(at + 1)) {
    if (answer[at] === 0x5a) state = String.fromCharCode(answer.readUInt8(at + 5));
  }
  return state;
}
