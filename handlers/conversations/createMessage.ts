import type { Handler, Input } from '#src/http/handler/handler.ts';
import { toMessage } from './_wire.ts';

/** Stores a message. */
export const createMessage: Handler<'createMessage'> = async (ctx, input) => {
  const written = await ctx.services.messages.write(
    ctx.work,
    input.path.conversation_id,
    toNewMessage(input),
  );
  return {
    status: 201,
    headers: written.replayed ? { 'idempotent-replayed': 'true' } : {},
    body: { message: toMessage(written.message) },
  };
};

function toNewMessage({ body }: Input<'createMessage'>) {
  return {
    role: body.role,
    content: body.content,
    branchId: body.branch_id,
    parentMessageId: body.parent_message_id ?? undefined,
    clientMessageId: body.client_message_id,
    clinicalContextId: body.clinical_context_id ?? undefined,
    metadata: body.metadata ?? {},
    wantsReply: body.reply,
  };
}
