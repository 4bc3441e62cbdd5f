/** A chat of one user. */
export interface Conversation {
  readonly id: string;
  readonly userId: string;
  readonly title: string;
  readonly folderId: string | undefined;
  readonly archived: boolean;
  readonly version: number;
  readonly messageCount: number;
  /** Beginning of the newest message, for lists. */
  readonly lastMessagePreview: string | undefined;
  readonly lastMessageAt: Date | undefined;
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

const PREVIEW_LENGTH = 140;

/** One line of the beginning of a message, cut between characters and not inside one. */
export function previewOf(content: string): string {
  const line = content
    .slice(0, PREVIEW_LENGTH * 4)
    .replace(/\s+/gu, ' ')
    .trim();
  const characters = [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(line)];
  if (characters.length <= PREVIEW_LENGTH) return line;
  return `${characters
    .slice(0, PREVIEW_LENGTH - 1)
    .map(({ segment }) => segment)
    .join('')}…`;
}
