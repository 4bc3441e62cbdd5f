import type { IncomingHttpHeaders } from 'node:http';
import { AppError } from '#src/errors.ts';
import { matchesETag, namesCurrent } from '#src/http/reply/etag.ts';
import { readHttpDate } from '#src/http/reply/http-date.ts';

/** What tells one state of a resource from another. */
export interface Validators {
  readonly etag: string;
  readonly lastModified?: Date | undefined;
}

/**
 * True when the client holds the current state, so that a GET needs no body. The conditions are looked at in the order of
 * RFC 9110, 13.2.2, in which a date only counts where the tag beside it is missing. Throws `precondition_failed` when the
 * client asks for another state, and `malformed_request`.
 */
export function isUnchanged(request: IncomingHttpHeaders, { etag, lastModified }: Validators): boolean {
  const changedAt = lastModified === undefined ? undefined : Math.floor(lastModified.getTime() / 1000);
  assertCurrent(request, etag, changedAt);
  const held = request['if-none-match'];
  if (held !== undefined) return matchesETag(held, etag);
  const since = dateOf(request['if-modified-since']);
  return since !== undefined && changedAt !== undefined && changedAt <= since;
}

function assertCurrent(request: IncomingHttpHeaders, etag: string, changedAt: number | undefined): void {
  const wanted = request['if-match'];
  if (wanted !== undefined) {
    if (!namesCurrent(wanted, etag)) throw changed();
    return;
  }
  const before = dateOf(request['if-unmodified-since']);
  if (before !== undefined && changedAt !== undefined && changedAt > before) throw changed();
}

function dateOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : readHttpDate(text);
}

function changed(): AppError {
  return new AppError(
    'precondition_failed',
    'The resource is not in the state that you ask for. Read it without the condition.',
  );
}
