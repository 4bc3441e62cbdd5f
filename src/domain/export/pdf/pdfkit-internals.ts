/**
 * The undocumented parts of pdfkit that this area uses, in one place. pdfkit lays out text from left to right and in
 * one font; we shape and order runs ourselves and pass glyphs, for which it has no public method.
 */

export interface ShapedGlyph {
  readonly id: number;
  readonly codePoints: readonly number[];
  /** In units of the font. */
  readonly advanceWidth: number;
  readonly path: { readonly commands: readonly PathCommand[] };
}

interface PathCommand {
  readonly command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath';
  readonly args: readonly number[];
}

interface GlyphPosition {
  readonly xAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
}

/** A parsed font, as fontkit gives it. */
interface ParsedFont {
  readonly unitsPerEm: number;
  hasGlyphForCodePoint(codePoint: number): boolean;
  layout(
    text: string,
    features?: undefined,
    script?: undefined,
    language?: undefined,
    direction?: 'ltr' | 'rtl',
  ): { readonly glyphs: readonly ShapedGlyph[]; readonly positions: readonly GlyphPosition[] };
}

/** A font inside of a document that is being written. */
export interface EmbeddedFont {
  /** Name in the resources of a page. */
  readonly id: string;
  readonly font: ParsedFont;
  readonly subset: { readonly glyphs: number[]; includeGlyph(id: number): number };
  /** By number in the subset, in thousandths of the size. */
  readonly widths: number[];
  /** Text of each glyph of the subset. */
  readonly unicode: (readonly number[])[];
  ref(): PdfReference;
}

export interface PdfReference {
  data: Record<string, unknown>;
  end(chunk?: string): void;
}

/** A page that is being written. */
export interface PdfPage {
  readonly fonts: Record<string, PdfReference>;
  readonly xobjects: Record<string, PdfReference>;
  readonly dictionary: PdfReference;
  readonly resources: PdfReference;
}

/** Loads a font file into the document. */
export function embedFont(document: PDFKit.PDFDocument, path: string): EmbeddedFont {
  document.font(path);
  const font = (document as unknown as { _font: Partial<EmbeddedFont> | undefined })._font;
  if (font?.subset?.glyphs === undefined || font.unicode === undefined || font.widths === undefined) {
    throw new Error('This version of pdfkit keeps its fonts in another form.');
  }
  return font as EmbeddedFont;
}

export function pageOf(document: PDFKit.PDFDocument): PdfPage {
  return document.page as unknown as PdfPage;
}
