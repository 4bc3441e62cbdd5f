import { MAIN_BRANCH, type Message } from '#src/domain/conversations/message.ts';
import type { Search } from '#src/domain/search.ts';

/** A chat of one user. */
export interface Conversation {
  readonly id: string;
  readonly userId: string;
  readonly title: string;
  readonly folderId: string | undefined;
  readonly archived: boolean;
  readonly version: number;
  /** Messages of all branches. */
  readonly messageCount: number;
  /** Those of `main`. */
  readonly mainMessageCount: number;
  /** Beginning of the newest message, for lists. */
  readonly lastMessagePreview: string | undefined;
  readonly lastMessageAt: Date | undefined;
  /** When something was said in it last, which orders the list: a message was written or edited, or it was opened. */
  readonly lastActivityAt: Date;
  /** Position of the newest event in its log. */
  readonly eventSeq: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface ConversationFilter {
  readonly archived: boolean | undefined;
  readonly folderId: string | undefined;
  /** A part of the title. */
  readonly search: Search | undefined;
}

/** Changes to a conversation; an absent field stays, a null folder takes it out of its folder. */
export interface ConversationChange {
  readonly title?: string;
  readonly folderId?: string | null;
  readonly archived?: boolean;
}

/** The conversation after any change, which clients have to read anew. Its place in the list stays. */
export function touched(conversation: Conversation, now: Date): Conversation {
  return { ...conversation, version: conversation.version + 1, updatedAt: now };
}

/**
 * The conversation after something was said in it, which makes it the first in the list. It never goes back, whatever the
 * clocks of replicas say.
 */
export function spoken(conversation: Conversation, now: Date): Conversation {
  const { lastActivityAt } = conversation;
  return { ...touched(conversation, now), lastActivityAt: now > lastActivityAt ? now : lastActivityAt };
}

/** The conversation with one message more, which is its newest. */
export function afterMessage(conversation: Conversation, message: Message): Conversation {
  return {
    ...spoken(conversation, message.createdAt),
    messageCount: conversation.messageCount + 1,
    mainMessageCount: conversation.mainMessageCount + inMain(message),
    lastMessagePreview: previewOf(message.content),
    lastMessageAt: message.createdAt,
  };
}

/** The conversation with one message less. */
export function withoutMessage(conversation: Conversation, message: Message): Conversation {
  return {
    ...conversation,
    messageCount: conversation.messageCount - 1,
    mainMessageCount: conversation.mainMessageCount - inMain(message),
  };
}

function inMain(message: Message): 0 | 1 {
  return message.branchId === MAIN_BRANCH ? 1 : 0;
}

const PREVIEW_LENGTH = 140;
/** Characters of a message that are read for its preview; many of them can be spaces. */
export const PREVIEW_SOURCE_LENGTH = PREVIEW_LENGTH * 4;

/** The first half of a surrogate pair that the cut has divided. */
const HALF_CHARACTER = /[\ud800-\udbff]$/;

/** One line of the beginning of a message, cut between characters and not inside one. */
export function previewOf(content: string): string {
  const beginning = content.slice(0, PREVIEW_SOURCE_LENGTH).replace(HALF_CHARACTER, '');
  const line = beginning.replace(/\s+/gu, ' ').trim();
  const characters = [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(line)];
  // The database gives the beginning alone, so a text of full length counts as cut, and its last character as well.
  const isWhole = content.length < PREVIEW_SOURCE_LENGTH;
  if (isWhole && characters.length <= PREVIEW_LENGTH) return line;
  return `${characters
    .slice(0, Math.min(PREVIEW_LENGTH, characters.length) - 1)
    .map(({ segment }) => segment)
    .join('')}…`;
}
