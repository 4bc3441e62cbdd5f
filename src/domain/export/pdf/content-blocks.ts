import MarkdownIt from 'markdown-it';

type Token = ReturnType<InstanceType<typeof MarkdownIt>['parse']>[number];

/** A stretch of text in a block. */
export interface Inline {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly code: boolean;
  readonly strike: boolean;
  readonly link: string | undefined;
}

export type Cell = readonly Inline[];

export interface ListItem {
  readonly blocks: readonly Block[];
  /** Set for an item of a task list. */
  readonly task: 'open' | 'done' | undefined;
}

export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly text: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'list'; readonly first: number | undefined; readonly items: readonly ListItem[] }
  | { readonly kind: 'table'; readonly header: readonly Cell[]; readonly rows: readonly (readonly Cell[])[] }
  | { readonly kind: 'rule' };

/** Longer content is written as plain text, so that the cost of markup is bounded. */
const MAX_PARSED = 200_000;
/** The parser omits deeper nesting; such a message is written as plain text. */
const MAX_NESTING = 24;

// Raw HTML stays text, and no image is loaded.
const markdown = new MarkdownIt({ html: false, linkify: false });
markdown.set({ maxNesting: MAX_NESTING } as never);
// `[Dr]: yes` would be parsed as a link definition and not be shown.
markdown.disable('reference');

/** The blocks of a message written in Markdown. */
export function contentBlocks(content: string): Block[] {
  if (content.length > MAX_PARSED) return [{ kind: 'paragraph', text: [plain(content)] }];
  const tokens = markdown.parse(content, {});
  const tooDeep = tokens.some(({ level }) => level + 1 >= MAX_NESTING);
  return tooDeep ? [{ kind: 'paragraph', text: [plain(content)] }] : new BlockReader(tokens).read();
}

export function plain(text: string): Inline {
  return { text, bold: false, italic: false, code: false, strike: false, link: undefined };
}

/** Reads the flat list of tokens, in which nested content is between an opening and a closing token. */
class BlockReader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  /** Blocks up to the closing token, which is consumed. */
  read(until?: string): Block[] {
    const blocks: Block[] = [];
    while (this.#at < this.#tokens.length) {
      const token = this.#tokens[this.#at++] as Token;
      if (token.type === until) break;
      const block = this.#block(token);
      if (block !== undefined) blocks.push(block);
    }
    return blocks;
  }

  #block(token: Token): Block | undefined {
    switch (token.type) {
      case 'heading_open':
        return { kind: 'heading', level: Number(token.tag.slice(1)), text: this.#inline('heading_close') };
      case 'paragraph_open':
        return { kind: 'paragraph', text: this.#inline('paragraph_close') };
      case 'inline':
        return { kind: 'paragraph', text: inlinesOf(token.children ?? [], token.content) };
      case 'fence':
      case 'code_block':
        return { kind: 'code', text: token.content.replace(/\n$/, '') };
      case 'blockquote_open':
        return { kind: 'quote', blocks: this.read('blockquote_close') };
      case 'bullet_list_open':
        return { kind: 'list', first: undefined, items: this.#items('bullet_list_close') };
      case 'ordered_list_open':
        return {
          kind: 'list',
          first: Number(token.attrGet('start') ?? 1),
          items: this.#items('ordered_list_close'),
        };
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
    while (this.#at < this.#tokens.length) {
      const token = this.#tokens[this.#at++] as Token;
      if (token.type === until) break;
      if (token.type === 'inline') inlines.push(...inlinesOf(token.children ?? [], token.content));
    }
    return inlines;
  }

  #items(until: string): ListItem[] {
    const items: ListItem[] = [];
    while (this.#at < this.#tokens.length) {
      const token = this.#tokens[this.#at++] as Token;
      if (token.type === until) break;
      if (token.type === 'list_item_open') items.push(asTask(this.read('list_item_close')));
    }
    return items;
  }

  #table(): Block {
    const rows: Cell[][] = [];
    while (this.#at < this.#tokens.length) {
      const token = this.#tokens[this.#at++] as Token;
      if (token.type === 'table_close') break;
      if (token.type === 'tr_open') rows.push([]);
      if (token.type === 'th_open') rows.at(-1)?.push(this.#inline('th_close'));
      if (token.type === 'td_open') rows.at(-1)?.push(this.#inline('td_close'));
    }
    const [header = [], ...rest] = rows;
    return { kind: 'table', header, rows: rest };
  }
}

const TASK = /^\[([ xX])\] /;

function asTask(blocks: Block[]): ListItem {
  const [first, ...rest] = blocks;
  const start = first?.kind === 'paragraph' ? first.text[0] : undefined;
  const [mark, box] = TASK.exec(start?.text ?? '') ?? [];
  if (mark === undefined || start === undefined || first?.kind !== 'paragraph')
    return { blocks, task: undefined };
  const text = [{ ...start, text: start.text.slice(mark.length) }, ...first.text.slice(1)];
  return { blocks: [{ kind: 'paragraph', text }, ...rest], task: box === ' ' ? 'open' : 'done' };
}

const HARMLESS = /^(?:https?:\/\/|mailto:)[^\s<>"]+$/i;
const MAX_ADDRESS = 2_000;

/** An address that a click may open; other addresses stay text. */
export function harmlessLink(address: string | null | undefined): string | undefined {
  if (address === null || address === undefined || address.length > MAX_ADDRESS) return undefined;
  return HARMLESS.test(address) && /^[\x21-\x7e]+$/.test(address) ? address : undefined;
}

function inlinesOf(children: readonly Token[], source: string): Inline[] {
  // Below the greatest depth the parser omits tokens, but the source still has the text.
  if (children.length === 0) return source === '' ? [] : [plain(source)];
  const inlines: Inline[] = [];
  const depth = { bold: 0, italic: 0, strike: 0 };
  const links: (string | undefined)[] = [];
  const add = (text: string, code = false): void => {
    if (text === '') return;
    inlines.push({
      text,
      bold: depth.bold > 0,
      italic: depth.italic > 0,
      strike: depth.strike > 0,
      code,
      link: links.at(-1),
    });
  };
  for (const token of children) {
    switch (token.type) {
      case 'strong_open':
      case 'strong_close':
        depth.bold += token.nesting;
        break;
      case 'em_open':
      case 'em_close':
        depth.italic += token.nesting;
        break;
      case 's_open':
      case 's_close':
        depth.strike += token.nesting;
        break;
      case 'link_open':
        links.push(harmlessLink(String(token.attrGet('href') ?? '')));
        break;
      case 'link_close':
        links.pop();
        break;
      case 'softbreak':
        add(' ');
        break;
      case 'hardbreak':
        add('\n');
        break;
      case 'image':
        add(token.content === '' ? '[Image]' : `[Image: ${token.content}]`);
        break;
      default:
        add(token.content, token.type === 'code_inline');
    }
  }
  return inlines;
}
