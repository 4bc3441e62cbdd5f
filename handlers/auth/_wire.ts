import type { components } from '#generated/schema.gen.ts';
import type { IssuedTokens } from '#src/domain/accounts/account.ts';

type Schemas = components['schemas'];

/** The tokens of a session as the contract shows them. */
export function toTokenPair(tokens: IssuedTokens): Schemas['TokenPair'] {
  return {
    access_token: tokens.accessToken,
    refresh_token: tokens.refreshToken,
    token_type: 'bearer',
    expires_in: tokens.expiresInSeconds,
  };
}
