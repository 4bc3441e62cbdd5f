import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { StreamEvent } from '#src/http/handler-types.ts';

const HEARTBEAT_MS = 15_000;
const HEARTBEAT = ': keep-alive\n\n';

/** One event in the wire form of server-sent events; line breaks in JSON are escaped, so one data line is enough. */
export function formatEvent(event: StreamEvent<string, unknown>): string {
  const id = event.id === undefined ? '' : `id: ${event.id}\n`;
  return `${id}event: ${event.event}\ndata: ${JSON.stringify(event.data)}\n\n`;
}

/** Sends events as they come, waits for a slow client, and stops the source when the client leaves. */
export async function writeEvents(
  res: ServerResponse,
  events: AsyncIterable<StreamEvent<string, unknown>>,
): Promise<void> {
  const left = new AbortController();
  const iterator = events[Symbol.asyncIterator]();
  res.once('close', () => {
    left.abort();
    void iterator.return?.();
  });
  const heartbeat = setInterval(() => res.write(HEARTBEAT), HEARTBEAT_MS);
  heartbeat.unref();
  try {
    res.flushHeaders();
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
      if (left.signal.aborted) return;
      if (!res.write(formatEvent(next.value))) await once(res, 'drain', { signal: left.signal });
    }
    res.end();
  } catch (error) {
    if (!left.signal.aborted) throw error;
  } finally {
    clearInterval(heartbeat);
  }
}
