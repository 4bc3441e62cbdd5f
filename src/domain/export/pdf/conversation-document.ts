import type { Readable } from 'node:stream';
import type { Citation } from '#src/domain/conversations/message-citations.ts';
import { isolated, withoutControls } from '#src/domain/export/directions.ts';
import type { ExportAttachment, ExportBranch, ExportMessage } from '#src/domain/export/export-source.ts';
import { roleText, sizeText, timeWriter } from '#src/domain/export/export-times.ts';
import { plain } from '#src/domain/export/pdf/block.ts';
import { drawBlocks } from '#src/domain/export/pdf/block-layout.ts';
import { cleanText } from '#src/domain/export/pdf/clean-text.ts';
import { contentBlocks } from '#src/domain/export/pdf/content-blocks.ts';
import { CHINESE_FAMILY, JAPANESE_FAMILY, KOREAN_FAMILY } from '#src/domain/export/pdf/faces.ts';
import { harmlessLink } from '#src/domain/export/pdf/inline-reader.ts';
import { LEADING, PageWriter } from '#src/domain/export/pdf/page-writer.ts';
import { drawText, type Frame, toSpans } from '#src/domain/export/pdf/text-layout.ts';
import {
  BODY,
  type Color,
  INK,
  LINK,
  QUIET,
  SMALL,
  type Span,
  type TextStyle,
} from '#src/domain/export/pdf/text-style.ts';

/** Data of a document that precede its messages. */
export interface DocumentHead {
  readonly conversationId: string;
  readonly title: string;
  readonly createdAt: Date;
  readonly exportedAt: Date;
  readonly timeZone: string;
  readonly pageFormat: 'a4' | 'letter';
  readonly citations: boolean;
  readonly attachments: boolean;
  readonly wholeTree: boolean;
  readonly branches: readonly ExportBranch[];
  /** Packages of fonts that are treated as not installed. */
  readonly withoutFonts?: readonly string[];
}

/** Longer documents are not tagged, since each structure element stays in memory until the end. */
const MAX_TAGGED_MESSAGES = 2_000;
/** In a long document each bookmark stands for several messages, since bookmarks stay in memory until the end. */
const MAX_BOOKMARKS = 500;

const ROLE_COLORS: Readonly<Record<string, Color>> = {
  user: [0.08, 0.33, 0.55],
  assistant: [0.1, 0.42, 0.33],
  system: [0.45, 0.35, 0.12],
};

/** A PDF document of a conversation, written message by message. */
export class ConversationDocument {
  readonly #pages: PageWriter;
  readonly #head: DocumentHead;
  readonly #time: (time: Date) => string;
  readonly #frame: Frame;
  readonly #bookmarkEvery: number;
  #messages = 0;

  constructor(head: DocumentHead) {
    const total = head.branches.reduce((sum, branch) => sum + branch.messageCount, 0);
    this.#head = head;
    this.#time = timeWriter(head.timeZone);
    this.#bookmarkEvery = Math.max(1, Math.ceil(total / MAX_BOOKMARKS));
    const title = cleanText(withoutControls(head.title)).trim() || 'Untitled conversation';
    this.#pages = new PageWriter({
      format: head.pageFormat,
      title,
      createdAt: head.exportedAt,
      footNote: `Exported ${this.#time(head.exportedAt)}`,
      tagged: total <= MAX_TAGGED_MESSAGES,
      withoutFonts: new Set(head.withoutFonts),
    });
    this.#frame = { x: this.#pages.left, width: this.#pages.width, bars: [] };
    this.#titleBlock(title, total);
  }

  /** Begins a branch, with a heading when there are several. */
  section(branch: ExportBranch): void {
    if (!this.#head.wholeTree) return;
    const size = 14;
    this.#pages.gap(14);
    this.#pages.need(size * LEADING * 4);
    this.#bookmark(`Branch ${branch.name ?? branch.id}`);
    this.#text(`Branch ${isolated(branch.name ?? branch.id)}`, { ...BODY, bold: true, size }, 'H2');
    if (branch.parentBranchId !== undefined) {
      const origin = `Continues branch ${branch.parentBranchId} behind message ${branch.parentMessageId ?? '(deleted)'}.`;
      this.#text(origin, SMALL, 'P');
    }
  }

  message(message: ExportMessage): void {
    if (this.#messages % this.#bookmarkEvery === 0) {
      const place = this.#bookmarkEvery === 1 ? '' : `${this.#messages + 1}. `;
      this.#bookmark(`${place}${roleText(message.role)}, ${this.#time(message.createdAt)}`);
    }
    this.#messages += 1;
    this.#pages.structure.group('Sect', () => {
      this.#messageHeading(message);
      drawBlocks(this.#pages, contentBlocks(message), this.#frame);
      if (this.#head.attachments) this.#attachments(message.attachments);
      if (this.#head.citations) this.#citations(message.citations);
    });
  }

  end(): void {
    this.#notices();
    this.#pages.end();
  }

  /** The bytes written since the last call; undefined when there are none. */
  take(): Uint8Array<ArrayBuffer> | undefined {
    const chunk = (this.#pages.document as unknown as Readable).read() as Buffer | null;
    return chunk === null ? undefined : Uint8Array.from(chunk);
  }

  #titleBlock(title: string, total: number): void {
    const { conversationId, createdAt, exportedAt, timeZone, branches, wholeTree } = this.#head;
    this.#text(title, { ...BODY, bold: true, size: 20 }, 'H1');
    this.#pages.gap(6);
    const branch = branches
      .map(({ id, name }) => (name === undefined ? id : `${isolated(name)} (${id})`))
      .join(', ');
    const facts: (readonly [string, string])[] = [
      ['Created', this.#time(createdAt)],
      ['Exported', this.#time(exportedAt)],
      ['Time zone', timeZone],
      wholeTree ? ['Branches', String(branches.length)] : ['Branch', branch],
      ['Messages', String(total)],
      ['Conversation', conversationId],
    ];
    for (const [name, value] of facts) this.#fact(name, value);
    this.#pages.gap(8);
    this.#pages.structure.artifact(() => {
      this.#pages.rule(this.#frame.x, this.#pages.y, this.#frame.width, INK, 1);
    });
    this.#pages.y += 4;
  }

  #fact(name: string, value: string): void {
    const style = { ...BODY, size: 9 };
    const label = this.#pages.oneLine(name, { ...style, color: QUIET }, 90);
    this.#pages.structure.content('P', () => {
      this.#pages.line(label, this.#frame.x, this.#pages.y, style.size * LEADING);
    });
    drawText(
      this.#pages,
      [{ text: value, style }],
      { ...this.#frame, x: this.#frame.x + 90, width: this.#frame.width - 90 },
      { tag: 'P' },
    );
  }

  #messageHeading(message: ExportMessage): void {
    this.#pages.gap(12);
    this.#pages.need(70);
    const color = ROLE_COLORS[message.role] ?? INK;
    const edited = message.editedAt === undefined ? '' : `  ·  edited ${this.#time(message.editedAt)}`;
    const heading: Span[] = [
      { text: roleText(message.role), style: { ...BODY, bold: true, size: 11, color } },
      { text: `   ${this.#time(message.createdAt)}${edited}`, style: { ...SMALL } },
    ];
    this.#pages.structure.artifact(() => {
      this.#pages.box(this.#frame.x, this.#pages.y, this.#frame.width, 0.6, color);
    });
    this.#pages.y += 3;
    drawText(this.#pages, heading, this.#frame, { tag: 'H2' });
    this.#pages.y += 2;
  }

  #attachments(attachments: readonly ExportAttachment[]): void {
    if (attachments.length === 0) return;
    this.#listHeading('Attachments');
    for (const file of attachments) {
      const about = ` (${file.mimeType}, ${sizeText(file.sizeBytes)}, SHA-256 ${file.sha256.slice(0, 16)}…)`;
      const text = [
        { text: isolated(file.fileName), style: { ...BODY, size: 9 } },
        { text: about, style: SMALL },
      ];
      this.#item('•', text);
    }
  }

  #citations(citations: readonly Citation[]): void {
    if (citations.length === 0) return;
    this.#listHeading('Sources');
    const style = { ...BODY, size: 9 };
    for (const source of citations) {
      const link = harmlessLink(source.url);
      const text: Span[] = [{ text: isolated(source.title), style: { ...style, bold: true } }];
      if (source.pageNumber !== undefined) text.push({ text: `, page ${source.pageNumber}`, style });
      if (source.url !== undefined) {
        text.push({ text: ', ', style });
        text.push({
          text: isolated(source.url),
          style: link === undefined ? style : { ...style, color: LINK, link },
        });
      }
      if (source.quote.trim() !== '')
        text.push({ text: `\n“${isolated(source.quote.trim())}”`, style: { ...style, color: QUIET } });
      this.#item(`${source.number}.`, text);
    }
  }

  #listHeading(text: string): void {
    this.#pages.gap(7);
    this.#pages.need(40);
    this.#text(text, { ...SMALL, bold: true }, 'P');
  }

  #item(marker: string, text: readonly Span[]): void {
    const mark = this.#pages.oneLine(marker, { ...BODY, size: 9, color: QUIET }, 40);
    this.#pages.need(9 * LEADING);
    this.#pages.structure.content('Lbl', () => {
      this.#pages.line(mark, this.#frame.x + 16 - mark.width, this.#pages.y, 9 * LEADING);
    });
    drawText(
      this.#pages,
      text,
      { ...this.#frame, x: this.#frame.x + 22, width: this.#frame.width - 22 },
      { tag: 'P' },
    );
  }

  /** Lists the scripts that are not shown, and the packages with their fonts. */
  #notices(): void {
    const { missing } = this.#pages.type;
    if (missing.size === 0) return;
    this.#pages.gap(18);
    this.#text('Not shown in this document', { ...BODY, bold: true, size: 11 }, 'H2');
    for (const script of [...missing].sort()) {
      const name = PACKAGES[script];
      const advice =
        name === undefined
          ? 'none of the fonts that come with the gateway has them.'
          : `the font package ${name} is not installed on this gateway.`;
      this.#text(
        `${script}: ${advice} Brackets stand in their place; the Markdown export has the text.`,
        BODY,
        'P',
      );
    }
  }

  #text(text: string, style: TextStyle, tag: 'H1' | 'H2' | 'P'): void {
    drawText(this.#pages, toSpans([plain(text)], style), this.#frame, { tag });
  }

  #bookmark(title: string): void {
    const outline = this.#pages.document.outline;
    outline.addItem(cleanText(withoutControls(title)).replaceAll('\n', ' ').slice(0, 200).toWellFormed());
  }
}

const PACKAGES: Readonly<Record<string, string>> = {
  Chinese: CHINESE_FAMILY.package,
  Japanese: JAPANESE_FAMILY.package,
  Korean: KOREAN_FAMILY.package,
};
