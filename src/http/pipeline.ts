import type { Server } from 'node:http';
import type { CompiledContract } from '#src/http/contract/compiled-contract.ts';
import type { OperationRecord } from '#src/http/contract/operation.ts';
import { type AnyHandler, ContractBackend, type Cycle } from '#src/http/dispatch/contract-backend.ts';
import { answerMethod } from '#src/http/dispatch/match.ts';
import {
  type Answer,
  aroundHandler,
  postResponse,
  postRouting,
  postSecurity,
  preRouting,
  routing,
  type SecurityHandler,
  type Stage,
  security,
  validation,
} from '#src/http/dispatch/stage.ts';
import { createParameterCheck, createValidate } from '#src/http/dispatch/validate.ts';
import { accept } from '#src/http/exchange/accept.ts';
import { type Drain, refuseWhileDraining } from '#src/http/exchange/drain.ts';
import type { Exchange, ExchangeScope } from '#src/http/exchange/exchange.ts';
import { finish, finishUnreadable } from '#src/http/exchange/finish.ts';
import type { Auditing } from '#src/http/guards/audit.ts';
import { assertRole, authorize } from '#src/http/guards/authorize.ts';
import type { Idempotency } from '#src/http/guards/idempotency.ts';
import { limit } from '#src/http/guards/limit.ts';
import { createRefusals } from '#src/http/guards/refuse.ts';
import { repeat } from '#src/http/guards/repeat.ts';
import type { RenderedReply } from '#src/http/handler/any-reply.ts';
import type { PagesParts } from '#src/http/pages/pages.ts';
import { pagesOnDemand } from '#src/http/pages/pages-on-demand.ts';
import { createHeaderPolicy, type HeaderSettings } from '#src/http/reply/headers.ts';
import { ReplyRenderer, type ReplyValidation } from '#src/http/reply/render.ts';
import { discardReply, Sender } from '#src/http/reply/send.ts';
import { negotiate } from '#src/http/request/negotiate.ts';
import { createGatewayServer } from '#src/http/server.ts';
import { sendBytes } from '#src/http/streams/byte-stream.ts';
import { answerDownload } from '#src/http/streams/download.ts';
import { EVENT_STREAM, type StreamSettings } from '#src/http/streams/event-stream.ts';
import { EventStreams } from '#src/http/streams/event-streams.ts';
import { multipartOnDemand } from '#src/http/upload/multipart-on-demand.ts';
import { receive } from '#src/http/upload/receive.ts';
import type { UploadSpace } from '#src/http/upload/upload-space.ts';
import type { Metrics } from '#src/platform/metrics.ts';
import { andThen } from '#src/platform/promise-or-value.ts';
import type { RateLimits } from '#src/platform/rate-limits.ts';

export interface PipelineSettings {
  readonly headers: HeaderSettings;
  readonly streams: StreamSettings;
  readonly responseValidation: ReplyValidation;
  /** Largest file in bytes by operationId, where it is not what the contract says. */
  readonly maxUploadBytes: ReadonlyMap<string, number>;
  /** Limit of a body whose operation states none, in bytes. */
  readonly maxBodyBytes: number;
  /** `own` where it is left out; tests hold the other one equal. */
  readonly cycle?: Cycle;
}

/** What the way of a request needs beside the contract. */
export interface PipelineParts {
  readonly contract: CompiledContract;
  readonly handlers: Readonly<Record<string, AnyHandler>>;
  /** By name of the security scheme. */
  readonly securityHandlers: Readonly<Record<string, SecurityHandler>>;
  readonly scope: ExchangeScope;
  readonly metrics: Metrics;
  readonly drain: Drain;
  readonly uploads: UploadSpace;
  readonly auditing: Auditing;
  readonly idempotency: Idempotency;
  /** Undefined lets everybody call as often as they like. */
  readonly rateLimits: RateLimits | undefined;
  /** The texts of the pages beside the contract. */
  readonly pages: () => Omit<PagesParts, 'sender'>;
}

/** The way of a request: its stages in their order, each carried by a hook of openapi-backend's request cycle. */
export function stagesOf(parts: PipelineParts, tools: PipelineTools): readonly Stage[] {
  const { contract, auditing, drain, metrics } = parts;
  const { render, preflight } = tools;
  return [
    preRouting('accept', ['malformed_request'], accept),
    preRouting('drain', ['shutting_down'], refuseWhileDraining(drain, tools.isProbe)),
    routing('match', ['not_found', 'method_not_allowed'], {
      notFound: tools.openPages,
      methodNotAllowed: (exchange) => answerMethod(exchange, preflight),
    }),
    postRouting('deadline', ['operation_timeout', 'request_timeout'], (exchange) => exchange.startTimer()),
    postRouting('audit: open', [], auditing.open),
    security('identify', ['unauthenticated', 'dependency_unavailable'], parts.securityHandlers),
    postSecurity(
      'authorize',
      ['forbidden'],
      authorize((id) => metrics.countDeprecated(id)),
    ),
    postSecurity('limit', ['rate_limited'], limit(parts.rateLimits)),
    postSecurity('negotiate', [], negotiate),
    postSecurity('admit', ['rate_limited'], tools.admit),
    postSecurity('receive', RECEIVE_REFUSES, receive(tools)),
    validation(
      'validate',
      ['validation_failed', 'malformed_request'],
      createValidate(contract.requestValidators),
    ),
    aroundHandler('audit: run', [], isAudited, (exchange, _record, next) => auditing.during(exchange, next)),
    aroundHandler(
      'repeat',
      ['idempotency_key_reused', 'conflict'],
      isRepeatable,
      repeat(parts.idempotency, render),
    ),
    aroundHandler('audit: begin', [], isAudited, (exchange, record, next) => {
      auditing.begin(exchange, record);
      return next();
    }),
    aroundHandler(
      'handle',
      [],
      () => false,
      (_exchange, _record, next) => next(),
    ),
    postResponse('render', ['range_not_satisfiable', 'internal_error'], render),
    postResponse('audit: enter', ['dependency_unavailable'], (exchange, answer) =>
      andThen(auditing.enter(exchange), () => answer),
    ),
    postResponse('send', ['dependency_unavailable'], tools.send),
  ];
}

const isAudited = ({ audit }: OperationRecord): boolean => audit !== undefined;
const isRepeatable = ({ idempotent }: OperationRecord): boolean => idempotent === 'header';

const RECEIVE_REFUSES = [
  'unsupported_media_type',
  'payload_too_large',
  'malformed_json',
  'malformed_request',
  'validation_failed',
] as const;

/** Makes the HTTP server of a compiled contract. Throws when contract and handlers do not fit each other. */
export async function createPipeline(parts: PipelineParts, settings: PipelineSettings): Promise<Server> {
  const { contract, handlers, scope, metrics, drain } = parts;
  const tools = createTools(parts, settings);
  const backend = new ContractBackend({
    contract,
    handlers,
    stages: stagesOf(parts, tools),
    cycle: settings.cycle ?? 'own',
  });
  await backend.init();
  const refusals = createRefusals(parts.auditing, tools.sender);
  return createGatewayServer({
    backend,
    refusals,
    scope,
    drain,
    finish: finish(metrics, scope.log),
    unreadable: finishUnreadable(metrics, scope.log),
  });
}

/** Makes what the stages share. */
export function createTools(parts: PipelineParts, settings: PipelineSettings) {
  const { contract, scope } = parts;
  const policy = createHeaderPolicy(settings.headers);
  const sender = new Sender(policy, sendBytes);
  const renderer = new ReplyRenderer({
    contract,
    validation: settings.responseValidation,
    log: scope.log,
    download: answerDownload,
  });
  const streams = openStreams(parts, settings, renderer);
  const pages = pagesOnDemand(() => ({ sender, ...parts.pages() }));
  const probes = new Set(PROBES.map((id) => contract.operations[id]?.path));
  return {
    sender,
    multipart: multipartOnDemand({ contract, space: parts.uploads, maxFileBytes: settings.maxUploadBytes }),
    maxBodyBytes: settings.maxBodyBytes,
    checkParameters: createParameterCheck(contract.requestValidators),
    isProbe: (path: string) => probes.has(path),
    preflight: (exchange: Exchange, allow: string) => policy.preflight(exchange.req.headers, allow),
    admit: (exchange: Exchange) => {
      if (exchange.replyType === EVENT_STREAM && exchange.method !== 'HEAD') streams.admit(exchange);
    },
    openPages: (exchange: Exchange) => {
      exchange.startTimer();
      return pages(exchange.req, exchange.res, exchange);
    },
    render: (exchange: Exchange, answer: Answer): RenderedReply =>
      'rendered' in answer ? answer : renderer.render(exchange, exchange.record as OperationRecord, answer),
    send: (exchange: Exchange, answer: Answer): Answer | Promise<Answer> => {
      const reply = answer as RenderedReply;
      if (!exchange.isOpen) discardReply(reply);
      else {
        const sent =
          reply.events === undefined
            ? sender.reply(exchange, reply)
            : streams.send(
                exchange,
                exchange.record as OperationRecord,
                reply,
                reply.events,
                sender.head(exchange, reply),
              );
        return andThen(sent, () => answer);
      }
      return answer;
    },
  };
}

export type PipelineTools = ReturnType<typeof createTools>;

const PROBES = ['getHealth', 'getReadiness', 'getMetrics'];

function openStreams(
  { drain, metrics, securityHandlers }: PipelineParts,
  settings: PipelineSettings,
  renderer: ReplyRenderer,
): EventStreams {
  const streams = new EventStreams({
    renderer,
    settings: settings.streams,
    identify: (exchange) => {
      const { record, actor } = exchange;
      const { bearer } = securityHandlers;
      if (record === undefined || actor === undefined || bearer === undefined) return;
      return andThen(bearer(exchange), () => assertRole(exchange, record));
    },
  });
  drain.onBegin(() => streams.moveListeners());
  metrics.gauge('event_streams_open', 'Event streams that are open.', () => streams.count);
  return streams;
}
