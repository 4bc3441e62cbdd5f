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
  const hex = fresh.replaceAll('-', '');
  const sent = headers['x-request-id'] ?? headers['x-correlation-id'];
  const requestId = typeof sent === 'string' && REQUEST_ID.test(sent) ? sent : fresh;
  const parent = headers.traceparent;
  const trace = typeof parent === 'string' ? TRACEPARENT.exec(parent) : null;
  const traceId = trace === null ? hex : trace[1];
  const flags = trace === null ? '00' : trace[2];
  return { requestId, traceparent: `00-${traceId}-${hex.slice(16)}-${flags}` };
}
