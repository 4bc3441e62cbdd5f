import type { Handler } from '#src/http/handler/handler.ts';
import { notImplemented } from '#src/http/handler/not-implemented.ts';

/** Relay final voice transcript to RAG. */
export const relayTranscript: Handler<'relayTranscript'> = () => notImplemented('relayTranscript');
