import { LRUCache } from 'lru-cache';
import PDFDocument from 'pdfkit';
import { FontSet } from '#src/domain/export/pdf/font-set.ts';
import { type PdfReference, pageOf } from '#src/domain/export/pdf/pdfkit-internals.ts';
import { Shaper } from '#src/domain/export/pdf/shaper.ts';
import { Structure } from '#src/domain/export/pdf/structure.ts';
import { number as n, rgb, textOperators } from '#src/domain/export/pdf/text-operators.ts';
import { type Color, LINE, SMALL, type TextStyle } from '#src/domain/export/pdf/text-style.ts';
import { type Line, type PlacedPiece, setLines, type Type } from '#src/domain/export/pdf/typesetter.ts';

export interface PageSettings {
  readonly format: 'a4' | 'letter';
  readonly title: string;
  readonly createdAt: Date;
  /** Text at the right of each footer. */
  readonly footNote: string;
  /** True to mark headings, lists and tables for screen readers. */
  readonly tagged: boolean;
  /** Packages of fonts that are treated as not installed. */
  readonly withoutFonts?: ReadonlySet<string>;
}

const SIZES = { a4: [595.28, 841.89], letter: [612, 792] } as const;
const MARGIN = { top: 72, bottom: 64, side: 60 } as const;
/** Share of the size above the baseline of a line, and height of a line. */
const ASCENT = 0.8;
export const LEADING = 1.42;
const TOTAL = 'Total';
/** Half of a character at the end of a cut text. */
const HALF = /[\ud800-\udbff]$/;

/** The pages of a document, written from the top down. A finished page leaves the memory. */
export class PageWriter {
  readonly type: Type;
  readonly structure: Structure;
  readonly left: number = MARGIN.side;
  readonly width: number;
  readonly bottom: number;
  readonly document: PDFKit.PDFDocument;
  /** Position of the next line, in points from the upper edge. */
  y: number = MARGIN.top;
  readonly #settings: PageSettings;
  readonly #height: number;
  readonly #total: PdfReference;
  /** Laid out marks of lists and the like, which are repeated often. */
  readonly #lines = new LRUCache<string, Line>({ max: 500 });
  #header: Line | undefined;
  #note: Line | undefined;
  #pages = 0;
  #previous: { data: Record<string, unknown> }[] = [];

  constructor(settings: PageSettings) {
    const [width, height] = SIZES[settings.format];
    this.#settings = settings;
    this.#height = height;
    this.width = width - 2 * MARGIN.side;
    this.bottom = height - MARGIN.bottom;
    this.document = new PDFDocument(documentOptions(settings));
    this.type = {
      fonts: new FontSet(this.document, settings.withoutFonts),
      shaper: new Shaper(),
      missing: new Set(),
    };
    this.structure = new Structure(this.document, settings.tagged);
    this.#total = (this.document as unknown as { ref(data: object): PdfReference }).ref({
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, -4, 80, 12],
    });
    this.document.on('pageAdded', () => this.#beginPage());
    this.document.addPage();
  }

  /** Remaining points on this page. */
  get room(): number {
    return this.bottom - this.y;
  }

  /** Begins a new page when fewer points remain on this one. */
  need(points: number): void {
    if (this.room < points) this.newPage();
  }

  newPage(): void {
    this.structure.continueOnNewPage();
    // Of a finished page only the number is needed, for the list of pages; a structure needs more.
    if (this.#settings.tagged) return;
    for (const reference of this.#previous) reference.data = {};
    const page = pageOf(this.document);
    this.#previous = [page.dictionary, page.resources];
  }

  /** Moves down, but leaves no gap at the top of a page. */
  gap(points: number): void {
    if (this.y > MARGIN.top) this.y += points;
  }

  /** Draws a line with its upper edge at `y`. */
  line(line: Line, x: number, y: number, height: number): void {
    const first = line.pieces[0];
    if (first === undefined) return;
    const size = line.pieces.reduce(
      (largest, piece) => Math.max(largest, piece.style.size),
      first.style.size,
    );
    const baseline = y + (height - size) / 2 + size * ASCENT;
    this.document.addContent(textOperators(line.pieces, x, baseline));
    const page = pageOf(this.document);
    for (const piece of line.pieces) {
      page.fonts[piece.run.font.id] ??= piece.run.font.ref();
      const { style, width } = piece;
      if (style.strike === true) this.rule(x + piece.x, baseline - style.size * 0.3, width, style.color);
    }
    for (const stretch of linkedStretches(line.pieces)) this.#link(stretch, x, baseline);
  }

  box(x: number, y: number, width: number, height: number, color: Color): void {
    this.document.addContent(`${rgb(color)} rg ${n(x)} ${n(y)} ${n(width)} ${n(height)} re f`);
  }

  rule(x: number, y: number, width: number, color: Color = LINE, thickness = 0.6): void {
    this.document.addContent(
      `${rgb(color)} RG ${n(thickness)} w ${n(x)} ${n(y)} m ${n(x + width)} ${n(y)} l S`,
    );
  }

  /** First line of a text, cut with an ellipsis where it is too long. */
  oneLine(text: string, style: TextStyle, width: number): Line {
    const key = `${width} ${style.size} ${style.bold} ${style.color.join()} ${text}`;
    let line = this.#lines.get(key);
    if (line === undefined) {
      line = this.#cutLine(text, style, width);
      this.#lines.set(key, line);
    }
    return line;
  }

  #cutLine(text: string, style: TextStyle, width: number): Line {
    const short = text.slice(0, 300).replace(HALF, '').replace(/\s+/g, ' ');
    const [first, second] = setLines(this.type, [{ text: short, style }], width);
    if (second === undefined || second.pieces.length === 0) return first as Line;
    for (let length = Math.min(short.length, 200); length > 0; length = Math.floor(length * 0.9)) {
      const [cut, more] = setLines(
        this.type,
        [{ text: `${short.slice(0, length).replace(HALF, '')}…`, style }],
        width,
      );
      if (more === undefined) return cut as Line;
    }
    return first as Line;
  }

  /** Writes the parts that are known only at the end. */
  end(): void {
    const run = this.type.shaper.shape(this.type.fonts.base(SMALL), String(this.#pages), false);
    const font = run.font;
    this.#total.data.Resources = { Font: { [font.id]: font.ref() } };
    this.#total.end(`BT ${rgb(SMALL.color)} rg /${font.id} ${SMALL.size} Tf [${run.array}] TJ ET`);
    this.structure.end();
    this.document.end();
  }

  #beginPage(): void {
    this.#pages += 1;
    this.y = MARGIN.top;
    this.structure.artifact(() => this.#furniture());
  }

  /** Running title and footer. The number of pages is a drawing that is filled in at the end. */
  #furniture(): void {
    this.#header ??= this.oneLine(this.#settings.title, SMALL, this.width);
    this.#note ??= this.oneLine(this.#settings.footNote, SMALL, this.width - 160);
    if (this.#pages > 1) {
      const x = this.#header.rightToLeft ? this.left + this.width - this.#header.width : this.left;
      this.line(this.#header, x, 36, 12);
      this.rule(this.left, 52, this.width);
    }
    const foot = this.#height - 42;
    this.rule(this.left, foot - 6, this.width);
    const number = this.oneLine(`Page ${this.#pages} of `, SMALL, 200);
    this.line(number, this.left, foot, 12);
    const page = pageOf(this.document);
    page.xobjects[TOTAL] ??= this.#total;
    const space = SMALL.size * 0.26;
    const baseline = foot + (12 - SMALL.size) / 2 + SMALL.size * ASCENT;
    this.document.addContent(
      `q 1 0 0 -1 ${n(this.left + number.width + space)} ${n(baseline)} cm /${TOTAL} Do Q`,
    );
    this.line(this.#note, this.left + this.width - this.#note.width, foot, 12);
  }

  #link({ style, left, right }: LinkedStretch, x: number, baseline: number): void {
    const { size, link, color } = style;
    this.rule(x + left, baseline + size * 0.14, right - left, color, 0.5);
    this.document.link(x + left, baseline - size * ASCENT, right - left, size * 1.1, link as string);
  }
}

/** Neighbours on a line with one address. */
interface LinkedStretch {
  readonly style: TextStyle;
  left: number;
  right: number;
}

const CLOSE = 0.01;

function linkedStretches(pieces: readonly PlacedPiece[]): LinkedStretch[] {
  const stretches: LinkedStretch[] = [];
  for (const { style, x, width } of pieces) {
    if (style.link === undefined) continue;
    const last = stretches.at(-1);
    const end = x + width;
    if (last?.style.link !== style.link) stretches.push({ style, left: x, right: end });
    else if (Math.abs(x - last.right) < CLOSE) last.right = end;
    else if (Math.abs(end - last.left) < CLOSE) last.left = x;
    else stretches.push({ style, left: x, right: end });
  }
  return stretches;
}

function documentOptions(settings: PageSettings): PDFKit.PDFDocumentOptions {
  const [width, height] = SIZES[settings.format];
  return {
    autoFirstPage: false,
    size: [width, height],
    margin: 0,
    pdfVersion: '1.7',
    displayTitle: true,
    tagged: settings.tagged,
    // The standard fonts have no letters outside of Latin, so none is loaded.
    font: null as unknown as string,
    info: {
      Title: settings.title,
      Creator: 'VoiceAssist Gateway',
      Producer: 'pdfkit',
      CreationDate: settings.createdAt,
    },
  };
}
