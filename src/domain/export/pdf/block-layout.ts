import { hasRightToLeft } from '#src/domain/export/directions.ts';
import type { Block, ListItem } from '#src/domain/export/pdf/block.ts';
import { LEADING, type PageWriter } from '#src/domain/export/pdf/page-writer.ts';
import { drawTable } from '#src/domain/export/pdf/table-layout.ts';
import { drawText, type Frame, toSpans } from '#src/domain/export/pdf/text-layout.ts';
import { BODY, CODE, PANEL, QUIET, type TextStyle } from '#src/domain/export/pdf/text-style.ts';
import { setLines } from '#src/domain/export/pdf/typesetter.ts';

const HEADING_SIZES = [15, 13.5, 12, 11, 10.5, 10] as const;
const GAP = 6;
const INDENT = 18;
/** The least width of a frame, however deeply lists and quotations are nested. */
const MIN_WIDTH = 140;
/** Wide enough for the longest number of a list. */
const MAX_MARK = 100;
const CODE_INFO: TextStyle = { ...CODE, color: QUIET };

type CodeBlock = Extract<Block, { kind: 'code' }>;

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
    case 'literal':
      drawText(pages, [{ text: block.text, style: BODY }], frame, { tag: 'P' });
      return;
    case 'code':
      drawCode(pages, block, frame);
      return;
    case 'quote':
      pages.structure.group('BlockQuote', () => drawBlocks(pages, block.blocks, quoteFrame(frame)));
      return;
    case 'list':
      pages.structure.group('L', () => drawList(pages, block.items, frame));
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

/** Code on a panel, below the name of its language or whatever else opened it. */
function drawCode(pages: PageWriter, { info, text }: CodeBlock, frame: Frame): void {
  const inner: Frame = { ...frame, x: frame.x + 8, width: frame.width - 16 };
  const pad = 5;
  const panel = (height: number): void => pages.box(frame.x, pages.y, frame.width, height + 0.5, PANEL);
  pages.need(CODE.size * LEADING * (info === '' ? 2 : 3) + pad * 2);
  panel(pad);
  pages.y += pad;
  if (info !== '') drawText(pages, [{ text: info, style: CODE_INFO }], inner, { tag: 'P', behind: panel });
  drawText(pages, [{ text, style: CODE }], inner, { tag: 'Code', behind: panel });
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

function drawList(pages: PageWriter, items: readonly ListItem[], frame: Frame): void {
  const longest = items.reduce((length, { marker }) => Math.max(length, marker?.length ?? 0), 0);
  const wide = longest === 0 ? INDENT : Math.max(INDENT, 4 + longest * 6);
  const indent = frame.width - wide < MIN_WIDTH ? 0 : wide;
  items.forEach((item, index) => {
    if (index > 0) pages.gap(2.5);
    pages.structure.group('LI', () => drawItem(pages, item, { marker: markerOf(item), frame, indent }));
  });
}

function markerOf({ marker, task }: ListItem): string {
  if (task !== undefined) return task === ' ' ? '☐' : '☑';
  return marker ?? '•';
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
  const mark = pages.oneLine(marker, { ...BODY, color: QUIET }, MAX_MARK);
  const room = 5;
  if (indent === 0) {
    drawText(pages, [{ text: marker, style: { ...BODY, color: QUIET } }], frame, { tag: 'Lbl' });
  } else {
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
