import { violation } from '#src/errors.ts';
import type { Handler } from '#src/http/handler.ts';
import { readPageQuery, toPageBody } from '#src/http/page-form.ts';
import { toEvent } from './_wire.ts';

/** The log of a conversation. */
export const listConversationEvents: Handler<'listConversationEvents'> = async (ctx, input) => {
  const { after, since, types } = input.query;
  const filter = { after, since: readTime(since), types };
  const page = await ctx.services.conversationEvents.list(
    ctx.actor,
    input.path.conversation_id,
    filter,
    readPageQuery(input.query),
  );
  return { status: 200, body: toPageBody(page, toEvent) };
};

/** A leap second is a time by the contract, but none for a computer. */
function readTime(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) throw violation('query', '/since', 'is no time that exists', 'format');
  return time;
}
