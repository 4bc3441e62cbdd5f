import type { Server } from 'node:http';
import type { OperationRecord } from '#src/http/contract/operation.ts';
import { ContractBackend } from '#src/http/dispatch/contract-backend.ts';
import { answerMethod } from '#src/http/dispatch/match.ts';
import {
  aroundHandler,
  postResponse,
  postRouting,
  postSecurity,
  preRouting,
  routing,
  type Stage,
  security,
  validation,
} from '#src/http/dispatch/stage.ts';
import { createValidate } from '#src/http/dispatch/validate.ts';
import { accept } from '#src/http/exchange/accept.ts';
import { refuseWhileDraining } from '#src/http/exchange/drain.ts';
import { finish, finishUnreadable } from '#src/http/exchange/finish.ts';
import { authorize } from '#src/http/guards/authorize.ts';
import { condition, isConditional } from '#src/http/guards/condition.ts';
import { limit } from '#src/http/guards/limit.ts';
import { createRefusals } from '#src/http/guards/refuse.ts';
import { repeat } from '#src/http/guards/repeat.ts';
import {
  createTools,
  type PipelineParts,
  type PipelineSettings,
  type PipelineTools,
} from '#src/http/pipeline-tools.ts';
import { negotiate } from '#src/http/request/negotiate.ts';
import { createGatewayServer } from '#src/http/server.ts';
import { receive } from '#src/http/upload/receive.ts';
import { andThen } from '#src/platform/promise-or-value.ts';

export type { PipelineParts, PipelineSettings } from '#src/http/pipeline-tools.ts';

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
    validation('validate', ['validation_failed', 'malformed_request'], createValidate(contract)),
    aroundHandler('condition', ['malformed_request'], isConditional, condition),
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
    postResponse('render', ['precondition_failed', 'range_not_satisfiable', 'internal_error'], render),
    postResponse('audit: enter', ['dependency_unavailable'], (exchange, answer) =>
      andThen(auditing.enter(exchange), () => answer),
    ),
    postResponse('send', SEND_REFUSES, tools.send),
  ];
}

const isAudited = ({ audit }: OperationRecord): boolean => audit !== undefined;
const isRepeatable = ({ idempotent }: OperationRecord): boolean => idempotent === 'header';

/** The last of them for an event stream that is over before its head is out. */
const SEND_REFUSES = ['dependency_unavailable', 'unauthenticated', 'forbidden', 'shutting_down'] as const;

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

/** The two ends of every way, which are no hooks of openapi-backend. */
export const CLOSING_STAGES = [
  { name: 'refuse', carrier: 'what a stage throws' },
  { name: 'finish', carrier: 'the end of the exchange' },
] as const;
