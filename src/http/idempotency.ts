import { createHash } from 'node:crypto';
import { AppError } from '#src/errors.ts';
import type { Exchange } from '#src/http/exchange.ts';
import type { OperationRecord } from '#src/http/operation.ts';
import type { RenderedReply } from '#src/http/reply.ts';
import type { IdempotencyStore } from '#src/platform/idempotency-store.ts';

/** Makes a creation happen once for each key, whichever replica gets the retry. */
export interface Idempotency {
  run(
    exchange: Exchange,
    record: OperationRecord,
    produce: () => Promise<RenderedReply>,
  ): Promise<RenderedReply>;
}

/** Owner of the keys of callers who have no account yet. */
const ANONYMOUS = '00000000-0000-0000-0000-000000000000';

/** Keeps rendered replies in the store, in the transaction of the creation itself. */
export function createIdempotency(store: IdempotencyStore): Idempotency {
  return {
    async run(exchange, record, produce) {
      const outcome = await store.once(
        {
          userId: exchange.actor?.userId ?? ANONYMOUS,
          operationId: record.operationId,
          key: String(exchange.req.headers['idempotency-key']),
          fingerprint: fingerprintOf(exchange),
        },
        async () => {
          const { status, headers, body } = await produce();
          if (body !== undefined && typeof body !== 'string')
            throw new Error('A stored reply has to be text.');
          return { status, headers: [...headers], body: body ?? '' };
        },
      );
      if (outcome.kind === 'reused') {
        throw new AppError(
          'idempotency_key_reused',
          'This Idempotency-Key belongs to a request with another content.',
        );
      }
      const { status, headers, body } = outcome.reply;
      const mark = outcome.kind === 'replayed' ? ['idempotent-replayed', 'true'] : [];
      return { status, headers: [...headers, ...mark], ...(body === '' ? {} : { body }) };
    },
  };
}

/** Same path, query and body bytes: the same request. */
function fingerprintOf(exchange: Exchange): Buffer {
  const hash = createHash('sha256')
    .update(exchange.target.path)
    .update('?')
    .update(exchange.target.query)
    .update('\n');
  if (exchange.bodyBytes !== undefined) hash.update(exchange.bodyBytes);
  return hash.digest();
}
