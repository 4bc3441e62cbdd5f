import { documentHeaders } from '#src/http/handler/document-headers.ts';
import type { Handler } from '#src/http/handler/handler.ts';
import { toExportRequest } from './_wire.ts';

/** A conversation as PDF, written while it is read. */
export const exportPdf: Handler<'exportPdf'> = async (ctx, input) => {
  const request = { ...toExportRequest(input), pageFormat: input.query.page_format };
  const document = await ctx.services.exports.pdf(ctx.work, request);
  return {
    status: 200,
    type: 'application/pdf',
    body: document.body,
    headers: documentHeaders(document.fileName),
  };
};
