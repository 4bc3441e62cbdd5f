/** One event of a `text/event-stream`, its data parsed. */
export interface ReadEvent<Data = unknown> {
  readonly event: string;
  readonly data: Data;
  readonly id: string | undefined;
}

/** Reads a `text/event-stream` as a browser does, and keeps what a browser hides: comments and `retry`. */
export class EventReader<Data = unknown> implements AsyncIterable<ReadEvent<Data>> {
  readonly comments: string[] = [];
  retryMs: number | undefined;
  /** Id to resume after, as a browser would send it. */
  lastEventId: string | undefined;
  readonly #body: ReadableStreamDefaultReader<Uint8Array>;
  readonly #decoder = new TextDecoder();
  #rest = '';

  constructor(reply: Response) {
    const type = reply.headers.get('content-type') ?? '';
    if (!type.startsWith('text/event-stream') || reply.body === null)
      throw new Error(`the answer is no event stream but ${reply.status} ${type}`);
    this.#body = reply.body.getReader();
  }

  /** The next event; undefined when the server has ended the stream. Rejects when it was cut off. */
  async next(): Promise<ReadEvent<Data> | undefined> {
    for (;;) {
      const end = this.#rest.indexOf('\n\n');
      if (end < 0) {
        const { value, done } = await this.#body.read();
        if (done) return undefined;
        this.#rest += this.#decoder.decode(value, { stream: true });
        continue;
      }
      const block = this.#rest.slice(0, end);
      this.#rest = this.#rest.slice(end + 2);
      const event = this.#parse(block);
      if (event !== undefined) return event;
    }
  }

  #parse(block: string): ReadEvent<Data> | undefined {
    let name = 'message';
    let id: string | undefined;
    const data: string[] = [];
    for (const line of block.split('\n')) {
      const colon = line.indexOf(':');
      const field = colon < 0 ? line : line.slice(0, colon);
      const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
      if (field === '') this.comments.push(value);
      else if (field === 'event') name = value;
      else if (field === 'id') id = value;
      else if (field === 'retry') this.retryMs = Number(value);
      else if (field === 'data') data.push(value);
    }
    if (id !== undefined) this.lastEventId = id;
    return data.length === 0 ? undefined : { event: name, data: JSON.parse(data.join('\n')) as Data, id };
  }

  /** Every event until the stream ends. */
  async rest(): Promise<ReadEvent<Data>[]> {
    const events: ReadEvent<Data>[] = [];
    for await (const event of this) events.push(event);
    return events;
  }

  async *[Symbol.asyncIterator](): AsyncIterator<ReadEvent<Data>> {
    for (let event = await this.next(); event !== undefined; event = await this.next()) yield event;
  }

  /** Leaves, as a browser does that is closed. */
  async leave(): Promise<void> {
    await this.#body.cancel();
  }
}
