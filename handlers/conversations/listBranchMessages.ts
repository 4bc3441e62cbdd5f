import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Get Branch Messages. */
export const listBranchMessages: Handler<'listBranchMessages'> = () => notImplemented('listBranchMessages');
