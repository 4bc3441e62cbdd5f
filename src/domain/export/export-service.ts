import { Readable } from 'node:stream';
import { type Branch, type Segment, segmentsOf } from '#src/domain/conversations/branch.ts';
import { BranchStore } from '#src/domain/conversations/branch-store.ts';
import type { Conversation } from '#src/domain/conversations/conversation.ts';
import { MAIN_BRANCH, type Message } from '#src/domain/conversations/message.ts';
import { MessageStore } from '#src/domain/conversations/message-store.ts';
import { findConversation } from '#src/domain/conversations/own-conversation.ts';
import type {
  AttachmentLookup,
  ExportBranch,
  ExportForm,
  ExportMessage,
  ExportSection,
  ExportSource,
} from '#src/domain/export/export-source.ts';
import { isTimeZone } from '#src/domain/export/export-times.ts';
import { writeMarkdown } from '#src/domain/export/markdown-export.ts';
import { writePdf } from '#src/domain/export/pdf/pdf-renderer.ts';
import type { Work } from '#src/domain/work.ts';
import { notFound, violation } from '#src/errors.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Database } from '#src/platform/db/database.ts';
import type { Slots } from '#src/platform/slots.ts';

/** Value of `branch_id` that exports every branch as a section. */
const ALL_BRANCHES = 'all';

export interface ExportRequest {
  readonly conversationId: string;
  /** `main`, the id of a branch, or `all`. */
  readonly branchId: string;
  readonly citations: boolean;
  readonly attachments: boolean;
  /** IANA name. */
  readonly timeZone: string;
}

/** A document that is written on demand. Destroying the body ends the work. */
export interface ExportedDocument {
  readonly fileName: string;
  readonly body: Readable;
}

export interface ExportParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly attachments: AttachmentLookup;
  /** Number of PDF documents that are rendered at the same time. */
  readonly pdfSlots: Slots;
}

/** Number of messages in memory at the same time. */
const BATCH = 100;
const MAX_TITLE_IN_NAME = 100;

/** Exports of the caller's conversations. */
export class ExportService {
  readonly #parts: ExportParts;

  constructor(parts: ExportParts) {
    this.#parts = parts;
  }

  /**
   * Exports Markdown. Throws `not_found` for a conversation of another user, `validation_failed` for an unknown time
   * zone.
   */
  async markdown(work: Work, request: ExportRequest): Promise<ExportedDocument> {
    const { source, form } = await this.#open(work, request);
    const chunks = writeMarkdown(source, form);
    return {
      fileName: fileNameOf(source.title, 'md'),
      body: Readable.from(chunks, { objectMode: false, highWaterMark: 65_536 }),
    };
  }

  /**
   * Exports PDF until the signal is aborted. Throws what `markdown` throws, and `dependency_unavailable` when too many
   * exports run.
   */
  async pdf(
    work: Work,
    request: ExportRequest & { readonly pageFormat: 'a4' | 'letter' },
  ): Promise<ExportedDocument> {
    const { source, form } = await this.#open(work, request);
    const { signal } = work;
    const release = await this.#parts.pdfSlots.take(signal);
    const pages = writePdf(source, { ...form, pageFormat: request.pageFormat }, signal);
    const body = Readable.from(pages, { objectMode: false, highWaterMark: 65_536 });
    body.once('close', release);
    return { fileName: fileNameOf(source.title, 'pdf'), body };
  }

  async #open(work: Work, request: ExportRequest): Promise<{ source: ExportSource; form: ExportForm }> {
    if (!isTimeZone(request.timeZone))
      throw violation('query', '/time_zone', 'names no time zone', 'time-zone');
    const db = this.#parts.db.executorOf(work);
    const conversation = await findConversation(db, work.actor, request.conversationId);
    const branches = await new BranchStore(db).list(conversation.id);
    const newest = await new MessageStore(db).lastSeq(conversation.id);
    const source = this.#source(conversation, branches, request.branchId, newest);
    if (source === undefined) throw notFound();
    const { citations, attachments, timeZone } = request;
    return { source, form: { exportedAt: this.#parts.clock.now(), timeZone, citations, attachments } };
  }

  /** Undefined when there is no such branch. Messages written after `newest` are left out. */
  #source(
    conversation: Conversation,
    branches: readonly Branch[],
    branchId: string,
    newest: number,
  ): ExportSource | undefined {
    const { id: conversationId, title, createdAt, updatedAt } = conversation;
    const wholeTree = branchId === ALL_BRANCHES;
    const wanted = wholeTree ? [MAIN_BRANCH, ...branches.map(({ id }) => id)] : [branchId];
    const sections: ExportSection[] = [];
    for (const id of wanted) {
      const segments = segmentsOf(branches, id);
      if (segments === undefined) return undefined;
      const own = wholeTree ? segments.slice(-1) : segments;
      const bounded = own.map((part) => ({ ...part, high: Math.min(part.high, newest) }));
      sections.push({
        branch: toExportBranch(conversation, branches, id, wholeTree),
        batches: () => this.#batches(conversationId, bounded),
      });
    }
    return { conversationId, title, createdAt, updatedAt, wholeTree, sections };
  }

  async *#batches(conversationId: string, segments: readonly Segment[]): AsyncGenerator<ExportMessage[]> {
    let seq = 0;
    while (true) {
      const store = new MessageStore(this.#parts.db.kysely);
      const rows = await store.list(conversationId, segments, { after: { seq } }, BATCH);
      const batch = rows.slice(0, BATCH);
      const last = batch.at(-1);
      if (last === undefined) return;
      yield await this.#withLists(batch);
      if (rows.length <= BATCH) return;
      seq = last.seq;
    }
  }

  async #withLists(messages: readonly Message[]): Promise<ExportMessage[]> {
    const attachments = await this.#parts.attachments.attachmentsOf(messages.map(({ id }) => id));
    return messages.map((message) => ({
      id: message.id,
      branchId: message.branchId,
      parentMessageId: message.parentMessageId,
      role: message.role,
      content: message.content,
      createdAt: message.createdAt,
      editedAt: message.editedAt,
      citations: message.citations,
      attachments: attachments.get(message.id) ?? [],
    }));
  }
}

function toExportBranch(
  conversation: Conversation,
  branches: readonly Branch[],
  id: string,
  wholeTree: boolean,
): ExportBranch {
  const branch = branches.find((one) => one.id === id);
  const own = branch?.messageCount ?? conversation.mainMessageCount;
  return {
    id,
    name: branch?.name,
    parentBranchId: branch?.parentBranchId,
    parentMessageId: branch?.parentMessageId,
    createdAt: branch?.createdAt ?? conversation.createdAt,
    messageCount: wholeTree ? own : own + (branch?.sharedCount ?? 0),
  };
}

function fileNameOf(title: string, extension: string): string {
  const characters = [...title.trim()].slice(0, MAX_TITLE_IN_NAME).join('').trim();
  return `${characters === '' ? 'conversation' : characters}.${extension}`;
}
