import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Names of one request: the id the operator is quoted, and its place in a W3C trace. */
export interface RequestIdentity {
  readonly requestId: string;
  readonly traceparent: string;
}

const REQUEST_ID = /^[A-Za-z0-9._:@+/=-]{1,128}$/;
const TRACEPARENT = /^(?!ff)[0-9a-f]{2}-((?!0{32})[0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})(?:$|-)/;
const ID_DIGITS = 32;
const SPAN_DIGITS = 16;
const DIGITS_AT_ONCE = 98_304;

/** Names the requests of one server. */
export class RequestIdentities {
  /** Random digits in store, because asking for some at a time costs more than a request's names. */
  #digits = '';
  #used = 0;

  /** Takes well-formed ids from the request and makes the missing ones; anything else is ignored, never echoed. */
  identify(headers: IncomingHttpHeaders): RequestIdentity {
    const fresh = this.#take(ID_DIGITS);
    const span = this.#take(SPAN_DIGITS);
    const sent = headers['x-request-id'] ?? headers['x-correlation-id'];
    const requestId = typeof sent === 'string' && REQUEST_ID.test(sent) ? sent : fresh;
    const parent = headers.traceparent;
    const trace = typeof parent === 'string' ? TRACEPARENT.exec(parent) : null;
    // A request that nobody has named has one name for its log lines and its trace.
    return { requestId, traceparent: `00-${trace?.[1] ?? fresh}-${span}-${trace?.[2] ?? '00'}` };
  }

  #take(count: number): string {
    if (this.#used + count > this.#digits.length) {
      this.#digits = randomBytes(DIGITS_AT_ONCE / 2).toString('hex');
      this.#used = 0;
    }
    const digits = this.#digits.slice(this.#used, this.#used + count);
    this.#used += count;
    return digits;
  }
}
