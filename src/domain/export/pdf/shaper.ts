import { LRUCache } from 'lru-cache';
import { bidi } from '#src/domain/export/pdf/bidi.ts';
import type { EmbeddedFont, ShapedGlyph } from '#src/domain/export/pdf/pdfkit-internals.ts';

/** Glyphs in drawing order, from left to right. */
export interface GlyphRun {
  readonly font: EmbeddedFont;
  /** Content of a TJ array: glyphs in hexadecimal with the distances between them. */
  readonly array: string;
  /** In thousandths of the size. */
  readonly width: number;
  readonly outlines: readonly Outline[];
}

/** A mark above or below its letter, drawn as a shape because readers treat a change of height as a new line. */
interface Outline {
  /** Position in thousandths of the size, from the beginning of the run and up from the baseline. */
  readonly x: number;
  readonly y: number;
  /** Size of a unit of the path in thousandths of the size. */
  readonly scale: number;
  readonly path: string;
}

const CACHED_RUNS = 20_000;
const CACHED_LENGTH = 40;
/** A glyph can represent several texts, but the numbers of a font end at 65,535. */
const MAX_GLYPHS = 60_000;

/**
 * Turns text of one font and one direction into glyphs. Each glyph knows its part of the text in reading order, so that
 * copying and searching return the text where shaping has moved, joined or split letters.
 */
export class Shaper {
  readonly #runs = new LRUCache<string, GlyphRun>({ max: CACHED_RUNS });
  readonly #numbers = new Map<string, number>();
  readonly #usedGlyphs = new Set<string>();
  readonly #blanks = new Map<string, ShapedGlyph>();

  shape(font: EmbeddedFont, text: string, rightToLeft: boolean): GlyphRun {
    if (text.length > CACHED_LENGTH) return this.#shape(font, text, rightToLeft);
    const key = `${font.id}${rightToLeft ? '<' : '>'}${text}`;
    let run = this.#runs.get(key);
    if (run === undefined) {
      run = this.#shape(font, text, rightToLeft);
      this.#runs.set(key, run);
    }
    return run;
  }

  #shape(font: EmbeddedFont, text: string, rightToLeft: boolean): GlyphRun {
    const drawn = rightToLeft ? mirrored(text) : text;
    const { glyphs, positions } = font.font.layout(
      drawn,
      undefined,
      undefined,
      undefined,
      rightToLeft ? 'rtl' : 'ltr',
    );
    const texts = textsOf(glyphs, [...text], rightToLeft);
    const scale = 1000 / font.font.unitsPerEm;
    const builder = new RunBuilder();
    const outlines: Outline[] = [];
    let width = 0;
    glyphs.forEach((glyph, index) => {
      const position = positions[index];
      if (glyph.id === 0 || position === undefined) return;
      const advance = position.xAdvance * scale;
      const [x, y] = [position.xOffset * scale, position.yOffset * scale];
      const raised = y !== 0 || (x !== 0 && advance === 0);
      if (raised) outlines.push({ x: width + x, y, scale, path: pathOf(glyph) });
      const shown = raised ? this.#blank(font) : glyph;
      const parts = shares(
        texts[index] as readonly number[],
        raised ? advance : glyph.advanceWidth * scale,
        rightToLeft,
      );
      if (rightToLeft) parts.reverse();
      if (!raised) builder.move(x);
      for (const part of parts) {
        builder.add(this.#number(font, part.visible ? shown : this.#blank(font), part));
      }
      if (!raised) builder.move(advance - x - glyph.advanceWidth * scale);
      width += advance;
    });
    return { font, array: builder.array(), width, outlines };
  }

  /** A glyph without ink that reserves the width and carries the text of a shape. */
  #blank(font: EmbeddedFont): ShapedGlyph {
    let blank = this.#blanks.get(font.id);
    if (blank === undefined) {
      blank = font.font.layout(' ').glyphs[0] as ShapedGlyph;
      this.#blanks.set(font.id, blank);
    }
    return blank;
  }

  /** Number of a glyph in the document for its text: a glyph is embedded once for each of its texts. */
  #number(font: EmbeddedFont, glyph: ShapedGlyph, { text, width }: Share): number {
    const glyphKey = `${font.id}/${glyph.id}`;
    const key = `${glyphKey}/${Math.round(width)}/${text.join(' ')}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const full = font.subset.glyphs.length >= MAX_GLYPHS;
    const again = this.#usedGlyphs.has(glyphKey);
    const number =
      again && !full ? font.subset.glyphs.push(glyph.id) - 1 : font.subset.includeGlyph(glyph.id);
    this.#usedGlyphs.add(glyphKey);
    font.widths[number] ??= width;
    font.unicode[number] ??= text;
    if (!full) this.#numbers.set(key, number);
    return number;
  }
}

/** One of the characters that a glyph represents. */
interface Share {
  readonly text: readonly number[];
  /** Part of the glyph's width, in thousandths of the size. */
  readonly width: number;
  /** True for the one that is drawn. */
  readonly visible: boolean;
}

const MARK = /^\p{Mn}$/u;
const SEQUENCE: ReadonlySet<number> = new Set([0x200d, 0xfe0f, 0x20e3]);

/**
 * Gives each character of a glyph a separate glyph, of which one is drawn and the others are empty, because readers
 * reverse text from right to left glyph by glyph, and treat a letter with a mark as one without width.
 */
function shares(text: readonly number[], width: number, rightToLeft: boolean): Share[] {
  if (text.length < 2 || text.some((code) => SEQUENCE.has(code) || code > 0x1f000)) {
    return [{ text, width, visible: true }];
  }
  const marks = text.map((code) => MARK.test(String.fromCodePoint(code)));
  const letters = marks.filter((mark) => !mark).length;
  // The drawn glyph comes first from the left, since its shape reaches over the others.
  const drawn = Math.max(0, rightToLeft ? marks.lastIndexOf(false) : marks.indexOf(false));
  return text.map((code, index) => ({
    text: [code],
    width: letters === 0 ? (index === drawn ? width : 0) : marks[index] ? 0 : width / letters,
    visible: index === drawn,
  }));
}

function pathOf(glyph: ShapedGlyph): string {
  const round = (value: number): number => Math.round(value * 10) / 10;
  let [x, y] = [0, 0];
  const operators = glyph.path.commands.map(({ command, args }) => {
    const points = args.map(round);
    const end = points.slice(-2);
    let text: string;
    if (command === 'closePath') return 'h';
    if (command === 'moveTo') text = `${points.join(' ')} m`;
    else if (command === 'lineTo') text = `${points.join(' ')} l`;
    else if (command === 'bezierCurveTo') text = `${points.join(' ')} c`;
    else text = quadratic([x, y], points);
    [x, y] = [end[0] ?? x, end[1] ?? y];
    return text;
  });
  return operators.join(' ');
}

/** PDF has only cubic curves. */
function quadratic([x, y]: readonly [number, number], points: readonly number[]): string {
  const [cx = 0, cy = 0, ex = 0, ey = 0] = points;
  const third = (from: number, control: number): number =>
    Math.round((from + (2 * (control - from)) / 3) * 10) / 10;
  return `${third(x, cx)} ${third(y, cy)} ${third(ex, cx)} ${third(ey, cy)} ${ex} ${ey} c`;
}

/** Brackets and similar characters are mirrored in text from right to left. */
function mirrored(text: string): string {
  return Array.from(text, (character) => bidi.getMirroredCharacter(character) ?? character).join('');
}

/** Distributes the characters over the glyphs in reading order, by the number that each glyph represents. */
function textsOf(
  glyphs: readonly ShapedGlyph[],
  characters: readonly string[],
  rightToLeft: boolean,
): (readonly number[])[] {
  const codePoints = characters.map((character) => character.codePointAt(0) as number);
  const order = glyphs.map((_, index) => (rightToLeft ? glyphs.length - 1 - index : index));
  const drawn = order.filter((index) => glyphs[index]?.id !== 0);
  const counts = order.map((index) => glyphs[index]?.codePoints.length ?? 0);
  const even = counts.reduce((sum, count) => sum + count, 0) === codePoints.length;
  const texts: (readonly number[])[] = glyphs.map(() => []);
  if (even) {
    let at = 0;
    order.forEach((index, position) => {
      const count = counts[position] as number;
      texts[index] = codePoints.slice(at, at + count);
      at += count;
    });
    return texts;
  }
  drawn.forEach((index, position) => {
    texts[index] = codePoints.slice(position, position === drawn.length - 1 ? undefined : position + 1);
  });
  return texts;
}

/** Joins glyphs into as few strings as their distances permit. */
class RunBuilder {
  #hex = '';
  #array = '';

  add(glyph: number): void {
    this.#hex += glyph.toString(16).padStart(4, '0');
  }

  /** Moves by thousandths of the size. */
  move(distance: number): void {
    if (Math.abs(distance) < 0.5) return;
    this.#flush();
    this.#array += `${Math.round(-distance)} `;
  }

  array(): string {
    this.#flush();
    return this.#array;
  }

  #flush(): void {
    if (this.#hex !== '') this.#array += `<${this.#hex}> `;
    this.#hex = '';
  }
}
