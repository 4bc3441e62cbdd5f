import type { components } from '#generated/schema.gen.ts';
import type { BranchOutline } from '#src/domain/conversations/branch.ts';
import type { Conversation } from '#src/domain/conversations/conversation.ts';
import type { ConversationEvent } from '#src/domain/conversations/conversation-event.ts';
import type { StoredSettings } from '#src/domain/conversations/conversation-settings.ts';
import type { Message } from '#src/domain/conversations/message.ts';
import { versionETag } from '#src/http/handler/version-tag.ts';

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
    last_activity_at: conversation.lastActivityAt.toISOString(),
    created_at: conversation.createdAt.toISOString(),
    updated_at: conversation.updatedAt.toISOString(),
  };
}

/** A message as the contract shows it; `shared` in a branch whose parent it belongs to. */
export function toMessage(message: Message, shared = false): Schemas['Message'] {
  return {
    id: message.id,
    conversation_id: message.conversationId,
    branch_id: message.branchId,
    parent_message_id: message.parentMessageId ?? null,
    role: message.role,
    content: message.content,
    client_message_id: message.clientMessageId ?? null,
    citations: toCitations(message),
    metadata: { ...message.metadata },
    model: null,
    token_usage: null,
    created_at: message.createdAt.toISOString(),
    updated_at: message.updatedAt.toISOString(),
    edited_at: message.editedAt?.toISOString() ?? null,
    etag: versionETag(message.version),
    shared,
  };
}

/** Limits of the contract, which stored values can exceed. */
const MAX_CITATIONS = 100;
const MAX_NUMBER = 1_000;
const MAX_PAGE = 1_000_000;

function toCitations(message: Message): Schemas['Citation'][] {
  return message.citations
    .filter(({ number }) => number <= MAX_NUMBER)
    .slice(0, MAX_CITATIONS)
    .map(({ number, documentId, chunkId, title, quote, pageNumber, url, score }) => ({
      number,
      document_id: documentId ?? null,
      chunk_id: chunkId ?? null,
      title,
      quote,
      page_number: pageNumber !== undefined && pageNumber <= MAX_PAGE ? pageNumber : null,
      url: url !== undefined && URL.canParse(url) ? new URL(url).href : null,
      score: score !== undefined && score >= 0 && score <= 1 ? score : null,
    }));
}

/** A branch as the contract shows it. */
export function toBranch(branch: BranchOutline): Schemas['Branch'] {
  return {
    id: branch.id,
    name: branch.name ?? null,
    parent_branch_id: branch.parentBranchId ?? null,
    parent_message_id: branch.parentMessageId ?? null,
    message_count: branch.messageCount,
    created_at: branch.createdAt.toISOString(),
  };
}

/** Settings as the contract shows them. */
export function toSettings({ settings, updatedAt }: StoredSettings): Schemas['ConversationSettings'] {
  return {
    system_prompt: settings.systemPrompt ?? null,
    temperature: settings.temperature ?? null,
    max_tokens: settings.maxTokens ?? null,
    context_window_messages: settings.contextWindowMessages ?? null,
    language: settings.language ?? null,
    voice: settings.voice ?? null,
    updated_at: updatedAt.toISOString(),
  };
}

type SettingsChange = {
  readonly [Name in keyof Schemas['ConversationSettingsUpdate']]: Schemas['ConversationSettingsUpdate'][Name];
};

/** Changes of settings, or all of them, in the terms of the service. */
export function readSettingsChange(body: SettingsChange) {
  return {
    ...(body.system_prompt === undefined ? {} : { systemPrompt: body.system_prompt }),
    ...(body.temperature === undefined ? {} : { temperature: body.temperature }),
    ...(body.max_tokens === undefined ? {} : { maxTokens: body.max_tokens }),
    ...(body.context_window_messages === undefined
      ? {}
      : { contextWindowMessages: body.context_window_messages }),
    ...(body.language === undefined ? {} : { language: body.language }),
    ...(body.voice === undefined ? {} : { voice: body.voice }),
  };
}

/** An event as the contract shows it. */
export function toEvent(event: ConversationEvent): Schemas['ConversationEvent'] {
  return {
    seq: event.seq,
    type: event.type,
    conversation_id: event.conversationId,
    message_id: event.messageId ?? null,
    branch_id: event.branchId ?? null,
    changed_fields: [...event.changedFields],
    occurred_at: event.occurredAt.toISOString(),
  };
}
