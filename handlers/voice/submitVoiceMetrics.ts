import type { Handler } from '#src/http/handler/handler.ts';
import { notImplemented } from '#src/http/handler/not-implemented.ts';

/** Submit voice session metrics. */
export const submitVoiceMetrics: Handler<'submitVoiceMetrics'> = () => notImplemented('submitVoiceMetrics');
