import { documentHeaders } from '#src/http/handler/document-headers.ts';
import type { Handler } from '#src/http/handler/handler.ts';
import { toExportRequest } from './_wire.ts';

/** A conversation as Markdown, written while it is read. */
export const exportMarkdown: Handler<'exportMarkdown'> = async (ctx, input) => {
  const document = await ctx.services.exports.markdown(ctx.work, toExportRequest(input));
  return {
    status: 200,
    type: 'text/markdown',
    body: document.body,
    headers: documentHeaders(document.fileName),
  };
};
