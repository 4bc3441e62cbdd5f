import type { FontStyle } from '#src/domain/export/pdf/font-set.ts';

/** The appearance of a stretch of text. */
export interface TextStyle extends FontStyle {
  /** In points. */
  readonly size: number;
  readonly color: Color;
  /** A harmless address to open. */
  readonly link?: string;
  readonly strike?: boolean;
}

/** Red, green and blue between 0 and 1, as a page's content writes them. */
export type Color = readonly [red: number, green: number, blue: number];

export interface Span {
  readonly text: string;
  readonly style: TextStyle;
}

export const INK: Color = [0.11, 0.13, 0.16];
export const QUIET: Color = [0.4, 0.43, 0.47];
export const LINK: Color = [0.05, 0.35, 0.65];
export const PANEL: Color = [0.957, 0.961, 0.969];
export const LINE: Color = [0.82, 0.84, 0.87];

export const BODY: TextStyle = { bold: false, italic: false, code: false, size: 10, color: INK };
export const SMALL: TextStyle = { ...BODY, size: 8.5, color: QUIET };
export const CODE: TextStyle = { ...BODY, code: true, size: 8.5 };
