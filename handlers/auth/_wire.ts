import type { components } from '#generated/schema.gen.ts';
import type { Account, IssuedTokens } from '#src/domain/accounts/account.ts';

type Schemas = components['schemas'];

/** An account as the contract shows it. */
export function toUser(account: Account): Schemas['User'] {
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

/** The tokens of a session as the contract shows them. */
export function toTokenPair(tokens: IssuedTokens): Schemas['TokenPair'] {
  return {
    access_token: tokens.accessToken,
    refresh_token: tokens.refreshToken,
    token_type: 'bearer',
    expires_in: tokens.expiresInSeconds,
  };
}
