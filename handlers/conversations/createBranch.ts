import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Create Branch. */
export const createBranch: Handler<'createBranch'> = () => notImplemented('createBranch');
