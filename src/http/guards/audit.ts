import type { ActionFacts, AuditedAction } from '#src/domain/audit/audited-action.ts';
import type { AppError } from '#src/errors.ts';
import type { OperationRecord } from '#src/http/contract/operation.ts';
import type { Exchange } from '#src/http/exchange/exchange.ts';
import { toAppError } from '#src/http/reply/problem.ts';
import { networkOf } from '#src/platform/client-address.ts';
import { asLogged } from '#src/platform/db/errors.ts';
import { isUuid } from '#src/platform/ids.ts';

/** The trail that takes the entries. */
export interface Trail {
  open(facts: ActionFacts): AuditedAction;
  succeeded(action: AuditedAction): Promise<void>;
  refused(action: AuditedAction, code: string): Promise<void>;
  pseudonym(text: string): string;
}

/** Gives each run of an operation with `x-audit` one entry, whether it succeeds or is refused. */
export interface Auditing {
  /** The operation is known: whatever becomes of the request from here on is an action. */
  open(exchange: Exchange, record: OperationRecord): void;
  /** The request is sound and its handler begins. */
  begin(exchange: Exchange, record: OperationRecord): void;
  /** The handler is done and the answer goes out next: from here on the entry is there. */
  enter(exchange: Exchange): void | Promise<void>;
  /**
   * The action was refused. Resolves to the error that the client gets: the same, or that the trail cannot be written,
   * since nothing may go unrecorded.
   */
  refuse(exchange: Exchange, error: AppError): AppError | Promise<AppError>;
}

/** A caller who is told to wait and does not gets one entry a minute, so that nobody fills the trail with refusals. */
const WAITING_MS = 60_000;
const MAX_WAITING = 10_000;

export function createAuditing(trail: Trail): Auditing {
  const isWorthAnEntry = refusalFilter();

  const writeRefusal = async (
    exchange: Exchange,
    action: AuditedAction,
    error: AppError,
  ): Promise<AppError> => {
    action.actor ??= exchange.actor;
    try {
      await trail.refused(action, error.code);
    } catch (failure) {
      exchange.log.error(
        { err: asLogged(failure), problem: error.code },
        'a refusal could not be written to the trail',
      );
      if (error.code !== 'internal_error' && error.code !== 'dependency_unavailable')
        return toAppError(failure);
    }
    return error;
  };

  return {
    open(exchange, record) {
      if (record.audit === undefined) return;
      exchange.audited = trail.open(factsOf(exchange, record, trail));
    },

    begin(exchange, record) {
      const action = exchange.audited;
      if (action === undefined) return;
      action.actor = exchange.actor;
      Object.assign(action, targetsOf(exchange, record, trail, true));
      action.begun = true;
    },

    enter(exchange) {
      const action = exchange.audited;
      // Once the time was up, the refusal is what the client was told.
      if (action === undefined || exchange.res.headersSent) return;
      // A stored answer that is given again ran no handler, so nothing was done.
      const written = action.begun && action.entry === 'missing' ? trail.succeeded(action) : undefined;
      if (written === undefined) {
        action.answered = true;
        return;
      }
      return written.then(() => {
        action.answered = true;
      });
    },

    refuse(exchange, error) {
      const action = exchange.audited;
      if (action === undefined || !isWorthAnEntry(exchange, action, error)) return error;
      return writeRefusal(exchange, action, error);
    },
  };
}

/** Only what was attempted by someone known, or by a sound request, is an action. */
function refusalFilter(): (exchange: Exchange, action: AuditedAction, error: AppError) => boolean {
  const waiting = new Map<string, number>();
  return (exchange, action, error) => {
    if (action.answered || (exchange.actor === undefined && !action.begun)) return false;
    if (error.code !== 'rate_limited') return true;
    const key = `${action.operation} ${exchange.actor?.userId ?? networkOf(exchange.ip)}`;
    const now = performance.now();
    if (now - (waiting.get(key) ?? -WAITING_MS) < WAITING_MS) return false;
    if (waiting.size >= MAX_WAITING) waiting.clear();
    waiting.set(key, now);
    return true;
  };
}

function factsOf(exchange: Exchange, record: OperationRecord, trail: Trail): ActionFacts {
  return {
    action: record.audit as string,
    operation: record.operationId,
    requestId: exchange.requestId,
    ip: exchange.ip,
    ...targetsOf(exchange, record, trail, false),
  };
}

/**
 * Reads the object of the action from the path: the parameter that names what the action is called after, else the last;
 * the others are details. Until the path is validated it may hold anything, so only uuids are taken from it.
 */
function targetsOf(
  exchange: Exchange,
  record: OperationRecord,
  trail: Trail,
  validated: boolean,
): Pick<AuditedAction, 'object' | 'details'> {
  const named = record.pathParameters.flatMap(({ name, names, secret }, index) => {
    const value = exchange.pathValues[index];
    if (names === undefined || value === undefined || !(validated || isUuid(value))) return [];
    return [{ name, type: names, id: secret ? trail.pseudonym(value) : value }];
  });
  const noun = record.audit?.slice(0, record.audit.indexOf('.'));
  const target = named.find(({ type }) => type === noun) ?? named.at(-1);
  const others = named.filter((one) => one !== target).map(({ name, id }) => [name, id]);
  return {
    object: target && { type: target.type, id: target.id },
    details: Object.fromEntries(others),
  };
}
