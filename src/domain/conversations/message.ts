import type { Citation } from '#src/domain/conversations/message-citations.ts';

export type MessageRole = 'user' | 'assistant' | 'system';

/** Name of the branch that every conversation has. */
export const MAIN_BRANCH = 'main';

export interface Message {
  readonly id: string;
  readonly conversationId: string;
  readonly branchId: string;
  readonly parentMessageId: string | undefined;
  readonly role: MessageRole;
  readonly content: string;
  readonly clientMessageId: string | undefined;
  readonly metadata: Readonly<Record<string, unknown>>;
  /** The sources of an answer of the assistant. */
  readonly citations: readonly Citation[];
  /** Position in the conversation, from 1. */
  readonly seq: number;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly editedAt: Date | undefined;
}

/** The message and the branch of an event about a message. */
export function placeOf(message: Message): { readonly messageId: string; readonly branchId: string } {
  return { messageId: message.id, branchId: message.branchId };
}

/** The values of a new message. */
export interface NewMessage {
  readonly role: 'user' | 'system';
  readonly content: string;
  readonly branchId: string;
  readonly parentMessageId: string | undefined;
  readonly clientMessageId: string | undefined;
  readonly clinicalContextId: string | undefined;
  readonly metadata: Readonly<Record<string, unknown>>;
  /** True when the assistant is asked to answer. */
  readonly wantsReply: boolean;
}
