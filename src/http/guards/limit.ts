import { AppError } from '#src/errors.ts';
import type { OperationRecord } from '#src/http/contract/operation.ts';
import type { Exchange } from '#src/http/exchange/exchange.ts';
import { networkOf } from '#src/platform/client-address.ts';
import { andThen } from '#src/platform/promise-or-value.ts';
import type { RateLimits } from '#src/platform/rate-limits.ts';

/** Limit of operations for users that state none. Public ones without a limit are probes, which must not fail by it. */
const USER_RULE = { limit: 1_200, windowSeconds: 60, by: 'user' } as const;

/** Counts the request by the limit of its operation and throws `rate_limited` past it. */
export function limit(
  limits: RateLimits | undefined,
): (exchange: Exchange, record: OperationRecord) => void | Promise<void> {
  return (exchange, record) => {
    const rule = record.rateLimit ?? (exchange.actor === undefined ? undefined : USER_RULE);
    if (rule === undefined || limits === undefined) return;
    const user = rule.by === 'user' ? exchange.actor?.userId : undefined;
    const scope = record.rateLimit === undefined ? 'any' : record.operationId;
    return andThen(limits.take(`${scope}:${user ?? networkOf(exchange.ip)}`, rule), (state) => {
      // The default limit is too wide for clients to plan by, and its headers would be on every answer.
      if (record.rateLimit !== undefined || !state.allowed) {
        exchange.stageHeaders = [
          'ratelimit-policy',
          `"${scope}";q=${rule.limit};w=${rule.windowSeconds}`,
          'ratelimit',
          `"${scope}";r=${state.remaining};t=${state.resetSeconds}`,
        ];
      }
      if (state.allowed) return;
      const detail = `This operation takes ${rule.limit} requests in ${rule.windowSeconds} seconds.`;
      throw new AppError('rate_limited', detail, { retryAfterSeconds: state.resetSeconds });
    });
  };
}
