import type { components } from '#generated/schema.gen.ts';
import type { Conversation } from '#src/domain/conversations/conversation.ts';
import type { Message } from '#src/domain/conversations/message.ts';
import { versionETag } from '#src/http/etag.ts';

type Schemas = components['schemas'];

/** A conversation as the contract shows it. */
export function toConversation(conversation: Conversation): Schemas['Conversation'] {
  return {
    id: conversation.id,
    title: conversation.title,
    folder_id: conversation.folderId ?? null,
    archived: conversation.archived,
    message_count: conversation.messageCount,
    last_message_preview: conversation.lastMessagePreview ?? null,
    last_message_at: conversation.lastMessageAt?.toISOString() ?? null,
    created_at: conversation.createdAt.toISOString(),
    updated_at: conversation.updatedAt.toISOString(),
  };
}

/** A message as the contract shows it. */
export function toMessage(message: Message): Schemas['Message'] {
  return {
    id: message.id,
    conversation_id: message.conversationId,
    branch_id: message.branchId,
    parent_message_id: message.parentMessageId ?? null,
    role: message.role,
    content: message.content,
    client_message_id: message.clientMessageId ?? null,
    citations: [],
    metadata: { ...message.metadata },
    model: null,
    token_usage: null,
    created_at: message.createdAt.toISOString(),
    updated_at: message.updatedAt.toISOString(),
    edited_at: message.editedAt?.toISOString() ?? null,
    etag: versionETag(message.version),
  };
}
