import type { Exchange } from '#src/http/exchange/exchange.ts';
import { EVENT_STREAM } from '#src/http/streams/event-stream.ts';
import type { EventStreams } from '#src/http/streams/event-streams.ts';

/** Counts a request for an event stream until its answer is over. Throws when its caller has too many open. */
export function admit(streams: EventStreams): (exchange: Exchange) => void {
  return (exchange) => {
    if (exchange.replyType === EVENT_STREAM && exchange.method !== 'HEAD') streams.admit(exchange);
  };
}
