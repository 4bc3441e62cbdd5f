import { AppError } from '#src/errors.ts';
import {
  announcesBody,
  checkBodyHeaders,
  MULTIPART,
  mediaTypeOf,
  parseJson,
  readBody,
} from '#src/http/body.ts';
import type { Stages } from '#src/http/contract-backend.ts';
import type { Exchange } from '#src/http/exchange.ts';
import type { Idempotency } from '#src/http/idempotency.ts';
import type { MultipartReceiver } from '#src/http/multipart.ts';
import type { Access, OperationRecord } from '#src/http/operation.ts';
import type { AnyReply, ReplyRenderer } from '#src/http/reply.ts';
import type { Sender } from '#src/http/send.ts';
import { andThen } from '#src/platform/promise-or-value.ts';
import type { RateLimits } from '#src/platform/rate-limits.ts';

export interface StageParts {
  readonly renderer: ReplyRenderer;
  readonly sender: Sender;
  readonly multipart: MultipartReceiver;
  readonly idempotency: Idempotency;
  /** Undefined lets everybody call as often as they like. */
  readonly rateLimits: RateLimits | undefined;
  /** Limit of a body whose operation states none, in bytes. */
  readonly maxBodyBytes: number;
}

const ROLES: Readonly<Record<Access, ReadonlySet<string> | undefined>> = {
  public: undefined,
  user: undefined,
  viewer: new Set(['viewer', 'admin']),
  admin: new Set(['admin']),
};

/** The stages between identification and reply, made of what the contract says of the operation. */
export function createStages(parts: StageParts): Stages {
  return {
    authorize(exchange, record) {
      const roles = ROLES[record.access];
      if (roles !== undefined && !roles.has(exchange.actor?.role ?? '')) {
        throw new AppError('forbidden', 'Your role does not permit this operation.');
      }
      const rule = record.rateLimit ?? (exchange.actor === undefined ? undefined : USER_RULE);
      if (rule === undefined || parts.rateLimits === undefined) return;
      return limitRate(exchange, record, rule, parts.rateLimits);
    },

    receive(exchange, record, checkParameters) {
      const limit = record.maxBodyBytes ?? parts.maxBodyBytes;
      checkBodyHeaders(exchange, record.body, limit);
      if (record.body === undefined || !announcesBody(exchange.req)) return;
      const isForm = mediaTypeOf(exchange.req.headers['content-type'] ?? '') === MULTIPART;
      if (isForm) checkParameters();
      return isForm ? parts.multipart.receive(exchange, record, limit) : receiveJson(exchange, limit);
    },

    run(exchange, record, handler) {
      const render = (reply: AnyReply) => parts.renderer.render(exchange, record, reply);
      const key = exchange.req.headers['idempotency-key'];
      if (record.idempotent === 'header' && key !== undefined) {
        const rendered = parts.idempotency.run(exchange, record, async () => render(await handler()));
        return rendered.then((reply) => parts.sender.reply(exchange, reply));
      }
      return andThen(handler(), (reply) => parts.sender.reply(exchange, render(reply)));
    },
  };
}

/** Limit of operations for users that state none. Public ones without a limit are probes, which must not fail by it. */
const USER_RULE = { limit: 1_200, windowSeconds: 60, by: 'user' } as const;

async function limitRate(
  exchange: Exchange,
  record: OperationRecord,
  rule: NonNullable<OperationRecord['rateLimit']>,
  limits: RateLimits,
): Promise<void> {
  const who = rule.by === 'user' ? (exchange.actor?.userId ?? exchange.ip) : exchange.ip;
  const scope = record.rateLimit === undefined ? 'any' : record.operationId;
  const waitSeconds = await limits.take(`${scope}:${who}`, rule);
  if (waitSeconds === undefined) return;
  throw new AppError(
    'rate_limited',
    `This operation takes ${rule.limit} requests in ${rule.windowSeconds} seconds.`,
    {
      retryAfterSeconds: waitSeconds,
    },
  );
}

function receiveJson(exchange: Exchange, limit: number): Promise<void> {
  return readBody(exchange, limit).then((bytes) => {
    exchange.bodyBytes = bytes;
    if (bytes.length === 0) return;
    exchange.input.body = parseJson(bytes);
  });
}
