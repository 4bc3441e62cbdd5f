import type { Block, Cell, Inline, ListItem } from '#src/domain/export/pdf/block.ts';
import { inlinesOf } from '#src/domain/export/pdf/inline-reader.ts';
import type { MarkdownToken } from '#src/domain/export/pdf/markdown-parser.ts';

/** A block with the lines of the content that it stands for. */
interface TopBlock {
  readonly block: Block;
  readonly from: number;
  /** The line behind the last. */
  readonly to: number;
}

/** Reads the flat list of tokens, in which nested content is between an opening and a closing token. */
export class BlockReader {
  readonly #tokens: readonly MarkdownToken[];
  #at = 0;

  constructor(tokens: readonly MarkdownToken[]) {
    this.#tokens = tokens;
  }

  *read(): Generator<TopBlock> {
    while (this.#at < this.#tokens.length) {
      const token = this.#next();
      const block = this.#block(token);
      if (block !== undefined && token.map !== null) yield { block, from: token.map[0], to: token.map[1] };
    }
  }

  #next(): MarkdownToken {
    return this.#tokens[this.#at++] as MarkdownToken;
  }

  /** Tokens up to the closing one, which is consumed. */
  *#until(type: string): Generator<MarkdownToken> {
    while (this.#at < this.#tokens.length) {
      const token = this.#next();
      if (token.type === type) return;
      yield token;
    }
  }

  #blocks(until: string): Block[] {
    const blocks: Block[] = [];
    for (const token of this.#until(until)) {
      const block = this.#block(token);
      if (block !== undefined) blocks.push(block);
    }
    return blocks;
  }

  #block(token: MarkdownToken): Block | undefined {
    switch (token.type) {
      case 'heading_open':
        return { kind: 'heading', level: Number(token.tag.slice(1)), text: this.#inline('heading_close') };
      case 'paragraph_open':
        return { kind: 'paragraph', text: this.#inline('paragraph_close') };
      case 'fence':
      case 'code_block':
        return { kind: 'code', info: token.info.trim(), text: token.content.replace(/\n$/, '') };
      case 'blockquote_open':
        return { kind: 'quote', blocks: this.#blocks('blockquote_close') };
      case 'bullet_list_open':
        return { kind: 'list', items: this.#items('bullet_list_close') };
      case 'ordered_list_open':
        return { kind: 'list', items: this.#items('ordered_list_close') };
      case 'table_open':
        return this.#table();
      case 'hr':
        return { kind: 'rule' };
      default:
        return undefined;
    }
  }

  #inline(until: string): Inline[] {
    const inlines: Inline[] = [];
    for (const token of this.#until(until)) {
      if (token.type === 'inline') inlines.push(...inlinesOf(token.children ?? [], token.content));
    }
    return inlines;
  }

  #items(until: string): ListItem[] {
    const items: ListItem[] = [];
    for (const token of this.#until(until)) {
      if (token.type !== 'list_item_open') continue;
      items.push(toItem(token, this.#blocks('list_item_close')));
    }
    return items;
  }

  /** The header is as wide as the widest row. */
  #table(): Block {
    const rows: Cell[][] = [];
    for (const token of this.#until('table_close')) {
      if (token.type === 'tr_open') rows.push([]);
      if (token.type === 'th_open') rows.at(-1)?.push(this.#inline('th_close'));
      if (token.type === 'td_open') rows.at(-1)?.push(this.#inline('td_close'));
    }
    const [header = [], ...rest] = rows;
    const width = rest.reduce((widest, row) => Math.max(widest, row.length), header.length);
    while (header.length < width) header.push([]);
    return { kind: 'table', header, rows: rest };
  }
}

const TASK = /^\[([ xX])\] /;

/** A list that begins at 7, or passes over 8, shows the numbers that were written. */
function toItem({ info, markup }: MarkdownToken, blocks: Block[]): ListItem {
  const marker = info === '' ? bulletOf(markup, blocks) : `${info}${markup}`;
  const [first, ...rest] = blocks;
  const start = first?.kind === 'paragraph' ? first.text[0] : undefined;
  const [mark, task] = TASK.exec(start?.text ?? '') ?? [];
  if (info !== '' || mark === undefined || start === undefined || first?.kind !== 'paragraph')
    return { blocks, marker, task: undefined };
  const text = [{ ...start, text: start.text.slice(mark.length) }, ...first.text.slice(1)];
  return { blocks: [{ kind: 'paragraph', text }, ...rest], marker, task };
}

/** A sign alone on its line may be what was found, so it stays one. */
function bulletOf(markup: string, blocks: readonly Block[]): string | undefined {
  return blocks.length === 0 ? markup : undefined;
}
