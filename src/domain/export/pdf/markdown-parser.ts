import MarkdownIt, { type StateBlock, type StateInline, type Token } from 'markdown-it';

/**
 * Parses Markdown of the assistant for a page. It is CommonMark with tables and strikethrough, except where markup would
 * take away what was said: a definition of a link stays text, the cells of a row that has too many are kept, and signs
 * between numbers are signs.
 */
export type MarkdownToken = Token;

/** The parser omits deeper nesting; such a message is written as it is. */
const MAX_NESTING = 24;
/** A shorter line below a text is a sign, such as the minus of a finding. */
const MIN_UNDERLINE = 3;
const TERMINATES = ['paragraph', 'reference', 'blockquote', 'list'];

type BlockRule = (state: StateBlock, start: number, end: number, silent: boolean) => boolean;

const markdown = pageParser();

/** Undefined when the content is nested more deeply than a page can show. */
export function parseMarkdown(content: string): MarkdownToken[] | undefined {
  const tokens = markdown.parse(content, {});
  return tokens.some(({ level }) => level + 1 >= MAX_NESTING) ? undefined : tokens;
}

/** Text with its entities and escapes read. */
export function unescapeMarkdown(text: string): string {
  return text.includes('&') || text.includes('\\') ? markdown.utils.unescapeAll(text) : text;
}

function pageParser(): InstanceType<typeof MarkdownIt> {
  // Raw HTML stays text, and no image is loaded.
  const parser = new MarkdownIt({ html: false, linkify: false });
  parser.set({ maxNesting: MAX_NESTING } as never);
  // Addresses are shown as they were written.
  parser.normalizeLink = (url) => url;
  parser.normalizeLinkText = (url) => url;
  parser.disable('reference');
  const rules = { table: ruleOf('table'), blockquote: ruleOf('blockquote'), lheading: ruleOf('lheading') };
  parser.block.ruler.at('table', wholeTable(rules.table), { alt: ['paragraph', 'reference'] });
  parser.block.ruler.at('blockquote', quotation(rules.blockquote), { alt: TERMINATES });
  parser.block.ruler.at('lheading', underlined(rules.lheading));
  parser.inline.ruler.before('strikethrough', 'between_digits', betweenDigits);
  return parser;
}

/** A rule of the parser by its name, as it comes. */
function ruleOf(name: string): BlockRule {
  const { ruler } = new MarkdownIt().block;
  ruler.enableOnly(name);
  const [rule] = ruler.getRules('');
  if (rule === undefined) throw new Error(`The parser of Markdown has no rule ${name}.`);
  return rule;
}

/** Adds the cells that a row has beyond the header, which the rule leaves out. */
function wholeTable(rule: BlockRule): BlockRule {
  return (state, start, end, silent) => {
    const before = state.tokens.length;
    if (!rule(state, start, end, silent)) return false;
    if (silent) return true;
    const drawn = state.tokens.splice(before);
    let [cells, line] = [0, 0];
    for (const token of drawn) {
      if (token.type === 'tr_open') [cells, line] = [0, token.map?.[0] ?? 0];
      if (token.type === 'td_close') cells += 1;
      if (token.type === 'tr_close' && cells > 0) addCells(state, cellsOf(state, line).slice(cells));
      state.tokens.push(token);
    }
    return true;
  };
}

function addCells(state: StateBlock, contents: readonly string[]): void {
  for (const content of contents) {
    state.push('td_open', 'td', 1);
    const token = state.push('inline', '', 0);
    token.content = content;
    token.children = [];
    state.push('td_close', 'td', -1);
  }
}

function cellsOf(state: StateBlock, line: number): string[] {
  const cells = lineOf(state, line)
    .trim()
    .split(/(?<!\\)\|/);
  if (cells[0] === '') cells.shift();
  if (cells.at(-1) === '') cells.pop();
  return cells.map((cell) => cell.replaceAll('\\|', '|').trim());
}

function lineOf(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}

/** `>5` compares. */
function quotation(rule: BlockRule): BlockRule {
  return (state, start, end, silent) => !/^>\d/.test(lineOf(state, start)) && rule(state, start, end, silent);
}

function underlined(rule: BlockRule): BlockRule {
  return (state, start, end, silent) => {
    const [before, line] = [state.tokens.length, state.line];
    if (!rule(state, start, end, silent)) return false;
    if (lineOf(state, state.line - 1).trim().length >= MIN_UNDERLINE) return true;
    state.tokens.length = before;
    state.line = line;
    return false;
  };
}

/** `2*3*4` multiplies. */
function betweenDigits(state: StateInline, silent: boolean): boolean {
  const [run] = /^(?:\*+|~+)(?=\d)/.exec(state.src.slice(state.pos, state.pos + 40)) ?? [];
  if (run === undefined || !/\d/.test(state.src.charAt(state.pos - 1))) return false;
  if (!silent) state.pending += run;
  state.pos += run.length;
  return true;
}
