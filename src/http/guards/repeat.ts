import type { OperationRecord } from '#src/http/contract/operation.ts';
import type { Answer, Next } from '#src/http/dispatch/stage.ts';
import type { Exchange } from '#src/http/exchange/exchange.ts';
import type { Idempotency } from '#src/http/guards/idempotency.ts';
import type { RenderedReply } from '#src/http/handler/any-reply.ts';

type Render = (exchange: Exchange, answer: Answer) => RenderedReply;

/** Answers a request that was made before under its Idempotency-Key with what was answered then. */
export function repeat(
  idempotency: Idempotency,
  render: Render,
): (exchange: Exchange, record: OperationRecord, next: Next) => Answer | Promise<Answer> {
  return (exchange, record, next) => {
    if (exchange.req.headers['idempotency-key'] === undefined) return next();
    // The reply is kept as it is sent, in the transaction of the change, so it is rendered here.
    return idempotency.run(exchange, record, async ({ tx, claim }) => {
      exchange.tx = tx;
      exchange.claim = claim;
      return render(exchange, await next());
    });
  };
}
