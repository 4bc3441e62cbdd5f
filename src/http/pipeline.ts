import type { Server } from 'node:http';
import type { CompiledContract } from '#src/http/contract/compiled-contract.ts';
import { type AnyHandler, ContractBackend } from '#src/http/dispatch/contract-backend.ts';
import { admitCaller, type SecurityHandlers } from '#src/http/dispatch/security-alternatives.ts';
import type { Drain } from '#src/http/exchange/drain.ts';
import type { ExchangeScope } from '#src/http/exchange/exchange.ts';
import type { Auditing } from '#src/http/guards/audit.ts';
import type { Idempotency } from '#src/http/guards/idempotency.ts';
import type { PagesParts } from '#src/http/pages/pages.ts';
import { pagesOnDemand } from '#src/http/pages/pages-on-demand.ts';
import { createHeaderPolicy, type HeaderSettings } from '#src/http/reply/headers.ts';
import { ReplyRenderer, type ReplyValidation } from '#src/http/reply/reply.ts';
import { Sender } from '#src/http/reply/send.ts';
import { createGatewayServer } from '#src/http/server.ts';
import { assertRole, createStages } from '#src/http/stages.ts';
import type { StreamSettings } from '#src/http/streams/event-stream.ts';
import { EventStreams } from '#src/http/streams/event-streams.ts';
import { multipartOnDemand } from '#src/http/upload/multipart-on-demand.ts';
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
}

/** What the way of a request needs beside the contract. */
export interface PipelineParts {
  readonly contract: CompiledContract;
  readonly handlers: Readonly<Record<string, AnyHandler>>;
  readonly securityHandlers: SecurityHandlers;
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

/** Makes the HTTP server of a compiled contract. Throws when contract and handlers do not fit each other. */
export async function createPipeline(parts: PipelineParts, settings: PipelineSettings): Promise<Server> {
  const { contract, handlers, securityHandlers, scope, metrics, drain } = parts;
  const policy = createHeaderPolicy(settings.headers);
  const sender = new Sender(policy);
  const renderer = new ReplyRenderer(contract, settings.responseValidation, scope.log);
  const stages = createStages({
    renderer,
    sender,
    streams: openStreams(parts, settings, renderer),
    multipart: multipartOnDemand({
      contract,
      space: parts.uploads,
      maxFileBytes: settings.maxUploadBytes,
    }),
    idempotency: parts.idempotency,
    auditing: parts.auditing,
    rateLimits: parts.rateLimits,
    countDeprecated: (operationId) => metrics.countDeprecated(operationId),
    maxBodyBytes: settings.maxBodyBytes,
  });
  const backend = new ContractBackend({ contract, handlers, securityHandlers, stages });
  await backend.init();
  const pages = pagesOnDemand(() => ({ sender, ...parts.pages() }));
  return createGatewayServer({ backend, sender, policy, metrics, drain, scope, pages });
}

function openStreams(
  { drain, metrics, securityHandlers }: PipelineParts,
  settings: PipelineSettings,
  renderer: ReplyRenderer,
): EventStreams {
  const streams = new EventStreams({
    renderer,
    settings: settings.streams,
    identify: (exchange) => {
      const { record } = exchange;
      if (record === undefined) return;
      return andThen(admitCaller(exchange, record, securityHandlers), () => assertRole(exchange, record));
    },
  });
  drain.onBegin(() => streams.moveListeners());
  metrics.gauge('event_streams_open', 'Event streams that are open.', () => streams.count);
  return streams;
}
