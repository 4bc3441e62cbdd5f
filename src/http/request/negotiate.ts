import type { OperationRecord } from '#src/http/contract/operation.ts';
import type { Exchange } from '#src/http/exchange/exchange.ts';
import { preferredType } from '#src/http/request/media-types.ts';

/** Chooses the media type of the success, where the operation has several. */
export function negotiate(exchange: Exchange, { produces }: OperationRecord): void {
  if (produces === undefined) return;
  exchange.replyType = preferredType(exchange.req.headers.accept, produces);
  if (produces.length > 1) exchange.stageHeaders = [...(exchange.stageHeaders ?? []), 'vary', 'Accept'];
}
