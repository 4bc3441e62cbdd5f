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
import { Heartbeats } from '#src/http/streams/heartbeats.ts';
import { networkOf } from '#src/platform/client-address.ts';

export interface EventStreamParts {
  readonly settings: StreamSettings;
  readonly renderer: ReplyRenderer;
  /**
   * Calls back when the caller of an exchange may not go on listening: its token or session is over, or its role gone.
   * Returns what ends the watch.
   */
  readonly watch: (exchange: Exchange, refuse: (error: unknown) => void) => () => void;
}

/** All open streams of this process: how many a caller has, whether it may still listen, and their end. */
export class EventStreams {
  readonly #parts: EventStreamParts;
  readonly #open = new Set<EventStream>();
  readonly #callers = new Map<string, number>();
  readonly #heartbeats: Heartbeats;

  constructor(parts: EventStreamParts) {
    this.#parts = parts;
    this.#heartbeats = new Heartbeats(parts.settings.heartbeatMs);
  }

  get count(): number {
    return this.#open.size;
  }

  /** Counts a request that asks for a stream until its answer is over. Throws when its caller has too many. */
  admit(exchange: Exchange): void {
    const caller = exchange.actor?.userId ?? networkOf(exchange.ip);
    const { perCaller } = this.#parts.settings;
    const held = this.#callers.get(caller) ?? 0;
    if (held >= perCaller) throw tooManyStreams(perCaller);
    this.#callers.set(caller, held + 1);
    exchange.onRelease(() => {
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
    const ends = [
      this.#heartbeats.add(() => stream.beat()),
      this.#parts.watch(exchange, (error) => stream.fail(error)),
    ];
    exchange.onRelease(() => {
      this.#open.delete(stream);
      for (const end of ends) end();
    });
  }

  /** For a server that stops: who only listens can go on elsewhere at once, what is being made is finished here. */
  moveListeners(): void {
    for (const stream of this.#open) if (stream.record?.method === 'GET') stream.moveAway();
  }
}
