import type { Actor } from '#src/domain/accounts/actor.ts';
import { AppError } from '#src/errors.ts';
import type { SecurityHandler } from '#src/http/dispatch/stage.ts';
import { andThen } from '#src/platform/promise-or-value.ts';

const BEARER = /^bearer +([A-Za-z0-9._~+/-]+=*)$/i;
const MAX_TOKEN_LENGTH = 4_096;

/** Takes the bearer token of a request to its actor. Only a defect of the token is 401; a lost database is not. */
export function identifyBearer(identify: (token: string) => Actor | Promise<Actor>): SecurityHandler {
  return (exchange) => {
    const header = exchange.req.headers.authorization;
    if (header === undefined) return false;
    return andThen(identify(tokenOf(header)), (actor) => {
      exchange.actor = actor;
      return true;
    });
  };
}

/** The actor of a public operation that may be called with a token as well; one that is not good is 401. */
export function optionalActor(
  authorization: string | undefined,
  identify: (token: string) => Actor | Promise<Actor>,
): Actor | undefined | Promise<Actor> {
  return authorization === undefined ? undefined : identify(tokenOf(authorization));
}

function tokenOf(header: string): string {
  const token = header.length > MAX_TOKEN_LENGTH ? undefined : BEARER.exec(header)?.[1];
  if (token === undefined) throw new AppError('unauthenticated', 'A valid access token is required.');
  return token;
}
