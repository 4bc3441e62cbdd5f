import { createHash, timingSafeEqual } from 'node:crypto';
import type { Actor, CallerListener } from '#src/domain/accounts/actor.ts';
import { unauthenticated } from '#src/errors.ts';
import type { SecurityHandler } from '#src/http/dispatch/stage.ts';
import type { Exchange } from '#src/http/exchange/exchange.ts';
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

/** Holds a program against the token that the operator set. Without one everybody who reaches the server is let in. */
export function identifyOperator(token: string | undefined): SecurityHandler {
  return ({ req }) => {
    if (token === undefined) return true;
    const sent = /^bearer +(.+)$/i.exec(req.headers.authorization ?? '')?.[1];
    return sent !== undefined && sameText(sent, token);
  };
}

/** Compares without telling by time how much agrees. */
function sameText(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
}

/** Watches the bearer token of a request for as long as its answer goes on. Returns what ends the watch. */
export type CallerWatch = (exchange: Exchange, listener: CallerListener) => () => void;

export function watchBearer(watch: (token: string, listener: CallerListener) => () => void): CallerWatch {
  return (exchange, listener) => watch(tokenOf(exchange.req.headers.authorization ?? ''), listener);
}

function tokenOf(header: string): string {
  const token = header.length > MAX_TOKEN_LENGTH ? undefined : BEARER.exec(header)?.[1];
  if (token === undefined) throw unauthenticated();
  return token;
}
