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
  /** Position of the newest event in its log. */
  readonly eventSeq: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface ConversationFilter {
  readonly archived: boolean | undefined;
  readonly folderId: string | undefined;
  /** Part of the title, compared without case. */
  readonly titlePart: string | undefined;
}

/** Changes to a conversation; an absent field stays, a null folder takes it out of its folder. */
export interface ConversationChange {
  readonly title?: string;
  readonly folderId?: string | null;
  readonly archived?: boolean;
}

/** A text as titles are compared: without case, and with accented letters in one form. */
export function folded(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

/** The conversation after a change of its messages: read anew by clients, and first in the list. */
export function touched(conversation: Conversation, now: Date): Conversation {
  return { ...conversation, version: conversation.version + 1, updatedAt: now };
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
