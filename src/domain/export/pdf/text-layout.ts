import type { Inline } from '#src/domain/export/pdf/block.ts';
import { LEADING, type PageWriter } from '#src/domain/export/pdf/page-writer.ts';
import type { StructureTag } from '#src/domain/export/pdf/structure.ts';
import { BODY, LINE, LINK, type Span, type TextStyle } from '#src/domain/export/pdf/text-style.ts';
import { type Line, setLines } from '#src/domain/export/pdf/typesetter.ts';

/** The width of a block on the page, and the bars of the quotations around it. */
export interface Frame {
  readonly x: number;
  readonly width: number;
  readonly bars: readonly number[];
}

/** Spans of text with the appearance of their markup. */
export function toSpans(text: readonly Inline[], base: TextStyle): Span[] {
  return text.map((inline) => ({
    text: inline.text,
    style: {
      ...base,
      bold: base.bold || inline.bold,
      italic: base.italic || inline.italic,
      code: inline.code,
      size: inline.code ? base.size * 0.92 : base.size,
      color: inline.link === undefined ? base.color : LINK,
      ...(inline.link === undefined ? {} : { link: inline.link }),
      ...(inline.strike ? { strike: true } : {}),
    },
  }));
}

export interface TextOptions {
  readonly tag: StructureTag;
  /** Draws behind each line, given the height of the line. */
  readonly behind?: (height: number) => void;
}

/** Draws text over as many lines and pages as it needs. */
export function drawText(
  pages: PageWriter,
  spans: readonly Span[],
  frame: Frame,
  options: TextOptions,
): void {
  const size = spans.reduce((largest, span) => Math.max(largest, span.style.size), 0) || BODY.size;
  const height = size * LEADING;
  pages.need(height);
  pages.structure.content(options.tag, () => {
    for (const line of setLines(pages.type, spans, frame.width)) {
      pages.need(height);
      options.behind?.(height);
      drawLine(pages, line, frame, height);
    }
  });
}

/** Draws one line at its side of the frame and moves down. */
function drawLine(pages: PageWriter, line: Line, frame: Frame, height: number): void {
  for (const bar of frame.bars) pages.box(bar, pages.y, 2, height + 1, LINE);
  const x = line.rightToLeft ? frame.x + frame.width - line.width : frame.x;
  pages.line(line, x, pages.y, height);
  pages.y += height;
}
