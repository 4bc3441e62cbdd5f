import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** List Branches. */
export const listBranches: Handler<'listBranches'> = () => notImplemented('listBranches');
