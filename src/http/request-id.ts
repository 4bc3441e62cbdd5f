import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Names of one request: the id the operator is quoted, and its place in a W3C trace. */
export interface RequestIdentity {
  readonly requestId: string;
  readonly traceparent: string;
}

const REQUEST_ID = /^[A-Za-z0-9._:@+/=-]{1,128}$/;
const TRACEPARENT = /^(?!ff)[0-9a-f]{2}-((?!0{32})[0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})(?:$|-)/;

/** Takes well-formed ids from the request and makes the missing ones; anything else is ignored, never echoed. */
export function identify(headers: IncomingHttpHeaders): RequestIdentity {
  const fresh = randomUUID();
  const sent = headers['x-request-id'] ?? headers['x-correlation-id'];
  const requestId = typeof sent === 'string' && REQUEST_ID.test(sent) ? sent : fresh;
  const parent = headers.traceparent;
  const trace = typeof parent === 'string' ? TRACEPARENT.exec(parent) : null;
  // The last two groups of a UUID have no fixed digits but the variant's, so they name the span.
  const span = fresh.slice(19, 23) + fresh.slice(24);
  if (trace !== null) return { requestId, traceparent: `00-${trace[1]}-${span}-${trace[2]}` };
  const traceId = fresh.slice(0, 8) + fresh.slice(9, 13) + fresh.slice(14, 18) + span;
  return { requestId, traceparent: `00-${traceId}-${span}-00` };
}
