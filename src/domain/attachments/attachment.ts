import { isUuid } from '#src/platform/ids.ts';

/** A file that belongs to a message. Its bytes never change. */
export interface Attachment {
  readonly id: string;
  readonly userId: string;
  readonly conversationId: string;
  readonly messageId: string;
  /** As its uploader named it, without folders and controls. */
  readonly fileName: string;
  /** Found in the bytes. */
  readonly mimeType: string;
  readonly kind: AttachmentKind;
  readonly sizeBytes: number;
  /** Of the bytes, hexadecimal. */
  readonly sha256: string;
  readonly createdAt: Date;
}

/** Kind of a file, for an icon. */
export type AttachmentKind = 'pdf' | 'image' | 'text' | 'markdown' | 'document' | 'other';

/** A received file that is to be attached; it lies at `path` for as long as its request lasts. */
export interface NewAttachment {
  readonly messageId: string;
  readonly fileName: string;
  /** Media type that the bytes show. */
  readonly detectedType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly path: string;
}

export const MAX_ATTACHMENTS = 20;

/** Begins the keys of all blobs of attachments. */
export const ATTACHMENT_PREFIX = 'attachments/';
const MARKDOWN = 'text/markdown';
const MARKDOWN_NAME = /\.(?:md|markdown)$/i;
/** Controls, also those that turn the direction of text, line ends, and halves of surrogate pairs. */
const UNFIT = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u{61c}\u{200e}\u{200f}\u{202a}-\u{202e}\u{2066}-\u{2069}]/gu;

/** The key of an attachment's blob. The trigger that releases deleted attachments makes the same keys. */
export function blobKeyOf(id: string): string {
  return `${ATTACHMENT_PREFIX}${id}`;
}

/** The attachment whose bytes lie under a key; undefined when the key is none of an attachment. */
export function attachmentIdOf(key: string): string | undefined {
  const id = key.startsWith(ATTACHMENT_PREFIX) ? key.slice(ATTACHMENT_PREFIX.length) : undefined;
  return isUuid(id) ? id : undefined;
}

/** The name without what it may say of the uploader's machine, or do to a terminal. */
export function cleanFileName(name: string): string {
  const last = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const clean = last.replaceAll(UNFIT, '').trim();
  return /^\.*$/.test(clean) ? 'file' : clean;
}

/** Markdown is text like any other, so that nothing but the name tells it. */
export function mimeTypeOf(detectedType: string, fileName: string): string {
  return detectedType === 'text/plain' && MARKDOWN_NAME.test(fileName) ? MARKDOWN : detectedType;
}

const KINDS: readonly (readonly [RegExp, AttachmentKind])[] = [
  [/^application\/pdf$/, 'pdf'],
  [/^image\//, 'image'],
  [/^text\/markdown$/, 'markdown'],
  [/^text\//, 'text'],
  [/^application\/(?:msword|vnd\.openxmlformats-officedocument\.wordprocessingml\.document)$/, 'document'],
];

export function kindOf(mimeType: string): AttachmentKind {
  return KINDS.find(([pattern]) => pattern.test(mimeType))?.[1] ?? 'other';
}
