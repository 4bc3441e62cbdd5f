import type { OperationRecord } from '#src/http/contract/operation.ts';
import type { Answer, Next } from '#src/http/dispatch/stage.ts';
import type { Exchange } from '#src/http/exchange/exchange.ts';
import { readIfMatch } from '#src/http/handler/version-tag.ts';

/** True for an operation that takes `If-Match`. */
export function isConditional({ headerParameters }: OperationRecord): boolean {
  return headerParameters.some(({ name }) => name === 'if-match');
}

/** Refuses a condition that cannot be read, alike for every operation that takes one. */
export function condition(
  exchange: Exchange,
  _record: OperationRecord,
  next: Next,
): Answer | Promise<Answer> {
  const sent = exchange.req.headers['if-match'];
  if (sent !== undefined) readIfMatch(sent);
  return next();
}
