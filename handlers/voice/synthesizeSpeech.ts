import type { Handler } from '#src/http/handler/handler.ts';
import { notImplemented } from '#src/http/handler/not-implemented.ts';

/** Synthesize speech from text. */
export const synthesizeSpeech: Handler<'synthesizeSpeech'> = () => notImplemented('synthesizeSpeech');
