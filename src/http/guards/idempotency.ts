import { AppError } from '#src/errors.ts';
import type { OperationRecord } from '#src/http/contract/operation.ts';
import type { Exchange } from '#src/http/exchange/exchange.ts';
import type { RenderedReply } from '#src/http/handler/any-reply.ts';
import { ReplyViolation } from '#src/http/reply/render.ts';
import type { Transaction } from '#src/platform/db/database.ts';
import {
  ANONYMOUS,
  type Claim,
  type IdempotencyStore,
  type Outcome,
  type StoredReply,
} from '#src/platform/idempotency-store.ts';

/** How the key is held while the handler runs: by the transaction around it, or by a claim alone. */
export interface HeldKey {
  readonly tx?: Transaction;
  readonly claim?: Claim;
}

/** Makes a creation happen once for each key, whichever replica gets the retry. */
export interface Idempotency {
  run(
    exchange: Exchange,
    record: OperationRecord,
    produce: (held: HeldKey) => Promise<RenderedReply>,
  ): Promise<RenderedReply>;
}

/** Work may go on past the time of its operation by what its last words take. */
const LAST_WORDS_MS = 10_000;

/** Keeps rendered replies in the store: in the transaction of the creation, or under a claim where that goes outside. */
export function createIdempotency(store: IdempotencyStore): Idempotency {
  return {
    async run(exchange, record, produce) {
      const key = {
        userId: exchange.actor?.userId ?? ANONYMOUS,
        operationId: record.operationId,
        key: String(exchange.req.headers['idempotency-key']),
        content: contentOf(exchange),
      };
      const { signal } = exchange;
      const context = { tx: undefined, action: exchange.audited };
      const work = async (held: HeldKey) => toStored(await produce(held), record);
      const longestMs = exchange.timeLimitMs + LAST_WORDS_MS;
      const outcome =
        record.outsideCalls === true
          ? await store.claim(context, key, longestMs, signal, (claim) => work({ claim }))
          : await store.once({ ...context, signal }, key, (tx, claim) => work({ tx, claim }));
      return toRendered(outcome);
    },
  };
}

function toStored(
  { status, headers, body, events, source }: RenderedReply,
  record: OperationRecord,
): StoredReply {
  if (events !== undefined || source !== undefined || (body !== undefined && typeof body !== 'string'))
    throw new ReplyViolation(`A reply of ${record.operationId} cannot be stored for its Idempotency-Key.`);
  return { status, headers: [...headers], body: body ?? '' };
}

function toRendered(outcome: Outcome): RenderedReply {
  if (outcome.kind === 'reused') {
    throw new AppError(
      'idempotency_key_reused',
      'This Idempotency-Key belongs to another request. A repetition has the same path, query and body, in the same spelling.',
    );
  }
  if (outcome.kind === 'pending')
    throw new AppError('conflict', 'A request with this Idempotency-Key is still being worked on.');
  const { status, headers, body } = outcome.reply;
  // What a handler itself knew to be a repetition says so already.
  const marked = outcome.kind === 'produced' || headers.includes('idempotent-replayed');
  const mark = marked ? [] : ['idempotent-replayed', 'true'];
  return { rendered: true, status, headers: [...headers, ...mark], ...(body === '' ? {} : { body }) };
}

/** Same path, query and body: the same request. */
function contentOf({ target, bodyBytes }: Exchange): readonly (string | Uint8Array)[] {
  return [target.path, target.query, bodyBytes ?? ''];
}
