import type { Citation } from '#src/domain/conversations/message-citations.ts';
import type { ExportAttachment, ExportBranch, ExportMessage } from '#src/domain/export/export-source.ts';
import { FORMAT_VERSION } from '#src/domain/export/markdown-export.ts';
import { unquoteContent } from '#src/domain/export/markdown-text.ts';

/** A conversation that was read back from an exported document. */
export interface ReadConversation {
  readonly conversationId: string;
  readonly title: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly exportedAt: Date;
  readonly wholeTree: boolean;
  readonly sections: readonly ReadSection[];
}

interface ReadSection {
  readonly branch: ExportBranch;
  readonly messages: readonly ExportMessage[];
}

/** The text is not a complete exported document. */
export class ExportFormatError extends Error {
  override readonly name = 'ExportFormatError';
  /** Line of the document, from 1. */
  readonly line: number;

  constructor(line: number, message: string) {
    super(`Line ${line}: ${message}`);
    this.line = line;
  }
}

const MARKER = /^<!-- voiceassist:([a-z]+) (.*) -->$/;

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads an exported document back from its markers and quoted lines; other text, which people can have added, is
 * ignored. Throws `ExportFormatError`.
 */
export function readMarkdown(text: string): ReadConversation {
  const reader = new Reader();
  text.split('\n').forEach((line, index) => {
    reader.take(line, index + 1);
  });
  return reader.finish();
}

interface OpenMessage {
  readonly fields: Fields;
  readonly lines: string[];
  attachments: readonly ExportAttachment[];
  citations: readonly Citation[];
}

class Reader {
  #head: Fields | undefined;
  readonly #sections: { branch: ExportBranch; messages: ExportMessage[] }[] = [];
  #open: OpenMessage | undefined;
  #count = 0;
  #ended = false;
  #line = 0;

  take(line: string, number: number): void {
    this.#line = number;
    const [, kind, json] = MARKER.exec(line) ?? [];
    if (kind !== undefined) this.#marker(kind, this.#parse(json as string));
    else if (line.startsWith('>') && this.#open !== undefined) this.#open.lines.push(line);
  }

  finish(): ReadConversation {
    if (this.#head === undefined) throw this.#error('this is no exported conversation');
    if (!this.#ended) throw this.#error('the end of the document is missing');
    return {
      conversationId: text(this.#head.id),
      title: text(this.#head.title),
      createdAt: time(this.#head.created),
      updatedAt: time(this.#head.updated),
      exportedAt: time(this.#head.exported),
      wholeTree: this.#head.tree === true,
      sections: this.#sections,
    };
  }

  #marker(kind: string, value: unknown): void {
    if (this.#ended) throw this.#error('there is something behind the end');
    if (kind === 'conversation') this.#begin(value as Fields);
    else if (kind === 'branch') this.#branch(value as Fields);
    else if (kind === 'message') this.#message(value as Fields);
    else if (kind === 'attachments') this.#opened().attachments = (value as Fields[]).map(toAttachment);
    else if (kind === 'sources') this.#opened().citations = (value as Fields[]).map(toCitation);
    else if (kind === 'end') this.#end(value as Fields);
    else throw this.#error(`the marker ${kind} is unknown`);
  }

  #begin(fields: Fields): void {
    if (this.#head !== undefined) throw this.#error('a second conversation begins');
    if (fields.version !== FORMAT_VERSION) throw this.#error(`the format is not version ${FORMAT_VERSION}`);
    this.#head = fields;
  }

  #branch(fields: Fields): void {
    this.#close();
    this.#sections.push({
      branch: {
        id: text(fields.id),
        name: optionalText(fields.name),
        parentBranchId: optionalText(fields.parent_branch),
        parentMessageId: optionalText(fields.parent_message),
        createdAt: time(fields.created),
        messageCount: Number(fields.messages),
      },
      messages: [],
    });
  }

  #message(fields: Fields): void {
    this.#close();
    if (this.#sections.length === 0) throw this.#error('a message stands before any branch');
    this.#open = { fields, lines: [], attachments: [], citations: [] };
  }

  #end(fields: Fields): void {
    this.#close();
    if (fields.messages !== this.#count) throw this.#error('messages are missing');
    this.#ended = true;
  }

  #close(): void {
    if (this.#open === undefined) return;
    const { fields, lines, attachments, citations } = this.#open;
    if (lines.length === 0) throw this.#error('a message has no content');
    this.#open = undefined;
    this.#count += 1;
    const edited = optionalText(fields.edited);
    const role = text(fields.role) as ExportMessage['role'];
    this.#sections.at(-1)?.messages.push({
      id: text(fields.id),
      branchId: text(fields.branch),
      parentMessageId: optionalText(fields.parent),
      role,
      content: unquoteContent(role, {
        lines,
        breaks: optionalText(fields.breaks),
        kept: (fields.kept ?? []) as number[],
      }),
      createdAt: time(fields.created),
      editedAt: edited === undefined ? undefined : new Date(edited),
      citations,
      attachments,
    });
  }

  #opened(): OpenMessage {
    if (this.#open === undefined) throw this.#error('a list stands outside of any message');
    return this.#open;
  }

  #parse(json: string): unknown {
    try {
      return JSON.parse(json);
    } catch {
      throw this.#error('a marker is damaged');
    }
  }

  #error(message: string): ExportFormatError {
    return new ExportFormatError(this.#line, message);
  }
}

function toAttachment(fields: Fields): ExportAttachment {
  return {
    id: text(fields.id),
    fileName: text(fields.file_name),
    mimeType: text(fields.mime_type),
    sizeBytes: Number(fields.file_size),
    sha256: text(fields.sha256),
  };
}

function toCitation(fields: Fields): Citation {
  return {
    number: Number(fields.number),
    documentId: optionalText(fields.document_id),
    chunkId: optionalText(fields.chunk_id),
    title: text(fields.title),
    quote: text(fields.quote),
    pageNumber: optionalNumber(fields.page_number),
    url: optionalText(fields.url),
    score: optionalNumber(fields.score),
  };
}

const text = (value: unknown): string => String(value ?? '');
const optionalText = (value: unknown): string | undefined =>
  value === undefined ? undefined : String(value);
const optionalNumber = (value: unknown): number | undefined =>
  value === undefined ? undefined : Number(value);
const time = (value: unknown): Date => new Date(text(value));
