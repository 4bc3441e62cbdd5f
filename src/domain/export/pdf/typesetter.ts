import { hasRightToLeft, withoutControls } from '#src/domain/export/directions.ts';
import { bidi, visualOrder } from '#src/domain/export/pdf/bidi.ts';
import { isSimple } from '#src/domain/export/pdf/clean-text.ts';
import { type FontSet, type HanForm, hanFormOf } from '#src/domain/export/pdf/font-set.ts';
import { replaceMissing } from '#src/domain/export/pdf/missing-text.ts';
import type { EmbeddedFont } from '#src/domain/export/pdf/pdfkit-internals.ts';
import { clustersOf, segmentsOf } from '#src/domain/export/pdf/segments.ts';
import type { GlyphRun, Shaper } from '#src/domain/export/pdf/shaper.ts';
import type { Span, TextStyle } from '#src/domain/export/pdf/text-style.ts';

/** Glyphs of one appearance at a place on a line. */
export interface Piece {
  readonly run: GlyphRun;
  readonly style: TextStyle;
  /** In points. */
  readonly width: number;
  readonly level: number;
  readonly blank: boolean;
  readonly text: string;
}

/** A piece and its distance from the beginning of the line, in points. */
export interface PlacedPiece extends Piece {
  readonly x: number;
}

/** A line in reading order, in which it is drawn and read aloud. */
export interface Line {
  readonly pieces: readonly PlacedPiece[];
  /** In points, without the spaces at its end. */
  readonly width: number;
  readonly rightToLeft: boolean;
}

/** The fonts and the shaper of a document, and the scripts for which there was no font. */
export interface Type {
  readonly fonts: FontSet;
  readonly shaper: Shaper;
  /** Scripts (or `other signs`) that could not be drawn. */
  readonly missing: Set<string>;
}

/** Longer paragraphs are broken in parts, because directions are computed for a whole paragraph. */
const MAX_PARAGRAPH = 20_000;

/** Breaks text into lines of at most `width` points, each in drawing order. */
export function* setLines(type: Type, spans: readonly Span[], width: number): Generator<Line> {
  for (const paragraph of paragraphsOf(spans)) {
    const known = paragraph.map((span) => replaceMissing(type, span));
    yield* new Paragraph(type, known, width).lines();
  }
}

/** Splits at line breaks, and splits a longer paragraph where it is possible. */
function* paragraphsOf(spans: readonly Span[]): Generator<Span[]> {
  let current: Span[] = [];
  let length = 0;
  for (const { text, style } of spans) {
    const lines = text.split('\n');
    for (const [index, line] of lines.entries()) {
      if (index > 0) {
        yield current;
        current = [];
        length = 0;
      }
      for (let at = 0; at < line.length; ) {
        let end = Math.min(line.length, at + MAX_PARAGRAPH - length);
        if (end < line.length && /[\udc00-\udfff]/.test(line.charAt(end))) end += 1;
        current.push({ text: line.slice(at, end), style });
        length += end - at;
        at = end;
        if (length < MAX_PARAGRAPH) continue;
        yield current;
        current = [];
        length = 0;
      }
    }
  }
  yield current;
}

const LEFT_TO_RIGHT = 0;

class Paragraph {
  readonly #type: Type;
  readonly #spans: readonly Span[];
  readonly #text: string;
  readonly #width: number;
  readonly #levels: Uint8Array | undefined;
  readonly #base: number;
  readonly #han: HanForm;
  #pieces: Piece[] = [];
  #filled = 0;
  #spanIndex = 0;
  #spanStart = 0;
  #last: { readonly font: EmbeddedFont; readonly style: TextStyle; readonly level: number } | undefined;

  constructor(type: Type, spans: readonly Span[], width: number) {
    this.#type = type;
    this.#spans = spans.filter(({ text }) => text !== '');
    this.#text = spans.map(({ text }) => text).join('');
    this.#width = width;
    this.#han = isSimple(this.#text) ? 'chinese' : hanFormOf(this.#text);
    const directions = hasRightToLeft(this.#text) ? bidi.getEmbeddingLevels(this.#text, 'auto') : undefined;
    this.#levels = directions?.levels;
    this.#base = directions?.paragraphs[0]?.level ?? LEFT_TO_RIGHT;
  }

  *lines(): Generator<Line> {
    let at = 0;
    for (const segment of segmentsOf(this.#text)) {
      const pieces = this.#piecesOf(at, at + segment.length);
      at += segment.length;
      yield* this.#place(pieces);
    }
    yield this.#finish();
  }

  /** Places unbreakable pieces on this line or on the next; too long ones are broken over several lines. */
  *#place(pieces: readonly Piece[]): Generator<Line> {
    const needed = pieces.reduce((sum, piece) => (piece.blank ? sum : sum + piece.width), 0);
    if (this.#filled + needed > this.#width && this.#filled > 0) yield this.#finish();
    if (needed <= this.#width) {
      this.#append(pieces);
      return;
    }
    for (const piece of pieces) yield* this.#placeBroken(piece);
  }

  *#placeBroken(piece: Piece): Generator<Line> {
    let text = '';
    let width = 0;
    for (const cluster of clustersOf(piece.text)) {
      const wide = this.#piece(cluster, piece.run.font, piece.style, piece.level).width;
      if (this.#filled + width + wide > this.#width && this.#filled + width > 0) {
        if (text !== '') this.#append([this.#piece(text, piece.run.font, piece.style, piece.level)]);
        yield this.#finish();
        text = '';
        width = 0;
      }
      text += cluster;
      width += wide;
    }
    if (text !== '') this.#append([this.#piece(text, piece.run.font, piece.style, piece.level)]);
  }

  #append(pieces: readonly Piece[]): void {
    for (const piece of pieces) {
      this.#pieces.push(piece);
      this.#filled += piece.width;
    }
  }

  #finish(): Line {
    const pieces = this.#pieces;
    while (pieces.at(-1)?.blank) pieces.pop();
    this.#pieces = [];
    this.#filled = 0;
    return {
      pieces: this.#levels === undefined ? placeInOrder(pieces) : placeVisually(pieces),
      width: pieces.reduce((sum, piece) => sum + piece.width, 0),
      rightToLeft: this.#base % 2 === 1,
    };
  }

  /** Parts of the text with one appearance, direction and font. */
  #piecesOf(from: number, to: number): Piece[] {
    const pieces: Piece[] = [];
    let at = from;
    while (at < to) {
      const span = this.#spanAt(at);
      const end = this.#evenUntil(at, Math.min(to, this.#spanStart + span.text.length));
      const level = this.#levels?.[at] ?? LEFT_TO_RIGHT;
      // Controls have done their work in the levels.
      const text = withoutControls(this.#text.slice(at, end));
      const [words, blanks] = splitBlanks(text);
      if (words !== '') this.#addRuns(pieces, words, span.style, level);
      if (blanks !== '') this.#addRuns(pieces, blanks, span.style, level);
      at = end;
    }
    return pieces;
  }

  #evenUntil(from: number, to: number): number {
    if (this.#levels === undefined) return to;
    let end = from + 1;
    while (end < to && this.#levels[end] === this.#levels[from]) end += 1;
    return end;
  }

  #spanAt(at: number): Span {
    let span = this.#spans[this.#spanIndex] as Span;
    while (at >= this.#spanStart + span.text.length) {
      this.#spanStart += span.text.length;
      this.#spanIndex += 1;
      span = this.#spans[this.#spanIndex] as Span;
    }
    return span;
  }

  #addRuns(pieces: Piece[], text: string, style: TextStyle, level: number): void {
    const base = this.#type.fonts.base(style);
    if (isSimple(text)) {
      pieces.push(this.#piece(text, this.#fontOfNeutral(text, style, level) ?? base, style, level));
      return;
    }
    let font: EmbeddedFont | undefined;
    let run = '';
    for (const cluster of clustersOf(text)) {
      const next = this.#type.fonts.find(cluster, style, this.#han) ?? base;
      if (next !== font && font !== undefined) {
        pieces.push(this.#piece(run, font, style, level));
        run = '';
      }
      font = next;
      run += cluster;
    }
    if (font === undefined) return;
    pieces.push(this.#piece(run, font, style, level));
    this.#last = { font, style, level };
  }

  /**
   * Spaces and signs in text from right to left use the font of the preceding word where it has them, so that they form
   * one stretch of text with it.
   */
  #fontOfNeutral(text: string, style: TextStyle, level: number): EmbeddedFont | undefined {
    const last = this.#last;
    const neutral = level % 2 === 1 && !/[A-Za-z0-9]/.test(text);
    if (!neutral) this.#last = undefined;
    if (!neutral || last === undefined || last.style !== style || last.level !== level) return undefined;
    const has = (character: string): boolean => last.font.font.hasGlyphForCodePoint(character.charCodeAt(0));
    return [...text].every(has) ? last.font : undefined;
  }

  #piece(text: string, font: EmbeddedFont, style: TextStyle, level: number): Piece {
    const run = this.#type.shaper.shape(font, text, level % 2 === 1);
    return { run, style, level, text, width: (run.width * style.size) / 1000, blank: text.trim() === '' };
  }
}

function splitBlanks(text: string): [words: string, blanks: string] {
  const words = text.trimEnd();
  return [words, text.slice(words.length)];
}

function placeInOrder(pieces: readonly Piece[]): PlacedPiece[] {
  let x = 0;
  return pieces.map((piece) => {
    const placed = { ...piece, x };
    x += piece.width;
    return placed;
  });
}

function placeVisually(pieces: readonly Piece[]): PlacedPiece[] {
  const xs: number[] = [];
  let x = 0;
  for (const index of visualOrder(pieces.map(({ level }) => level))) {
    xs[index] = x;
    x += pieces[index]?.width ?? 0;
  }
  return pieces.map((piece, index) => ({ ...piece, x: xs[index] as number }));
}
