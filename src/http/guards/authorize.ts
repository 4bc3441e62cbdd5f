import { AppError } from '#src/errors.ts';
import type { Access, OperationRecord } from '#src/http/contract/operation.ts';
import type { Exchange } from '#src/http/exchange/exchange.ts';

const ROLES: Readonly<Record<Access, ReadonlySet<string> | undefined>> = {
  public: undefined,
  user: undefined,
  viewer: new Set(['viewer', 'admin']),
  admin: new Set(['admin']),
};

/** Throws `forbidden` when the role of the caller is not enough for the operation. */
export function assertRole(exchange: Exchange, record: OperationRecord): void {
  const roles = ROLES[record.access];
  if (roles === undefined || roles.has(exchange.actor?.role ?? '')) return;
  throw new AppError('forbidden', 'Your role does not permit this operation.');
}

/** Lets a caller pass whose role is enough, and counts the use of an operation that is going to be taken away. */
export function authorize(
  countDeprecated: (operationId: string) => void,
): (exchange: Exchange, record: OperationRecord) => void {
  return (exchange, record) => {
    assertRole(exchange, record);
    if (record.deprecated !== undefined) countDeprecated(record.operationId);
  };
}
