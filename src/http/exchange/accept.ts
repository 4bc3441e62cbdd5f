import { AppError } from '#src/errors.ts';
import type { Exchange } from '#src/http/exchange/exchange.ts';
import { parseTarget } from '#src/http/exchange/request-target.ts';

/** One name or address with an optional port. Two different ones arrive here joined by a comma. */
const HOST = /^(?:\[[0-9A-Fa-f:.]+\]|[\w.~!$&'()*+;=%-]*)(?::\d{0,5})?$/;

/** Reads the request line and refuses a request whose host or target HTTP does not permit. */
export function accept(exchange: Exchange): void {
  const { req } = exchange;
  const { host } = req.headers;
  if (host === undefined ? req.httpVersionMinor > 0 : !HOST.test(host))
    throw misdirected(exchange, 'A request must name its host once, in the Host header.');
  const target = parseTarget(req.url ?? '/');
  if (target === undefined) throw misdirected(exchange, 'The request names no target on this server.');
  exchange.target = target;
}

/** Whoever cannot say where a request goes to may not have meant this server with the next one either. */
function misdirected({ res }: Exchange, detail: string): AppError {
  res.shouldKeepAlive = false;
  return new AppError('malformed_request', detail);
}
