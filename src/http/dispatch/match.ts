import { AppError } from '#src/errors.ts';
import { allowHeader, type RouteMatch } from '#src/http/contract/route-match.ts';
import type { Exchange } from '#src/http/exchange/exchange.ts';
import type { RenderedReply } from '#src/http/handler/any-reply.ts';

/** Headers of the answer to a CORS preflight for what a path allows. */
type Preflight = (exchange: Exchange, allow: string) => readonly string[];

/** Answers for a path of the contract whose method it does not declare: what it takes. */
export function answerMethod(exchange: Exchange, preflight: Preflight): RenderedReply {
  const allow = allowHeader((exchange.match as RouteMatch).methods);
  if (exchange.method === 'OPTIONS') {
    return { rendered: true, status: 204, headers: ['allow', allow, ...preflight(exchange, allow)] };
  }
  exchange.stageHeaders = ['allow', allow];
  throw new AppError('method_not_allowed', `This path takes ${allow}.`);
}
