import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Get Clinical Context. */
export const getClinicalContext: Handler<'getClinicalContext'> = () => notImplemented('getClinicalContext');
