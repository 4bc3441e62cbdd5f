import type { components } from '#generated/schema.gen.ts';
import type { Account } from '#src/domain/accounts/account.ts';

/** An account as the contract shows it. */
export function toUser(account: Account): components['schemas']['User'] {
  return {
    id: account.id,
    email: account.email,
    full_name: account.fullName ?? null,
    role: account.role,
    is_active: account.isActive,
    created_at: account.createdAt.toISOString(),
    updated_at: account.updatedAt.toISOString(),
    last_login_at: account.lastLoginAt?.toISOString() ?? null,
  };
}
