import type { Handler } from '#src/http/handler/handler.ts';
import { notImplemented } from '#src/http/handler/not-implemented.ts';

/** Transcribe audio to text. */
export const transcribeAudio: Handler<'transcribeAudio'> = () => notImplemented('transcribeAudio');
