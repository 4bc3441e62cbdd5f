import type { MessageRole } from '#src/domain/conversations/message.ts';

/** A passage that an answer rests on, as it stood when the answer was written. */
export interface ExportCitation {
  /** Number by which the answer refers to it. */
  readonly number: number;
  readonly documentId: string | undefined;
  readonly chunkId: string | undefined;
  readonly title: string;
  readonly quote: string;
  readonly pageNumber: number | undefined;
  readonly url: string | undefined;
  /** Between 0 and 1. */
  readonly score: number | undefined;
}

/** A file of a message: what it is, not its bytes. */
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
  /** Branch that it was written on, which may be a parent of the one it is shown in. */
  readonly branchId: string;
  readonly parentMessageId: string | undefined;
  readonly role: MessageRole;
  readonly content: string;
  readonly createdAt: Date;
  readonly editedAt: Date | undefined;
  readonly citations: readonly ExportCitation[];
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
  /** Messages that the section holds, as counted before it was read. */
  readonly messageCount: number;
}

/** A branch with its messages, oldest first, in batches that are read as they are asked for. */
export interface ExportSection {
  readonly branch: ExportBranch;
  batches(): AsyncIterable<readonly ExportMessage[]>;
}

/** A conversation as an export reads it. Nothing of its owner is in it. */
export interface ExportSource {
  readonly conversationId: string;
  readonly title: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** True when every branch is a section of its own; else the one section is a branch with what it shares. */
  readonly wholeTree: boolean;
  readonly sections: readonly ExportSection[];
}

/** How an export is to be written. */
export interface ExportForm {
  readonly exportedAt: Date;
  /** IANA name, known to be valid. */
  readonly timeZone: string;
  readonly citations: boolean;
  readonly attachments: boolean;
}

/** Where attachments of messages are looked up. */
export interface AttachmentLookup {
  attachmentsOf(messageIds: readonly string[]): Promise<ReadonlyMap<string, readonly ExportAttachment[]>>;
}
