import type { Color } from '#src/domain/export/pdf/text-style.ts';
import type { PlacedPiece } from '#src/domain/export/pdf/typesetter.ts';

/** Pieces of one appearance that are drawn without a move between them. */
interface Stretch {
  readonly pieces: PlacedPiece[];
  x: number;
  end: number;
}

/**
 * Operators that draw pieces in reading order, each at its position. Consecutive words of one font from right to left
 * are drawn as one string from left to right, as readers expect it. The upper edge of the page is 0, so text has to be
 * turned upright.
 */
export function textOperators(pieces: readonly PlacedPiece[], x: number, baseline: number): string {
  const operators = ['BT'];
  let look = '';
  for (const stretch of stretchesOf(pieces)) {
    const { run, style } = stretch.pieces[0] as PlacedPiece;
    const wanted = `/${run.font.id} ${number(style.size)} Tf ${rgb(style.color)} rg`;
    if (wanted !== look) operators.push(wanted);
    look = wanted;
    operators.push(`1 0 0 -1 ${number(x + stretch.x)} ${number(baseline)} Tm`);
    operators.push(`[${stretch.pieces.map((piece) => piece.run.array).join('')}] TJ`);
  }
  operators.push('ET', ...pieces.flatMap((piece) => outlineOperators(piece, x + piece.x, baseline)));
  return operators.join(' ');
}

function outlineOperators({ run, style }: PlacedPiece, x: number, baseline: number): string[] {
  return run.outlines.map((outline) => {
    const unit = style.size / 1000;
    const scale = (outline.scale * unit).toFixed(5);
    const place = `${number(x + outline.x * unit)} ${number(baseline - outline.y * unit)}`;
    return `q ${rgb(style.color)} rg ${scale} 0 0 -${scale} ${place} cm ${outline.path} f Q`;
  });
}

const CLOSE = 0.01;

function stretchesOf(pieces: readonly PlacedPiece[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const piece of pieces) {
    const last = stretches.at(-1);
    const end = piece.x + piece.width;
    if (last === undefined || !alike(last.pieces[0] as PlacedPiece, piece)) {
      stretches.push({ pieces: [piece], x: piece.x, end });
    } else if (Math.abs(piece.x - last.end) < CLOSE) {
      last.pieces.push(piece);
      last.end = end;
    } else if (Math.abs(end - last.x) < CLOSE) {
      last.pieces.unshift(piece);
      last.x = piece.x;
    } else {
      stretches.push({ pieces: [piece], x: piece.x, end });
    }
  }
  return stretches;
}

function alike(a: PlacedPiece, b: PlacedPiece): boolean {
  if (a.run.font !== b.run.font || a.level !== b.level) return false;
  return a.style === b.style || (a.style.size === b.style.size && rgb(a.style.color) === rgb(b.style.color));
}

export const rgb = (color: Color): string => color.map(number).join(' ');

/** A number as PDF permits it: no exponent, and no more digits than a printer can show. */
export function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}
