import type { Cell } from '#src/domain/export/pdf/block.ts';
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
/** The greatest height of a row in columns. */
const MAX_ROW = 430;
/** A table with a taller header is written as a list. */
const MAX_HEADER = 200;

/** Draws a table with its header on each page. */
export function drawTable(pages: PageWriter, table: Table, frame: Frame): void {
  if (table.header.length === 0) return;
  const drawing =
    table.header.length * MIN_COLUMN > frame.width ? undefined : new TableDrawing(pages, table, frame);
  if (drawing === undefined || drawing.headerHeight > MAX_HEADER) drawAsList(pages, table, frame);
  else pages.structure.group('Table', () => drawing.draw());
}

/** Writes the names of the columns, and then every cell on a separate line below them. */
function drawAsList(pages: PageWriter, { header, rows }: Table, frame: Frame): void {
  const names = header.filter((cell) => cell.length > 0);
  const separator = { text: '  ·  ', style: HEAD };
  const text = names.flatMap((cell, index) => [...(index === 0 ? [] : [separator]), ...toSpans(cell, HEAD)]);
  if (text.length > 0) drawText(pages, text, frame, { tag: 'P' });
  for (const row of rows) {
    pages.gap(4);
    drawRowAsList(pages, header, row, frame);
  }
}

function drawRowAsList(pages: PageWriter, header: readonly Cell[], row: readonly Cell[], frame: Frame): void {
  row.forEach((cell, column) => {
    const name = header[column] ?? [];
    const label = name.length === 0 ? [] : [...toSpans(name, HEAD), { text: ': ', style: HEAD }];
    drawText(pages, [...label, ...toSpans(cell, CELL)], frame, { tag: 'P' });
  });
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

  get headerHeight(): number {
    return heightOf(this.#header);
  }

  draw(): void {
    this.#pages.need(this.headerHeight + HEIGHT + 4 * PAD.y);
    this.#drawHeader();
    for (const row of this.#table.rows) this.#drawRow(row);
  }

  #set(cell: Cell, style: TextStyle, width: number): Line[] {
    return [...setLines(this.#pages.type, toSpans(cell, style), width)];
  }

  #inner(index: number): number {
    return (this.#columns[index] as Column).width - 2 * PAD.x;
  }

  #drawHeader(): void {
    this.#pages.box(this.#frame.x, this.#pages.y, this.#frame.width, this.headerHeight, PANEL);
    this.#pages.structure.group('TR', () => this.#drawLines(this.#header, 'TH'));
    this.#pages.rule(this.#frame.x, this.#pages.y, this.#frame.width, LINE, 0.8);
  }

  /** Keeps a row on one page. One that fits on none is written cell by cell, so that each can be read as a whole. */
  #drawRow(row: readonly Cell[]): void {
    const cells = this.#table.header.map((_, index) => this.#set(row[index] ?? [], CELL, this.#inner(index)));
    if (heightOf(cells) > MAX_ROW) {
      this.#pages.y += PAD.y;
      this.#pages.structure.group('TR', () =>
        drawRowAsList(this.#pages, this.#table.header, row, this.#frame),
      );
      this.#pages.y += PAD.y;
    } else {
      if (this.#pages.room < heightOf(cells)) this.#nextPage();
      this.#pages.structure.group('TR', () => this.#drawLines(cells, 'TD'));
    }
    this.#pages.rule(this.#frame.x, this.#pages.y, this.#frame.width);
  }

  #nextPage(): void {
    this.#pages.newPage();
    this.#pages.structure.artifact(() => this.#drawHeaderAgain());
  }

  #drawHeaderAgain(): void {
    this.#pages.box(this.#frame.x, this.#pages.y, this.#frame.width, this.headerHeight, PANEL);
    this.#placeLines(this.#header, (_, draw) => draw());
    this.#pages.rule(this.#frame.x, this.#pages.y, this.#frame.width, LINE, 0.8);
  }

  #drawLines(cells: readonly Line[][], tag: 'TH' | 'TD'): void {
    this.#placeLines(cells, (index, draw) => {
      if ((cells[index]?.length ?? 0) > 0) this.#pages.structure.content(tag, draw);
    });
  }

  #placeLines(cells: readonly Line[][], around: (index: number, draw: () => void) => void): void {
    const top = this.#pages.y + PAD.y;
    cells.forEach((cell, index) => {
      around(index, () => {
        cell.forEach((line, number) => {
          this.#pages.line(line, this.#xOf(line, index), top + number * HEIGHT, HEIGHT);
        });
      });
    });
    this.#pages.y += heightOf(cells);
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
