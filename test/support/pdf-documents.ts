import type { ExportMessage } from '#src/domain/export/export-source.ts';
import { ConversationDocument, type DocumentHead } from '#src/domain/export/pdf/conversation-document.ts';
import { readPdf, type TextPart } from '#test/support/exports.ts';

const AT = new Date('2025-03-04T09:15:30.000Z');
const CONVERSATION = '6d9e0f3a-8b1c-4d27-a5e6-2f4c7b8d9e01';

/** Writes a document of the given messages in this thread; a text alone is Markdown of the assistant. */
export function documentOf(
  messages: readonly (string | Partial<ExportMessage>)[],
  changes: Partial<DocumentHead> = {},
): Uint8Array {
  const branch = {
    id: 'main',
    name: undefined,
    parentBranchId: undefined,
    parentMessageId: undefined,
    createdAt: AT,
    messageCount: messages.length,
  };
  const document = new ConversationDocument({
    conversationId: CONVERSATION,
    title: 'A conversation',
    createdAt: AT,
    exportedAt: AT,
    timeZone: 'UTC',
    pageFormat: 'a4',
    citations: true,
    attachments: true,
    wholeTree: false,
    branches: [branch],
    ...changes,
  });
  document.section(branch);
  for (const message of messages) document.message(messageOf(message));
  document.end();
  const parts: Uint8Array[] = [];
  for (let part = document.take(); part !== undefined; part = document.take()) parts.push(part);
  return Buffer.concat(parts);
}

function messageOf(message: string | Partial<ExportMessage>): ExportMessage {
  return {
    id: '0b1f3a52-8a5e-4a53-9d53-3f1f5e2b8c10',
    branchId: 'main',
    parentMessageId: undefined,
    role: 'assistant',
    content: '',
    createdAt: AT,
    editedAt: undefined,
    citations: [],
    attachments: [],
    ...(typeof message === 'string' ? { content: message } : message),
  };
}

const FURNITURE = /^(?:Aconversation)?Page\d+of\d+Exported2025-03-0409:15:30UTC/;

/** The text of a document of `documentOf` without spaces, from its first message on, and without headers and footers. */
export async function bodyOf(bytes: Uint8Array): Promise<string> {
  const { pages } = await readPdf(bytes);
  const text = pages.map((page) => page.replace(/\s/gu, '').replace(FURNITURE, '')).join('');
  const head = `Conversation${CONVERSATION}`;
  return text.slice(text.indexOf(head) + head.length);
}

/** The heading of a message as `bodyOf` has it. */
export function headingIn(role: 'User' | 'Assistant' | 'System'): string {
  return `${role}2025-03-0409:15:30UTC`;
}

/** The stretches of text of a document that have something to see. */
export async function linesOf(bytes: Uint8Array): Promise<TextPart[]> {
  const { parts } = await readPdf(bytes);
  return parts.filter(({ text }) => text.trim() !== '');
}
