import type { Block, Inline, ListItem } from '#src/domain/export/pdf/block.ts';
import { unescapeMarkdown } from '#src/domain/export/pdf/markdown-parser.ts';

/** The characters that Markdown uses as markup, and space. Only they may be absent from a page. */
const SYNTAX = /[\s\\`*_~#<>+\-=|:[\]()!"']+/g;

/** True when a block shows every character of its source but those of the markup, in the same order. */
export function saysAll(block: Block, source: string): boolean {
  return bare(saidBy(block)) === bare(unescapeMarkdown(source));
}

const bare = (text: string): string => text.replace(SYNTAX, '');

function saidBy(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return inlineText(block.text);
    case 'code':
      return unescapeMarkdown(`${block.info}\n${block.text}`);
    case 'quote':
      return block.blocks.map(saidBy).join('\n');
    case 'list':
      return block.items.map(itemText).join('\n');
    case 'table':
      return [block.header, ...block.rows].map((row) => row.map(inlineText).join('\n')).join('\n');
    case 'literal':
      return block.text;
    case 'rule':
      return '';
  }
}

function itemText({ marker, task, blocks }: ListItem): string {
  return [marker ?? '', task ?? '', ...blocks.map(saidBy)].join('\n');
}

function inlineText(inlines: readonly Inline[]): string {
  return inlines
    .map(({ text, origin }) => {
      if (origin === undefined) return text;
      return origin === 'ours' ? '' : unescapeMarkdown(text);
    })
    .join('');
}
