import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';

/** Where Node keeps the head that `writeHead` has made, until it goes out with the first byte of the body. */
interface WithHead {
  _header?: unknown;
}

/**
 * Whether heads can be added to here. The field is not documented; where a version of Node has none, answers go out
 * in the documented way, which costs a header its checks each time and an answer a second write.
 */
export function canAddToHead(): boolean {
  const probe = new ServerResponse(new IncomingMessage(new Socket()));
  probe.writeHead(204, ['x-probe', '1']);
  const head = (probe as WithHead)._header;
  return typeof head === 'string' && head.includes('\r\nx-probe: 1\r\n') && head.endsWith('\r\n\r\n');
}

/**
 * Ends an answer whose head was made with the length of `body`. `lines` are more headers, sound and each with its line
 * break. Head and body go out as one text when they have the same bytes in every encoding.
 */
export function endAnswer(res: ServerResponse, lines: string, body: string, isAscii: boolean): void {
  const answer = res as WithHead;
  const head = `${(answer._header as string).slice(0, -2)}${lines}\r\n`;
  if (isAscii) {
    answer._header = head + body;
    res.end();
  } else {
    answer._header = head;
    res.end(body);
  }
}
