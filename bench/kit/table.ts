/** A table of texts; the first column is aligned left, all others right. */
export interface Table {
  readonly title: string;
  /** Help for the reader. */
  readonly note?: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A figure as it stands in a table: three significant digits, thousands as such, `-` for none. */
export function figure(value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) return '-';
  if (value >= 100) return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ' ');
  return value
    .toPrecision(3)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
}

/** A ratio with two decimals and its sign. */
export function times(value: number | undefined): string {
  return value === undefined || !Number.isFinite(value) ? '-' : `${value.toFixed(2)}x`;
}

/** The table for a terminal. */
export function toText(table: Table): string {
  const widths = table.columns.map((column, i) =>
    Math.max(column.length, ...table.rows.map((row) => (row[i] ?? '').length)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] as number) : cell.padStart(widths[i] as number)))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  const note = table.note === undefined ? [] : [table.note];
  return [table.title, ...note, '', line(table.columns), rule, ...table.rows.map(line)].join('\n');
}

/** The table as GitHub-flavoured Markdown. */
export function toMarkdown(table: Table): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const rule = `| ${table.columns.map((_, i) => (i === 0 ? '---' : '---:')).join(' | ')} |`;
  const note = table.note === undefined ? [] : [table.note, ''];
  return [`### ${table.title}`, '', ...note, line(table.columns), rule, ...table.rows.map(line)].join('\n');
}
