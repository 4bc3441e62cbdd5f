import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Synthesize speech from text. */
export const synthesizeSpeech: Handler<'synthesizeSpeech'> = () => notImplemented('synthesizeSpeech');
