import { IncomingMessage, ServerResponse, STATUS_CODES } from 'node:http';
import { Socket } from 'node:net';

/** The internal parts of Node that make a head, and keep it until the first byte of the body is sent. */
interface WithHead {
  _header?: unknown;
  _storeHeader?: (start: string, headers: readonly string[]) => void;
}

/**
 * True when this version of Node lets us begin a head. The parts are not documented; where a version of Node has others, answers go out in
 * the documented way, which costs each header its checks each time and an answer a second write.
 */
export function canBeginHead(): boolean {
  const probe = new ServerResponse(new IncomingMessage(new Socket()));
  const { _storeHeader: store } = probe as WithHead;
  if (typeof store !== 'function') return false;
  store.call(probe, startLine(200), ['x-probe', '1']);
  const head = (probe as WithHead)._header;
  return (
    typeof head === 'string' &&
    head.startsWith('HTTP/1.1 200 OK\r\nx-probe: 1\r\n') &&
    head.endsWith('\r\n\r\n') &&
    probe.headersSent
  );
}

/** First line of an answer's head, with its line break. */
export function startLine(status: number): string {
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'unknown'}\r\n`;
}

/**
 * Sends a whole text. `start` are the first line and headers that are sound already, each with its line break; `headers`
 * are names and values in turn, with the length of `body`. Head and body go out as one text when they have the same
 * bytes in every encoding.
 */
export function sendText(
  res: ServerResponse,
  status: number,
  start: string,
  headers: readonly string[],
  body: string,
  isAscii: boolean,
): void {
  const answer = res as WithHead;
  res.statusCode = status;
  answer._storeHeader?.(start, headers);
  if (isAscii) {
    answer._header = (answer._header as string) + body;
    res.end();
  } else {
    res.end(body);
  }
}
