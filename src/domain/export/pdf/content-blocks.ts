import { type ExportMessage, isMarkdown } from '#src/domain/export/export-source.ts';
import type { Block } from '#src/domain/export/pdf/block.ts';
import { BlockReader } from '#src/domain/export/pdf/block-reader.ts';
import { parseMarkdown } from '#src/domain/export/pdf/markdown-parser.ts';
import { saysAll } from '#src/domain/export/pdf/said-text.ts';

/** Longer content is written as it is, so that the cost of markup is bounded. */
const MAX_PARSED = 200_000;

/** The blocks of a message: the text of people as it was written, Markdown of the assistant as its structure. */
export function contentBlocks({ role, content }: Pick<ExportMessage, 'role' | 'content'>): Block[] {
  return isMarkdown(role) ? markdownBlocks(content) : [literal(content)];
}

const literal = (text: string): Block => ({ kind: 'literal', text });

/** Blocks of Markdown. What does not say all that its lines say is shown as it was written. */
function markdownBlocks(content: string): Block[] {
  const tokens = content.length > MAX_PARSED ? undefined : parseMarkdown(content);
  if (tokens === undefined) return [literal(content)];
  const lines = content.replaceAll('\0', '\ufffd').split(/\r\n?|\n/);
  const blocks: Block[] = [];
  let next = 0;
  const pass = (to: number): void => {
    const rest = lines.slice(next, to).join('\n');
    if (rest.trim() !== '') blocks.push(literal(rest));
    next = to;
  };
  for (const { block, from, to } of new BlockReader(tokens).read()) {
    pass(from);
    const source = lines.slice(from, to).join('\n');
    blocks.push(saysAll(block, source) ? block : literal(source));
    next = Math.max(next, to);
  }
  pass(lines.length);
  return blocks;
}
