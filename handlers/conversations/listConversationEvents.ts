import type { FeedItem } from '#src/domain/conversations/conversation-feed.ts';
import { violation } from '#src/errors.ts';
import type { Handler, Input } from '#src/http/handler/handler.ts';
import { readPageQuery, toPageBody } from '#src/http/handler/page-form.ts';
import { toEvent } from './_wire.ts';

const STREAM = 'text/event-stream';

/** The log of a conversation, as a page or as it is written. */
export const listConversationEvents: Handler<'listConversationEvents'> = async (ctx, input) => {
  const { conversation_id: conversationId } = input.path;
  const filter = readFilter(input);
  if (ctx.replyType === STREAM) {
    const { conversationFeed } = ctx.services;
    const events = await conversationFeed.follow(ctx.work, conversationId, filter);
    return { status: 200, type: STREAM, events: toStream(events) };
  }
  const request = readPageQuery(input.query);
  const page = await ctx.services.conversationEvents.list(ctx.work, conversationId, filter, request);
  return { status: 200, body: toPageBody(page, toEvent) };
};

/** The id of a reset is the end of the log, from which a client goes on that comes back. */
async function* toStream(items: AsyncIterable<FeedItem>) {
  for await (const item of items) {
    if ('event' in item)
      yield { event: 'event' as const, id: String(item.event.seq), data: toEvent(item.event) };
    else yield { event: 'reset' as const, id: String(item.resetTo), data: { last_seq: item.resetTo } };
  }
}

/** A client that comes back repeats its first request and adds where it was. */
function readFilter({ query, header }: Input<'listConversationEvents'>) {
  const lastReceived = readPosition(header['last-event-id']);
  return { after: query.after, lastReceived, since: readTime(query.since), types: query.types };
}

/** The contract lets the digits of all positions pass, and some that are past the last one. */
function readPosition(lastEventId: string | undefined): number | undefined {
  if (lastEventId === undefined) return undefined;
  const position = Number(lastEventId);
  if (Number.isSafeInteger(position)) return position;
  throw violation('header', '/last-event-id', 'is no id of an event of this log', 'number');
}

/** A leap second is a time by the contract, but none for a computer. */
function readTime(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) throw violation('query', '/since', 'is no time that exists', 'format');
  return time;
}
