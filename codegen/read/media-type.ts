/** A media type without parameters, in lower case. */
export function essence(mediaType: string): string {
  return (mediaType.split(';', 1)[0] ?? '').trim().toLowerCase();
}

/** True when bodies of the media type are JSON. */
export function isJson(mediaType: string): boolean {
  return mediaType === 'application/json' || mediaType.endsWith('+json');
}

/** Media type of streams of events. */
export const EVENT_STREAM = 'text/event-stream';

/** Media type of forms without files. */
export const FORM = 'application/x-www-form-urlencoded';

export function isMultipart(mediaType: string): boolean {
  return mediaType.startsWith('multipart/');
}
