import { INVISIBLE } from '#src/domain/export/pdf/clean-text.ts';
import {
  CHINESE_FAMILY,
  CODE_FAMILY,
  EMOJI_FAMILY,
  type Family,
  fontFile,
  JAPANESE_FAMILY,
  KOREAN_FAMILY,
  SCRIPT_FAMILIES,
  SYMBOL_FAMILIES,
  TEXT_FAMILY,
} from '#src/domain/export/pdf/faces.ts';
import { type EmbeddedFont, embedFont } from '#src/domain/export/pdf/pdfkit-internals.ts';

export interface FontStyle {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly code: boolean;
}

/** The East Asian font that is tried first for a Han character, since the fonts draw it differently. */
export type HanForm = 'chinese' | 'japanese' | 'korean';

const EAST_ASIAN: Readonly<Record<HanForm, readonly Family[]>> = {
  chinese: [CHINESE_FAMILY, JAPANESE_FAMILY, KOREAN_FAMILY],
  japanese: [JAPANESE_FAMILY, CHINESE_FAMILY, KOREAN_FAMILY],
  korean: [KOREAN_FAMILY, CHINESE_FAMILY, JAPANESE_FAMILY],
};

const EMOJI = /\p{Emoji_Presentation}|\p{Emoji}\ufe0f|\p{Emoji}\p{Emoji_Modifier}/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const HANGUL = /\p{Script=Hangul}/u;

/** The most probable East Asian language of a text, for its Han characters. */
export function hanFormOf(text: string): HanForm {
  if (KANA.test(text)) return 'japanese';
  return HANGUL.test(text) ? 'korean' : 'chinese';
}

/** The fonts of one document. A file is read when the first character needs it. */
export class FontSet {
  readonly #document: PDFKit.PDFDocument;
  /** Packages that are treated as not installed. */
  readonly #without: ReadonlySet<string>;
  readonly #fonts = new Map<string, EmbeddedFont | undefined>();
  readonly #bases: (EmbeddedFont | undefined)[] = [];
  readonly #choices = new Map<string, EmbeddedFont | null>();

  constructor(document: PDFKit.PDFDocument, without: ReadonlySet<string> = new Set()) {
    this.#document = document;
    this.#without = without;
  }

  /** The font of plain text in a style, which always exists. */
  base(style: FontStyle): EmbeddedFont {
    const place = (style.bold ? 1 : 0) + (style.italic ? 2 : 0) + (style.code ? 4 : 0);
    const known = this.#bases[place];
    if (known !== undefined) return known;
    const family = style.code ? CODE_FAMILY : TEXT_FAMILY;
    const font = this.#font(family, style);
    if (font === undefined) throw new Error(`The package ${family.package} is not installed.`);
    this.#bases[place] = font;
    return font;
  }

  /** The font that has every visible character of a cluster; undefined when none has. */
  find(cluster: string, style: FontStyle, han: HanForm): EmbeddedFont | undefined {
    const key = `${style.bold ? 'b' : ''}${style.italic ? 'i' : ''}${style.code ? 'c' : ''}${han.charAt(0)}${cluster}`;
    let choice = this.#choices.get(key);
    if (choice === undefined) {
      choice = this.#search(cluster, style, han) ?? null;
      if (this.#choices.size > 50_000) this.#choices.clear();
      this.#choices.set(key, choice);
    }
    return choice ?? undefined;
  }

  #search(cluster: string, style: FontStyle, han: HanForm): EmbeddedFont | undefined {
    const codePoints = [...cluster]
      .filter((character) => !INVISIBLE.test(character))
      .map((character) => character.codePointAt(0) as number);
    const text = [style.code ? CODE_FAMILY : TEXT_FAMILY, TEXT_FAMILY];
    const rest = [...SCRIPT_FAMILIES, ...EAST_ASIAN[han], ...SYMBOL_FAMILIES];
    const order = EMOJI.test(cluster) ? [EMOJI_FAMILY, ...text, ...rest] : [...text, ...rest, EMOJI_FAMILY];
    for (const family of order) {
      const font = this.#font(family, style);
      if (font !== undefined && codePoints.every((code) => font.font.hasGlyphForCodePoint(code))) return font;
    }
    return undefined;
  }

  #font(family: Family, style: FontStyle): EmbeddedFont | undefined {
    if (this.#without.has(family.package)) return undefined;
    const file = fileFor(family, style);
    const key = `${family.name}/${file}`;
    if (this.#fonts.has(key)) return this.#fonts.get(key);
    const path = fontFile(family, file);
    const font = path === undefined ? undefined : embedFont(this.#document, path);
    this.#fonts.set(key, font);
    return font;
  }
}

function fileFor(family: Family, { bold, italic }: FontStyle): string {
  if (bold && italic && family.boldItalic !== undefined) return family.boldItalic;
  if (bold && family.bold !== undefined) return family.bold;
  return (italic && !bold ? family.italic : undefined) ?? family.regular;
}
