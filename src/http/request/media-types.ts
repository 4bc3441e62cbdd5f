import Negotiator from 'negotiator';

/** Longer headers are cut, because each range of them is compared with each offered type. */
const MAX_LENGTH = 512;
/** Replies are in UTF-8, so a range that asks for it is the same without it. */
const UTF_8 = /;\s*charset="?utf-8"?/gi;

/**
 * The offered media type that an `Accept` header prefers: by quality, then by how exactly it is named, then by the
 * client's order. The first one is the default, also for a client that accepts none of them.
 */
export function preferredType(accept: string | undefined, offered: readonly string[]): string {
  const fallback = offered[0] as string;
  if (accept === undefined) return fallback;
  const negotiator = new Negotiator({ headers: { accept: accept.slice(0, MAX_LENGTH).replace(UTF_8, '') } });
  return negotiator.mediaType([...offered]) ?? fallback;
}
