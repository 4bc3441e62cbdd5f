import { AuditedAction } from '#src/domain/audit/audited-action.ts';
import type { AppError } from '#src/errors.ts';
import type { OperationRecord } from '#src/http/contract/operation.ts';
import type { Exchange } from '#src/http/exchange/exchange.ts';
import { toAppError } from '#src/http/reply/problem.ts';

/** Where entries go. */
export interface Trail {
  during<T>(action: AuditedAction, work: () => T): T;
  succeeded(action: AuditedAction): Promise<void>;
  refused(action: AuditedAction, code: string): Promise<void>;
  pseudonym(text: string): string;
}

/** Gives each run of an operation with `x-audit` one entry, whether it succeeds or is refused. */
export interface Auditing {
  /** Runs everything between the match of the operation and its answer. */
  around(exchange: Exchange, record: OperationRecord, work: () => void | Promise<void>): void | Promise<void>;
  /** The request is sound and its handler begins. */
  begin(exchange: Exchange): void;
  /** The handler is done and the answer goes out next: from here on the entry is there. */
  complete(exchange: Exchange): void | Promise<void>;
}

/** A caller who is told to wait and does not gets one entry a minute, so that nobody fills the trail with refusals. */
const WAITING_MS = 60_000;
const MAX_WAITING = 10_000;

export function createAuditing(trail: Trail): Auditing {
  const waiting = new Map<string, number>();

  /** Only what was attempted by someone known, or by a sound request, is an action. */
  const isWorthAnEntry = (exchange: Exchange, action: AuditedAction, error: AppError): boolean => {
    if (action.answered || (exchange.actor === undefined && !action.begun)) return false;
    if (error.code !== 'rate_limited') return true;
    const key = `${action.operation} ${exchange.actor?.userId ?? exchange.ip}`;
    const now = performance.now();
    if (now - (waiting.get(key) ?? -WAITING_MS) < WAITING_MS) return false;
    if (waiting.size >= MAX_WAITING) waiting.clear();
    waiting.set(key, now);
    return true;
  };

  const refuse = async (exchange: Exchange, action: AuditedAction, thrown: unknown): Promise<never> => {
    const error = toAppError(thrown);
    if (isWorthAnEntry(exchange, action, error)) {
      action.actor ??= exchange.actor;
      try {
        await trail.refused(action, error.code);
      } catch (failure) {
        exchange.log.error({ err: failure, code: error.code }, 'a refusal could not be written to the trail');
        if (error.code !== 'internal_error' && error.code !== 'dependency_unavailable') throw failure;
      }
    }
    throw thrown;
  };

  return {
    around(exchange, record, work) {
      const action = openAction(exchange, record, trail);
      exchange.audited = action;
      return trail.during(action, () => {
        try {
          const pending = work();
          return pending instanceof Promise
            ? pending.catch((thrown) => refuse(exchange, action, thrown))
            : pending;
        } catch (thrown) {
          return refuse(exchange, action, thrown);
        }
      });
    },

    begin(exchange) {
      const action = exchange.audited;
      if (action === undefined) return;
      action.actor = exchange.actor;
      Object.assign(action, targetsOf(exchange, exchange.record as OperationRecord, trail, true));
      action.begun = true;
    },

    complete(exchange) {
      const action = exchange.audited;
      if (action === undefined) return;
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
  };
}

function openAction(exchange: Exchange, record: OperationRecord, trail: Trail): AuditedAction {
  return new AuditedAction({
    action: record.audit as string,
    operation: record.operationId,
    requestId: exchange.requestId,
    ip: exchange.ip,
    ...targetsOf(exchange, record, trail, false),
  });
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * What the path says the action is done to: the parameter that names what the action is called after, else the last;
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
    if (names === undefined || value === undefined || !(validated || UUID.test(value))) return [];
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
