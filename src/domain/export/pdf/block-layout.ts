import { hasRightToLeft } from '#src/domain/export/pdf/bidi.ts';
import type { Block, ListItem } from '#src/domain/export/pdf/content-blocks.ts';
import { LEADING, type PageWriter } from '#src/domain/export/pdf/page-writer.ts';
import { drawTable } from '#src/domain/export/pdf/table-layout.ts';
import { drawText, type Frame, toSpans } from '#src/domain/export/pdf/text-layout.ts';
import { BODY, CODE, PANEL, QUIET } from '#src/domain/export/pdf/text-style.ts';
import { setLines } from '#src/domain/export/pdf/typesetter.ts';

const HEADING_SIZES = [15, 13.5, 12, 11, 10.5, 10] as const;
const GAP = 6;
const INDENT = 18;
/** The least width of a frame, however deeply lists and quotations are nested. */
const MIN_WIDTH = 140;

/** Draws the blocks of a message. */
export function drawBlocks(pages: PageWriter, blocks: readonly Block[], frame: Frame): void {
  for (const [index, block] of blocks.entries()) {
    if (index > 0) pages.gap(block.kind === 'heading' ? GAP + 3 : GAP);
    drawBlock(pages, block, frame);
  }
}

function drawBlock(pages: PageWriter, block: Block, frame: Frame): void {
  switch (block.kind) {
    case 'heading': {
      const size = HEADING_SIZES[block.level - 1] ?? BODY.size;
      const style = { ...BODY, bold: true, size };
      pages.need(size * LEADING + 3 * BODY.size * LEADING);
      // Headings in a message rank below the heading of the message itself.
      drawText(pages, toSpans(block.text, style), frame, { tag: block.level <= 2 ? 'H3' : 'H4' });
      return;
    }
    case 'paragraph':
      drawText(pages, toSpans(block.text, BODY), frame, { tag: 'P' });
      return;
    case 'code':
      drawCode(pages, block.text, frame);
      return;
    case 'quote':
      pages.structure.group('BlockQuote', () => drawBlocks(pages, block.blocks, quoteFrame(frame)));
      return;
    case 'list':
      pages.structure.group('L', () => drawList(pages, block, frame));
      return;
    case 'table':
      drawTable(pages, block, frame);
      return;
    case 'rule':
      pages.need(10);
      pages.structure.artifact(() => pages.rule(frame.x, pages.y + 4, frame.width));
      pages.y += 8;
  }
}

function drawCode(pages: PageWriter, text: string, frame: Frame): void {
  const inner: Frame = { ...frame, x: frame.x + 8, width: frame.width - 16 };
  const pad = 5;
  pages.need(CODE.size * LEADING * 2 + pad * 2);
  pages.box(frame.x, pages.y, frame.width, pad + 0.5, PANEL);
  pages.y += pad;
  drawText(pages, [{ text, style: CODE }], inner, {
    tag: 'Code',
    behind: (height) => pages.box(frame.x, pages.y, frame.width, height + 0.5, PANEL),
  });
  pages.box(frame.x, pages.y, frame.width, pad, PANEL);
  pages.y += pad;
}

function quoteFrame(frame: Frame): Frame {
  if (frame.width - INDENT < MIN_WIDTH) return frame;
  return {
    x: frame.x + INDENT - 4,
    width: frame.width - INDENT + 4,
    bars: [...frame.bars, frame.x + 2],
  };
}

function drawList(
  pages: PageWriter,
  list: { readonly first: number | undefined; readonly items: readonly ListItem[] },
  frame: Frame,
): void {
  const last = (list.first ?? 0) + list.items.length - 1;
  const wide = list.first === undefined ? INDENT : Math.max(INDENT, 10 + String(last).length * 6);
  const indent = frame.width - wide < MIN_WIDTH ? 0 : wide;
  list.items.forEach((item, index) => {
    if (index > 0) pages.gap(2.5);
    const marker = markerOf(item, list.first === undefined ? undefined : list.first + index);
    pages.structure.group('LI', () => drawItem(pages, item, { marker, frame, indent }));
  });
}

function markerOf(item: ListItem, number: number | undefined): string {
  if (item.task !== undefined) return item.task === 'open' ? '☐' : '☑';
  return number === undefined ? '•' : `${number}.`;
}

interface ItemPlace {
  readonly marker: string;
  readonly frame: Frame;
  readonly indent: number;
}

/** The mark is at the right when the item's text runs from right to left. */
function drawItem(pages: PageWriter, item: ListItem, { marker, frame, indent }: ItemPlace): void {
  const height = BODY.size * LEADING;
  const rightToLeft = runsRightToLeft(pages, item.blocks[0]);
  pages.need(height);
  const inner: Frame = {
    ...frame,
    x: rightToLeft ? frame.x : frame.x + indent,
    width: frame.width - indent,
  };
  const mark = pages.oneLine(marker, { ...BODY, color: QUIET }, 60);
  const room = 5;
  if (indent > 0) {
    const x = rightToLeft ? inner.x + inner.width + room : inner.x - room - mark.width;
    pages.structure.content('Lbl', () => pages.line(mark, x, pages.y, height));
  }
  pages.structure.group('LBody', () => {
    if (item.blocks.length === 0) pages.y += height;
    drawBlocks(pages, item.blocks, inner);
  });
}

function runsRightToLeft(pages: PageWriter, block: Block | undefined): boolean {
  if (block?.kind !== 'paragraph' && block?.kind !== 'heading') return false;
  const start = block.text.slice(0, 4);
  if (!start.some(({ text }) => hasRightToLeft(text))) return false;
  const [first] = setLines(pages.type, toSpans(start, BODY), 10_000);
  return first?.rightToLeft === true;
}
