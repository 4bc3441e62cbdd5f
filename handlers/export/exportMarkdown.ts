import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Export Markdown. */
export const exportMarkdown: Handler<'exportMarkdown'> = () => notImplemented('exportMarkdown');
