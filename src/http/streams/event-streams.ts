import type { OperationRecord } from '#src/http/contract/operation.ts';
import type { Exchange } from '#src/http/exchange/exchange.ts';
import type { RenderedReply } from '#src/http/handler/any-reply.ts';
import type { ReplyRenderer } from '#src/http/reply/render.ts';
import {
  type AnyEvent,
  EventStream,
  type StreamSettings,
  tooManyStreams,
} from '#src/http/streams/event-stream.ts';

export interface EventStreamParts {
  readonly settings: StreamSettings;
  readonly renderer: ReplyRenderer;
  /** Throws when the caller of an exchange may not go on listening: its token or session is over, or its role gone. */
  readonly identify: (exchange: Exchange) => void | Promise<void>;
}

/** A stream must not outlive its session by more than a second, and the state of a session may be half of one old. */
const RECHECK_MS = 400;

/** All open streams of this process: how many a caller has, whether it may still listen, and their end. */
export class EventStreams {
  readonly #parts: EventStreamParts;
  readonly #open = new Set<EventStream>();
  readonly #callers = new Map<string, number>();
  #rechecks: NodeJS.Timeout | undefined;

  constructor(parts: EventStreamParts) {
    this.#parts = parts;
  }

  get count(): number {
    return this.#open.size;
  }

  /** Counts a request that asks for a stream until its answer is over. Throws when its caller has too many. */
  admit(exchange: Exchange): void {
    const caller = exchange.actor?.userId ?? exchange.ip;
    const { perCaller } = this.#parts.settings;
    const held = this.#callers.get(caller) ?? 0;
    if (held >= perCaller) throw tooManyStreams(perCaller);
    this.#callers.set(caller, held + 1);
    exchange.res.once('close', () => {
      const left = (this.#callers.get(caller) ?? 1) - 1;
      if (left === 0) this.#callers.delete(caller);
      else this.#callers.set(caller, left);
    });
  }

  /** Answers with the events of a reply. Rejects when the source fails before the first byte. */
  async send(
    exchange: Exchange,
    record: OperationRecord,
    { status }: RenderedReply,
    events: AsyncIterable<AnyEvent>,
    headers: readonly string[],
  ): Promise<void> {
    exchange.stopTimer();
    const { renderer, settings } = this.#parts;
    const form = {
      data: (event: AnyEvent) => renderer.eventData(record, status, event),
      declaresError: renderer.declaresEvent(record, status, 'error'),
    };
    const stream = new EventStream(exchange, events[Symbol.asyncIterator](), form, settings);
    this.#add(exchange, stream);
    await stream.run(status, headers);
  }

  #add(exchange: Exchange, stream: EventStream): void {
    this.#open.add(stream);
    exchange.res.once('close', () => {
      this.#open.delete(stream);
      if (this.#open.size > 0) return;
      clearInterval(this.#rechecks);
      this.#rechecks = undefined;
    });
    if (this.#rechecks !== undefined) return;
    this.#rechecks = setInterval(() => {
      for (const open of this.#open) void open.recheck(this.#parts.identify);
    }, RECHECK_MS);
    this.#rechecks.unref();
  }

  /** For a server that stops: who only listens can go on elsewhere at once, what is being made is finished here. */
  moveListeners(): void {
    for (const stream of this.#open) if (stream.record?.method === 'GET') stream.moveAway();
  }
}
