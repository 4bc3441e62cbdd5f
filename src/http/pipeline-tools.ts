import type { CompiledContract } from '#src/http/contract/compiled-contract.ts';
import type { OperationRecord } from '#src/http/contract/operation.ts';
import type { AnyHandler, Cycle } from '#src/http/dispatch/contract-backend.ts';
import type { Answer, SecurityHandler } from '#src/http/dispatch/stage.ts';
import { createParameterCheck } from '#src/http/dispatch/validate.ts';
import type { Drain } from '#src/http/exchange/drain.ts';
import type { Exchange, ExchangeScope } from '#src/http/exchange/exchange.ts';
import type { Auditing } from '#src/http/guards/audit.ts';
import { assertRole } from '#src/http/guards/authorize.ts';
import type { Idempotency } from '#src/http/guards/idempotency.ts';
import type { CallerWatch } from '#src/http/guards/identify.ts';
import type { RenderedReply } from '#src/http/handler/any-reply.ts';
import type { PagesParts } from '#src/http/pages/pages.ts';
import { pagesOnDemand } from '#src/http/pages/pages-on-demand.ts';
import { createHeaderPolicy, type HeaderSettings } from '#src/http/reply/headers.ts';
import { ReplyRenderer, type ReplyValidation } from '#src/http/reply/render.ts';
import { discardReply, Sender } from '#src/http/reply/send.ts';
import { admit } from '#src/http/streams/admit.ts';
import { sendBytes } from '#src/http/streams/byte-stream.ts';
import { answerDownload } from '#src/http/streams/download.ts';
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
  /** `own` where it is left out; tests hold the other one equal. */
  readonly cycle?: Cycle;
}

/** The parts of the pipeline, with the contract. */
export interface PipelineParts {
  readonly contract: CompiledContract;
  readonly handlers: Readonly<Record<string, AnyHandler>>;
  /** By name of the security scheme. */
  readonly securityHandlers: Readonly<Record<string, SecurityHandler>>;
  /** Watches the callers of open streams. */
  readonly callerWatch: CallerWatch;
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
    inputReaders: contract.inputReaders,
    maxBodyBytes: settings.maxBodyBytes,
    checkParameters: createParameterCheck(contract),
    isProbe: (path: string) => probes.has(path),
    preflight: (exchange: Exchange, allow: string) => policy.preflight(exchange.req.headers, allow),
    admit: admit(streams),
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
  { drain, metrics, callerWatch }: PipelineParts,
  settings: PipelineSettings,
  renderer: ReplyRenderer,
): EventStreams {
  const streams = new EventStreams({
    renderer,
    settings: settings.streams,
    watch: (exchange, refuse) => {
      const { record, actor } = exchange;
      if (record === undefined || actor === undefined) return () => undefined;
      return callerWatch(exchange, {
        identified: (present) => {
          exchange.actor = present;
          try {
            assertRole(exchange, record);
          } catch (error) {
            refuse(error);
          }
        },
        refused: refuse,
      });
    },
  });
  drain.onBegin(() => streams.moveListeners());
  metrics.gauge('event_streams_open', 'Event streams that are open.', () => streams.count);
  return streams;
}
