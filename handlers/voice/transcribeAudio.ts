import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Transcribe audio to text. */
export const transcribeAudio: Handler<'transcribeAudio'> = () => notImplemented('transcribeAudio');
