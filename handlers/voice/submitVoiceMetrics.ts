import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Submit voice session metrics. */
export const submitVoiceMetrics: Handler<'submitVoiceMetrics'> = () => notImplemented('submitVoiceMetrics');
