import type { Citation } from '#src/domain/conversations/message-citations.ts';
import type {
  ExportAttachment,
  ExportBranch,
  ExportForm,
  ExportMessage,
  ExportSection,
  ExportSource,
} from '#src/domain/export/export-source.ts';
import { roleText, timeWriter } from '#src/domain/export/export-times.ts';
import { markerJson, nameInLine, quoteContent, titleLine } from '#src/domain/export/markdown-text.ts';

export const FORMAT_VERSION = 2;

/** Characters that are collected before they are yielded. */
const CHUNK_LENGTH = 32_768;

/** Writes a conversation as Markdown, a batch of messages at a time. The form is described in `docs/export-format.md`. */
export async function* writeMarkdown(source: ExportSource, form: ExportForm): AsyncGenerator<string> {
  const writer = new DocumentWriter(source, form);
  let pending = writer.head();
  for (const section of source.sections) {
    pending += writer.section(section);
    for await (const batch of section.batches()) {
      for (const message of batch) {
        pending += writer.message(message);
        if (pending.length < CHUNK_LENGTH) continue;
        yield pending;
        pending = '';
      }
    }
  }
  yield pending + writer.end();
}

class DocumentWriter {
  readonly #source: ExportSource;
  readonly #form: ExportForm;
  readonly #time: (time: Date) => string;
  #messages = 0;

  constructor(source: ExportSource, form: ExportForm) {
    this.#source = source;
    this.#form = form;
    this.#time = timeWriter(form.timeZone);
  }

  head(): string {
    const { conversationId, title, createdAt, updatedAt, wholeTree, sections } = this.#source;
    const marker = {
      version: FORMAT_VERSION,
      id: conversationId,
      title,
      created: createdAt.toISOString(),
      updated: updatedAt.toISOString(),
      exported: this.#form.exportedAt.toISOString(),
      tree: wholeTree,
    };
    const facts = [
      `- Created: ${this.#time(createdAt)}`,
      `- Exported: ${this.#time(this.#form.exportedAt)}`,
      ...(this.#form.timeZone === 'UTC' ? [] : [`- Time zone: ${nameInLine(this.#form.timeZone)}`]),
      wholeTree
        ? `- Branches: ${sections.length}`
        : `- Branch: ${sections.map(({ branch }) => branchText(branch)).join()}`,
      `- Messages: ${sections.reduce((sum, { branch }) => sum + branch.messageCount, 0)}`,
    ];
    return `${mark('conversation', marker)}\n# ${titleLine(title) || 'Untitled conversation'}\n\n${facts.join('\n')}\n\n`;
  }

  section({ branch }: ExportSection): string {
    const marker = mark('branch', {
      id: branch.id,
      name: branch.name,
      parent_branch: branch.parentBranchId,
      parent_message: branch.parentMessageId,
      created: branch.createdAt.toISOString(),
      messages: branch.messageCount,
    });
    if (!this.#source.wholeTree) return `${marker}\n`;
    const origin =
      branch.parentBranchId === undefined
        ? ''
        : `Continues branch ${nameInLine(branch.parentBranchId)} behind message ${branch.parentMessageId ?? '(deleted)'}.\n\n`;
    return `${marker}\n## Branch ${branchText(branch)}\n\n${origin}`;
  }

  message(message: ExportMessage): string {
    this.#messages += 1;
    const { lines, breaks, kept } = quoteContent(message);
    const marker = mark('message', {
      id: message.id,
      branch: message.branchId,
      parent: message.parentMessageId,
      role: message.role,
      created: message.createdAt.toISOString(),
      edited: message.editedAt?.toISOString(),
      breaks,
      kept: kept.length > 0 ? kept : undefined,
    });
    const level = this.#source.wholeTree ? '###' : '##';
    const edited = message.editedAt === undefined ? '' : ` (edited ${this.#time(message.editedAt)})`;
    const heading = `${level} ${roleText(message.role)}, ${this.#time(message.createdAt)}${edited}`;
    const extras =
      (this.#form.attachments ? attachmentList(message.attachments) : '') +
      (this.#form.citations ? citationList(message.citations) : '');
    return `${marker}\n${heading}\n\n${lines.join('\n')}\n\n${extras}`;
  }

  /** Marks the end, so that a truncated document can be recognized. */
  end(): string {
    return mark('end', { messages: this.#messages });
  }
}

function mark(kind: string, value: unknown): string {
  return `<!-- voiceassist:${kind} ${markerJson(value)} -->\n`;
}

function branchText(branch: ExportBranch): string {
  return branch.name === undefined
    ? nameInLine(branch.id)
    : `${nameInLine(branch.name)} (${nameInLine(branch.id)})`;
}

function attachmentList(attachments: readonly ExportAttachment[]): string {
  if (attachments.length === 0) return '';
  const marker = mark(
    'attachments',
    attachments.map((file) => ({
      id: file.id,
      file_name: file.fileName,
      mime_type: file.mimeType,
      file_size: file.sizeBytes,
      sha256: file.sha256,
    })),
  );
  const lines = attachments.map(
    (file) => `- ${nameInLine(file.fileName)} (${nameInLine(file.mimeType)}, ${file.sizeBytes} bytes)`,
  );
  return `${marker}\nAttachments:\n\n${lines.join('\n')}\n\n`;
}

function citationList(citations: readonly Citation[]): string {
  if (citations.length === 0) return '';
  const marker = mark(
    'sources',
    citations.map((source) => ({
      number: source.number,
      document_id: source.documentId,
      chunk_id: source.chunkId,
      title: source.title,
      quote: source.quote,
      page_number: source.pageNumber,
      url: source.url,
      score: source.score,
    })),
  );
  const lines = citations.map((source) => {
    const page = source.pageNumber === undefined ? '' : `, page ${source.pageNumber}`;
    const url = source.url === undefined ? '' : `, ${nameInLine(source.url)}`;
    const quote = nameInLine(source.quote);
    return `${source.number}. ${nameInLine(source.title)}${page}${url}${quote === '' ? '' : `: “${quote}”`}`;
  });
  return `${marker}\nSources:\n\n${lines.join('\n')}\n\n`;
}
