import MarkdownIt, { type Token } from 'markdown-it';

/** Two readers of Markdown, with and without tables. */
export const READERS = [
  ['with tables', new MarkdownIt({ html: true })],
  ['of CommonMark', new MarkdownIt('commonmark', { html: true })],
] as const;

/** What a reader of Markdown would load, run or open, other than pages of the web and mail. */
export function dangersIn(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => {
    const { type, content } = token;
    const own = type === 'html_block' && content.startsWith('<!-- voiceassist:');
    const loads = type === 'image' || type === 'html_inline' || (type === 'html_block' && !own);
    const opens = token.attrGet('href');
    const foreign = opens !== null && !/^(?:https?|mailto):/i.test(String(opens));
    return [
      ...(loads || foreign ? [`${type} ${content}${opens ?? ''}`] : []),
      ...dangersIn(token.children ?? []),
    ];
  });
}
