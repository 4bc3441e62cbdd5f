/** Groups of horizontal bars, such as one group for each case and one bar for each server. */
export interface Chart {
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  readonly groups: readonly {
    readonly label: string;
    readonly bars: readonly { readonly label: string; readonly value: number; readonly ours?: boolean }[];
  }[];
}

const WIDTH = 860;
const LABELS = 210;
const VALUES = 90;
const BAR = 16;
const GAP = 5;
const HEAD = 64;
const GROUP_HEAD = 30;
const OURS = '#1f6feb';
const THEIRS = '#9aa7b4';

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function text(x: number, y: number, content: string, attributes = ''): string {
  return `<text x="${x}" y="${y}"${attributes === '' ? '' : ` ${attributes}`}>${escapeXml(content)}</text>`;
}

/** Draws a chart as an SVG document of its own, readable on light and dark pages. */
export function toSvg(chart: Chart): string {
  const parts: string[] = [
    text(20, 28, chart.title, 'font-size="17" font-weight="600"'),
    text(20, 48, chart.unit, 'fill="#57606a"'),
  ];
  let y = HEAD;
  for (const group of chart.groups) {
    const bars = group.bars.filter((bar) => Number.isFinite(bar.value));
    const largest = Math.max(0, ...bars.map((bar) => bar.value)) || 1;
    parts.push(text(20, y + 20, group.label, 'font-weight="600"'));
    y += GROUP_HEAD;
    for (const bar of bars) {
      const width = Math.max(1, ((WIDTH - LABELS - VALUES) * bar.value) / largest);
      const end = LABELS + width;
      const label = Math.round(bar.value).toLocaleString('en').replaceAll(',', ' ');
      parts.push(
        text(LABELS - 10, y + BAR - 4, bar.label, 'text-anchor="end"'),
        `<rect x="${LABELS}" y="${y}" width="${width.toFixed(1)}" height="${BAR}" rx="2" fill="${bar.ours ? OURS : THEIRS}"/>`,
        text(Math.round(end + 8), y + BAR - 4, label, 'fill="#57606a"'),
      );
      y += BAR + GAP;
    }
    y += GAP * 2;
  }
  const open = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${y + 10}" viewBox="0 0 ${WIDTH} ${y + 10}" role="img"`;
  return [
    `${open} aria-label="${escapeXml(chart.title)}" font-family="system-ui, sans-serif" font-size="13" fill="#1f2328">`,
    '<rect width="100%" height="100%" fill="#ffffff"/>',
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}
