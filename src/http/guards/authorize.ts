import type { Role } from '#src/domain/accounts/actor.ts';
import { AppError, unauthenticated } from '#src/errors.ts';
import type { Access, OperationRecord } from '#src/http/contract/operation.ts';
import type { Exchange } from '#src/http/exchange/exchange.ts';

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
  if (actor === undefined) throw unauthenticated();
  if (!roles.includes(actor.role))
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
