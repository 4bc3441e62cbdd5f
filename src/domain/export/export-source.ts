import type { MessageRole } from '#src/domain/conversations/message.ts';
import type { Citation } from '#src/domain/conversations/message-citations.ts';

/** People write text as it is; only what the assistant writes is Markdown. */
export function isMarkdown(role: MessageRole): boolean {
  return role === 'assistant';
}

/** The facts of an attachment, without its bytes. */
export interface ExportAttachment {
  readonly id: string;
  readonly fileName: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
  /** Of the bytes, hexadecimal. */
  readonly sha256: string;
}

export interface ExportMessage {
  readonly id: string;
  /** Branch of the message, which can be a parent of the branch that is exported. */
  readonly branchId: string;
  readonly parentMessageId: string | undefined;
  readonly role: MessageRole;
  readonly content: string;
  readonly createdAt: Date;
  readonly editedAt: Date | undefined;
  readonly citations: readonly Citation[];
  readonly attachments: readonly ExportAttachment[];
}

export interface ExportBranch {
  /** `main` or a uuid. */
  readonly id: string;
  readonly name: string | undefined;
  readonly parentBranchId: string | undefined;
  /** Last message shared with the parent branch. */
  readonly parentMessageId: string | undefined;
  readonly createdAt: Date;
  /** Number of messages in the section, counted before they are read. */
  readonly messageCount: number;
}

/** A branch with its messages, oldest first, in batches that are read on demand. */
export interface ExportSection {
  readonly branch: ExportBranch;
  batches(): AsyncIterable<readonly ExportMessage[]>;
}

/** A conversation for an export. It contains nothing of its owner. */
export interface ExportSource {
  readonly conversationId: string;
  readonly title: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** True when every branch is a separate section; else the only section is one branch with its shared messages. */
  readonly wholeTree: boolean;
  readonly sections: readonly ExportSection[];
}

/** Options of an export. */
export interface ExportForm {
  readonly exportedAt: Date;
  /** A valid IANA name. */
  readonly timeZone: string;
  readonly citations: boolean;
  readonly attachments: boolean;
}

/** Looks up the attachments of messages. */
export interface AttachmentLookup {
  attachmentsOf(messageIds: readonly string[]): Promise<ReadonlyMap<string, readonly ExportAttachment[]>>;
}
