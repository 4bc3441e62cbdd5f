import type { ConversationEvent } from '#src/domain/conversations/conversation-event.ts';
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

async function* toStream(events: AsyncIterable<ConversationEvent>) {
  for await (const event of events)
    yield { event: 'event' as const, id: String(event.seq), data: toEvent(event) };
}

/** A client that comes back repeats its first request, so the position further on counts. */
function readFilter({ query, header }: Input<'listConversationEvents'>) {
  const after = Math.max(query.after ?? 0, readPosition(header['last-event-id']));
  return { after, since: readTime(query.since), types: query.types };
}

function readPosition(lastEventId: string | undefined): number {
  if (lastEventId === undefined) return 0;
  if (/^\d{1,15}$/.test(lastEventId)) return Number(lastEventId);
  throw violation('header', '/last-event-id', 'is no id of an event of this log', 'format');
}

/** A leap second is a time by the contract, but none for a computer. */
function readTime(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) throw violation('query', '/since', 'is no time that exists', 'format');
  return time;
}
