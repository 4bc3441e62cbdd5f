import { hasRightToLeft } from '#src/domain/export/directions.ts';
import type { Inline } from '#src/domain/export/pdf/block.ts';
import type { MarkdownToken } from '#src/domain/export/pdf/markdown-parser.ts';

const HARMLESS = /^(?:https?:\/\/|mailto:)[^\s<>"]+$/i;
const MAX_ADDRESS = 2_000;

/** An address that a click may open; other addresses stay text. */
export function harmlessLink(address: string | null | undefined): string | undefined {
  if (address === null || address === undefined || address.length > MAX_ADDRESS) return undefined;
  return HARMLESS.test(address) && /^[\x21-\x7e]+$/.test(address) ? address : undefined;
}

interface OpenLink {
  readonly target: Target;
  /** True when the text is the address itself. */
  readonly bare: boolean;
  readonly link: string | undefined;
}

interface Target {
  readonly address: string;
  readonly title: string;
}

/** Stretches of text of a paragraph, a heading or a cell. Addresses and titles of links and images are shown. */
export function inlinesOf(children: readonly MarkdownToken[], source: string): Inline[] {
  return new InlineReader(hasRightToLeft(source)).read(children);
}

class InlineReader {
  readonly #inlines: Inline[] = [];
  readonly #links: OpenLink[] = [];
  readonly #depth = { bold: 0, italic: 0, strike: 0 };
  /** Beside text from right to left an address keeps its direction. */
  readonly #isolate: boolean;

  constructor(isolate: boolean) {
    this.#isolate = isolate;
  }

  read(children: readonly MarkdownToken[]): Inline[] {
    for (const token of children) this.#take(token);
    return this.#inlines;
  }

  #take(token: MarkdownToken): void {
    switch (token.type) {
      case 'strong_open':
      case 'strong_close':
        this.#depth.bold += token.nesting;
        break;
      case 'em_open':
      case 'em_close':
        this.#depth.italic += token.nesting;
        break;
      case 's_open':
      case 's_close':
        this.#depth.strike += token.nesting;
        break;
      case 'link_open':
        this.#open(token);
        break;
      case 'link_close':
        this.#close();
        break;
      case 'softbreak':
      case 'hardbreak':
        this.#add('\n');
        break;
      case 'image':
        this.#image(token);
        break;
      default:
        this.#text(token);
    }
  }

  #text({ type, content }: MarkdownToken): void {
    const code = type === 'code_inline';
    this.#add(content, code || this.#links.at(-1)?.bare === true ? 'verbatim' : undefined, code);
  }

  #open(token: MarkdownToken): void {
    const target = targetOf(token, 'href');
    this.#links.push({ target, bare: token.markup === 'autolink', link: harmlessLink(target.address) });
  }

  #close(): void {
    const { target, bare } = this.#links.at(-1) ?? {};
    if (bare === false && target !== undefined) this.#target(target);
    this.#links.pop();
  }

  /** The label of an image is source, not text. */
  #image(token: MarkdownToken): void {
    this.#add('[Image: ', 'ours');
    this.#add(token.content, 'verbatim');
    this.#target(targetOf(token, 'src'));
    this.#add(']', 'ours');
  }

  #target({ address, title }: Target): void {
    if (address === '' && title === '') return;
    this.#add(' (', 'ours');
    if (this.#isolate) this.#add('\u2066', 'ours');
    this.#add(address);
    if (this.#isolate) this.#add('\u2069', 'ours');
    if (title !== '') {
      this.#add(address === '' ? '“' : ' “', 'ours');
      this.#add(title);
      this.#add('”', 'ours');
    }
    this.#add(')', 'ours');
  }

  #add(text: string, origin?: Inline['origin'], code = false): void {
    if (text === '') return;
    this.#inlines.push({
      text,
      bold: this.#depth.bold > 0,
      italic: this.#depth.italic > 0,
      strike: this.#depth.strike > 0,
      code,
      link: this.#links.at(-1)?.link,
      ...(origin === undefined ? {} : { origin }),
    });
  }
}

function targetOf(token: MarkdownToken, attribute: 'href' | 'src'): Target {
  return {
    address: String(token.attrGet(attribute) ?? ''),
    title: String(token.attrGet('title') ?? ''),
  };
}
