import type { Actor } from '#src/domain/accounts/actor.ts';
import { AppError } from '#src/errors.ts';
import type { SecurityHandler } from '#src/http/dispatch/security-alternatives.ts';
import { andThen } from '#src/platform/promise-or-value.ts';

const BEARER = /^bearer +([A-Za-z0-9._~+/-]+=*)$/i;
const MAX_TOKEN_LENGTH = 4_096;

/** Takes the bearer token of a request to its actor. Only a defect of the token is 401; a lost database is not. */
export function bearerSecurity(identify: (token: string) => Actor | Promise<Actor>): SecurityHandler {
  return (exchange) =>
    andThen(identify(tokenOf(exchange.req.headers.authorization)), (actor) => {
      exchange.actor = actor;
    });
}

function tokenOf(header: string | undefined): string {
  const token =
    header === undefined || header.length > MAX_TOKEN_LENGTH ? undefined : BEARER.exec(header)?.[1];
  if (token === undefined) throw new AppError('unauthenticated', 'A valid access token is required.');
  return token;
}
