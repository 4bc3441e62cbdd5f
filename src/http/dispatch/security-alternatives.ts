import { AppError } from '#src/errors.ts';
import type { OperationRecord } from '#src/http/contract/operation.ts';
import type { Exchange } from '#src/http/exchange/exchange.ts';

/** Lets the caller of an exchange in, and sets its actor where the scheme knows people, or throws. */
export type SecurityHandler = (exchange: Exchange) => void | Promise<void>;

/** By name of the security scheme. */
export type SecurityHandlers = Readonly<Record<string, SecurityHandler | undefined>>;

/** Holds a caller against what the contract asks of the callers of an operation. */
export function admitCaller(
  exchange: Exchange,
  { security }: OperationRecord,
  handlers: SecurityHandlers,
): void | Promise<void> {
  const [first] = security;
  if (first === undefined) return;
  const [name, ...others] = first;
  if (security.length === 1 && name !== undefined && others.length === 0)
    return handlerOf(name, handlers)(exchange);
  return tryInTurn(exchange, security, handlers);
}

/** Only credentials that are not good lead on to the next alternative; a database that is down is no reason to. */
async function tryInTurn(
  exchange: Exchange,
  security: OperationRecord['security'],
  handlers: SecurityHandlers,
): Promise<void> {
  let refusal: unknown;
  for (const names of security.filter(({ length }) => length > 0)) {
    try {
      for (const name of names) await handlerOf(name, handlers)(exchange);
      return;
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'unauthenticated')) throw error;
      exchange.actor = undefined;
      refusal = error;
    }
  }
  const isOpen = security.some(({ length }) => length === 0);
  if (!isOpen) throw refusal;
}

function handlerOf(name: string, handlers: SecurityHandlers): SecurityHandler {
  const handler = handlers[name];
  if (handler === undefined)
    throw new AppError('internal_error', `There is no handler of the security scheme ${name}.`);
  return handler;
}
