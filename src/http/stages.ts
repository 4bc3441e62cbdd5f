import { Readable } from 'node:stream';
import type { Role } from '#src/domain/accounts/actor.ts';
import { AppError } from '#src/errors.ts';
import type { Access, OperationRecord } from '#src/http/contract/operation.ts';
import type { Stages } from '#src/http/dispatch/contract-backend.ts';
import { clientNetwork } from '#src/http/exchange/client-network.ts';
import type { Exchange } from '#src/http/exchange/exchange.ts';
import type { Auditing } from '#src/http/guards/audit.ts';
import { discardReply, withinTime } from '#src/http/guards/deadline.ts';
import type { Idempotency } from '#src/http/guards/idempotency.ts';
import { readIfMatch } from '#src/http/reply/etag.ts';
import type { RenderedReply, ReplyRenderer } from '#src/http/reply/reply.ts';
import type { Sender } from '#src/http/reply/send.ts';
import { preferredType } from '#src/http/request/accept.ts';
import {
  announcesBody,
  checkBodyHeaders,
  FORM,
  isJson,
  MULTIPART,
  mediaTypeOf,
  parseJson,
  readBody,
  readForm,
} from '#src/http/request/body.ts';
import { WaitingBodies } from '#src/http/request/waiting-bodies.ts';
import { EVENT_STREAM } from '#src/http/streams/event-stream.ts';
import type { EventStreams } from '#src/http/streams/event-streams.ts';
import type { MultipartReceiver } from '#src/http/upload/multipart.ts';
import { andThen } from '#src/platform/promise-or-value.ts';
import type { RateLimits } from '#src/platform/rate-limits.ts';

export interface StageParts {
  readonly renderer: ReplyRenderer;
  readonly sender: Sender;
  readonly multipart: MultipartReceiver;
  readonly idempotency: Idempotency;
  readonly streams: EventStreams;
  readonly auditing: Auditing;
  /** Undefined lets everybody call as often as they like. */
  readonly rateLimits: RateLimits | undefined;
  /** Notes the use of an operation that is going to be taken away. */
  readonly countDeprecated: (operationId: string) => void;
  /** Limit of a body whose operation states none, in bytes. */
  readonly maxBodyBytes: number;
}

/** Roles that may call; undefined where no role is needed. */
const ROLES: Readonly<Record<Access, readonly Role[] | undefined>> = {
  public: undefined,
  optional: undefined,
  machine: undefined,
  user: ['user', 'viewer', 'admin'],
  viewer: ['viewer', 'admin'],
  admin: ['admin'],
};

/** Throws `unauthenticated` when nobody is known to call, `forbidden` when the role of the caller is not enough. */
export function assertRole({ actor }: Exchange, record: OperationRecord): void {
  const roles = ROLES[record.access];
  if (roles === undefined) return;
  if (actor === undefined) throw new AppError('unauthenticated', 'A valid access token is required.');
  if (!roles.includes(actor.role))
    throw new AppError('forbidden', 'Your role does not permit this operation.');
}

/** Time that a body which is read as a whole may take. */
const WHOLE_BODY_MS = 60_000;

/** The stages between identification and reply, made of what the contract says of the operation. */
export function createStages(parts: StageParts): Stages {
  const waiting = new WaitingBodies(WHOLE_BODY_MS);
  return {
    audit: (exchange, record, work) => parts.auditing.around(exchange, record, work),

    authorize(exchange, record) {
      assertRole(exchange, record);
      if (record.deprecated !== undefined) parts.countDeprecated(record.operationId);
      const rule = record.rateLimit ?? (exchange.actor === undefined ? undefined : USER_RULE);
      const limits = parts.rateLimits;
      const limited =
        rule === undefined || limits === undefined ? undefined : limitRate(exchange, record, rule, limits);
      if (record.produces === undefined) return limited;
      const { produces } = record;
      return andThen(limited, () => negotiate(exchange, produces, parts.streams));
    },

    receive(exchange, record, checkParameters) {
      const limit = parts.multipart.limitOf(record) ?? record.maxBodyBytes ?? parts.maxBodyBytes;
      checkBodyHeaders(exchange, record.body, limit);
      if (record.body === undefined || !announcesBody(exchange.req)) return;
      const type = mediaTypeOf(exchange.req.headers['content-type'] ?? '');
      if (type !== MULTIPART) return receiveWhole(exchange, record, limit, type, waiting);
      checkParameters();
      return parts.multipart.receive(exchange, record, limit);
    },

    run(exchange, record, handler) {
      assertCondition(exchange, record);
      const produce = (): RenderedReply | Promise<RenderedReply> => {
        parts.auditing.begin(exchange);
        return andThen(handler(), (reply) => parts.renderer.render(exchange, record, reply));
      };
      const send = (reply: RenderedReply) =>
        andThen(parts.auditing.complete(exchange), () => sendReply(exchange, record, reply, parts));
      const key = exchange.req.headers['idempotency-key'];
      const rendered =
        record.idempotent === 'header' && key !== undefined
          ? parts.idempotency.run(exchange, record, async () => produce())
          : produce();
      if (!(rendered instanceof Promise)) return send(rendered);
      return withinTime(exchange, rendered, discardReply).then(send);
    },
  };
}

/** Limit of operations for users that state none. Public ones without a limit are probes, which must not fail by it. */
const USER_RULE = { limit: 1_200, windowSeconds: 60, by: 'user' } as const;

function limitRate(
  exchange: Exchange,
  record: OperationRecord,
  rule: NonNullable<OperationRecord['rateLimit']>,
  limits: RateLimits,
): void | Promise<void> {
  const user = rule.by === 'user' ? exchange.actor?.userId : undefined;
  const scope = record.rateLimit === undefined ? 'any' : record.operationId;
  return andThen(limits.take(`${scope}:${user ?? clientNetwork(exchange.ip)}`, rule), (state) => {
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
}

/** Chooses the media type of the success, and counts a request for a stream. */
function negotiate(exchange: Exchange, produces: readonly string[], streams: EventStreams): void {
  exchange.replyType = preferredType(exchange.req.headers.accept, produces);
  if (produces.length > 1) exchange.stageHeaders = [...(exchange.stageHeaders ?? []), 'vary', 'Accept'];
  if (exchange.replyType === EVENT_STREAM && exchange.req.method !== 'HEAD') streams.admit(exchange);
}

/** A condition that cannot be read is refused alike by every operation that takes one. */
function assertCondition(exchange: Exchange, record: OperationRecord): void {
  const condition = exchange.req.headers['if-match'];
  if (condition === undefined) return;
  if (record.headerParameters.some(({ name }) => name === 'if-match')) readIfMatch(condition);
}

function sendReply(
  exchange: Exchange,
  record: OperationRecord,
  reply: RenderedReply,
  { sender, streams }: StageParts,
): void | Promise<void> {
  if (reply.events === undefined) return sender.reply(exchange, reply);
  return streams.send(exchange, record, reply, reply.events, sender.head(exchange, reply));
}

function receiveWhole(
  exchange: Exchange,
  record: OperationRecord,
  limit: number,
  type: string,
  waiting: WaitingBodies,
): Promise<void> {
  return readBody(exchange, limit, waiting, (bytes) => {
    exchange.bodyBytes = bytes;
    if (bytes.length > 0) takeBody(exchange, bytes, type, record);
  });
}

/** JSON and forms become values for the validator; the types of every other body are those of a stream. */
function takeBody(exchange: Exchange, bytes: Buffer, type: string, record: OperationRecord): void {
  if (isJson(type)) {
    const { value, isPlain } = parseJson(bytes);
    exchange.input.body = value;
    exchange.isPlainBody = isPlain;
  } else if (type === FORM) exchange.input.body = readForm(bytes, record.body?.form ?? []);
  else exchange.input.body = Readable.from([bytes]);
}
