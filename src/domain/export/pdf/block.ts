/** A stretch of text in a block. */
export interface Inline {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly code: boolean;
  readonly strike: boolean;
  readonly link: string | undefined;
  /** Set where the text is not what was written: `verbatim` has its entities unread, `ours` is an addition. */
  readonly origin?: 'verbatim' | 'ours';
}

export type Cell = readonly Inline[];

export interface ListItem {
  readonly blocks: readonly Block[];
  /** A number, as it was written; undefined for a bullet. */
  readonly marker: string | undefined;
  /** What stood in the box of an item of a task list. */
  readonly task: string | undefined;
}

export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly text: readonly Inline[] }
  /** Text that is shown as it was written. */
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'code'; readonly info: string; readonly text: string }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'list'; readonly items: readonly ListItem[] }
  | { readonly kind: 'table'; readonly header: readonly Cell[]; readonly rows: readonly (readonly Cell[])[] }
  | { readonly kind: 'rule' };

export function plain(text: string): Inline {
  return { text, bold: false, italic: false, code: false, strike: false, link: undefined };
}
