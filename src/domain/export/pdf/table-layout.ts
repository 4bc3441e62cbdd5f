import type { Cell } from '#src/domain/export/pdf/content-blocks.ts';
import { LEADING, type PageWriter } from '#src/domain/export/pdf/page-writer.ts';
import { drawText, type Frame, toSpans } from '#src/domain/export/pdf/text-layout.ts';
import { BODY, LINE, PANEL, type TextStyle } from '#src/domain/export/pdf/text-style.ts';
import { type Line, setLines } from '#src/domain/export/pdf/typesetter.ts';

export interface Table {
  readonly header: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
}

const PAD = { x: 5, y: 3 } as const;
const CELL: TextStyle = { ...BODY, size: 9 };
const HEAD: TextStyle = { ...CELL, bold: true };
const HEIGHT = CELL.size * LEADING;
/** The least width of a readable column; a table with too many columns is written as a list. */
const MIN_COLUMN = 34;
/** Number of rows whose words determine the widths of the columns. */
const SAMPLE_ROWS = 60;

/** Draws a table with its header on each page. */
export function drawTable(pages: PageWriter, table: Table, frame: Frame): void {
  if (table.header.length === 0) return;
  if (table.header.length * MIN_COLUMN > frame.width) {
    drawAsList(pages, table, frame);
    return;
  }
  pages.structure.group('Table', () => new TableDrawing(pages, table, frame).draw());
}

/** Writes every cell on a separate line, below the name of its column. */
function drawAsList(pages: PageWriter, { header, rows }: Table, frame: Frame): void {
  for (const row of rows) {
    row.forEach((cell, column) => {
      const text = [
        ...toSpans(header[column] ?? [], HEAD),
        { text: ': ', style: HEAD },
        ...toSpans(cell, CELL),
      ];
      drawText(pages, text, frame, { tag: 'P' });
    });
    pages.gap(4);
  }
}

interface Column {
  readonly x: number;
  readonly width: number;
}

class TableDrawing {
  readonly #pages: PageWriter;
  readonly #table: Table;
  readonly #frame: Frame;
  readonly #columns: readonly Column[];
  readonly #header: readonly Line[][];

  constructor(pages: PageWriter, table: Table, frame: Frame) {
    this.#pages = pages;
    this.#table = table;
    this.#frame = frame;
    const widths = columnWidths(pages, table, frame.width);
    const rightToLeft = this.#set(table.header[0] ?? [], HEAD, 10_000)[0]?.rightToLeft === true;
    this.#columns = placeColumns(widths, frame, rightToLeft);
    this.#header = table.header.map((cell, index) => this.#set(cell, HEAD, this.#inner(index)));
  }

  draw(): void {
    const headerHeight = heightOf(this.#header);
    this.#pages.need(headerHeight + HEIGHT + 4 * PAD.y);
    this.#drawHeader();
    for (const row of this.#table.rows) {
      const cells = this.#table.header.map((_, index) =>
        this.#set(row[index] ?? [], CELL, this.#inner(index)),
      );
      this.#drawRow(cells);
    }
  }

  #set(cell: Cell, style: TextStyle, width: number): Line[] {
    return [...setLines(this.#pages.type, toSpans(cell, style), width)];
  }

  #inner(index: number): number {
    return (this.#columns[index] as Column).width - 2 * PAD.x;
  }

  #drawHeader(): void {
    const height = heightOf(this.#header);
    this.#pages.box(this.#frame.x, this.#pages.y, this.#frame.width, height, PANEL);
    this.#pages.structure.group('TR', () => this.#drawLines(this.#header, 0, Number.POSITIVE_INFINITY, 'TH'));
    this.#pages.rule(this.#frame.x, this.#pages.y, this.#frame.width, LINE, 0.8);
  }

  /** Keeps a row on one page where possible; a longer row continues below another header. */
  #drawRow(cells: readonly Line[][]): void {
    const lines = Math.max(1, ...cells.map((cell) => cell.length));
    if (this.#pages.room < heightOf(cells)) {
      const whole = heightOf(cells) < 240;
      if (whole || this.#pages.room < HEIGHT + 2 * PAD.y) this.#nextPage();
    }
    this.#pages.structure.group('TR', () => {
      for (let from = 0; from < lines; ) {
        const fits = Math.max(1, Math.floor((this.#pages.room - 2 * PAD.y) / HEIGHT));
        this.#drawLines(cells, from, from + fits, 'TD');
        from += fits;
        if (from < lines) this.#nextPage();
      }
    });
    this.#pages.rule(this.#frame.x, this.#pages.y, this.#frame.width);
  }

  #nextPage(): void {
    this.#pages.newPage();
    if (heightOf(this.#header) < 200) this.#pages.structure.artifact(() => this.#drawHeaderAgain());
  }

  #drawHeaderAgain(): void {
    const height = heightOf(this.#header);
    this.#pages.box(this.#frame.x, this.#pages.y, this.#frame.width, height, PANEL);
    this.#placeLines(this.#header, 0, Number.POSITIVE_INFINITY, (_, draw) => draw());
    this.#pages.rule(this.#frame.x, this.#pages.y, this.#frame.width, LINE, 0.8);
  }

  #drawLines(cells: readonly Line[][], from: number, to: number, tag: 'TH' | 'TD'): void {
    this.#placeLines(cells, from, to, (index, draw) => {
      if ((cells[index]?.length ?? 0) > from) this.#pages.structure.content(tag, draw);
    });
  }

  #placeLines(
    cells: readonly Line[][],
    from: number,
    to: number,
    around: (index: number, draw: () => void) => void,
  ): void {
    const top = this.#pages.y + PAD.y;
    let tallest = 0;
    cells.forEach((cell, index) => {
      const part = cell.slice(from, to);
      tallest = Math.max(tallest, part.length);
      around(index, () => {
        part.forEach((line, number) => {
          this.#pages.line(line, this.#xOf(line, index), top + number * HEIGHT, HEIGHT);
        });
      });
    });
    this.#pages.y = top + Math.max(1, tallest) * HEIGHT + PAD.y;
  }

  #xOf(line: Line, index: number): number {
    const { x, width } = this.#columns[index] as Column;
    return line.rightToLeft ? x + width - PAD.x - line.width : x + PAD.x;
  }
}

function heightOf(cells: readonly (readonly Line[])[]): number {
  return Math.max(1, ...cells.map((cell) => cell.length)) * HEIGHT + 2 * PAD.y;
}

function placeColumns(widths: readonly number[], frame: Frame, rightToLeft: boolean): Column[] {
  let x = frame.x;
  return widths.map((width) => {
    const place = rightToLeft ? 2 * frame.x + frame.width - x - width : x;
    x += width;
    return { x: place, width };
  });
}

/**
 * Gives each column the width of its text when there is room; else shares the width by need, and keeps the longest word
 * whole where possible.
 */
function columnWidths(pages: PageWriter, { header, rows }: Table, width: number): number[] {
  const sample = [header, ...rows.slice(0, SAMPLE_ROWS)];
  const wanted = header.map((_, column) => {
    const widest = sample.map((row, index) =>
      naturalWidth(pages, row[column] ?? [], index === 0 ? HEAD : CELL),
    );
    return Math.min(width, Math.max(MIN_COLUMN, ...widest) + 2 * PAD.x + 1);
  });
  const total = wanted.reduce((sum, one) => sum + one, 0);
  if (total <= width) return wanted.map((one) => one + ((width - total) * one) / total);
  const least = Math.min(width / header.length, 64);
  const spare = width - least * header.length;
  const over = wanted.map((one) => Math.sqrt(Math.max(0, one - least)));
  const overTotal = over.reduce((sum, one) => sum + one, 0) || 1;
  return over.map((one) => least + (spare * one) / overTotal);
}

function naturalWidth(pages: PageWriter, cell: Cell, style: TextStyle): number {
  const short = cell.slice(0, 8).map((inline) => ({ ...inline, text: inline.text.slice(0, 120) }));
  let widest = 0;
  for (const line of setLines(pages.type, toSpans(short, style), 10_000))
    widest = Math.max(widest, line.width);
  return widest;
}
