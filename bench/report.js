const heads = [
  '',
  'measure',
  'raw median',
  'p95',
  'Rivulet median',
  'p95',
  'ratio',
  'p95 ratio',
  'target',
  '',
];

function cells({ group, what, unit, raw, rivulet, ratio, ratio95, target, met }) {
  const verdict = met === undefined ? '' : met ? 'met' : 'missed';
  const figures = [raw.median, raw.p95, rivulet.median, rivulet.p95].map(figure);
  return [group, `${what}, ${unit}`, ...figures, times(ratio), times(ratio95), target ?? '', verdict];
}

function figure(value) {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  return value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2);
}

const times = (ratio) => (Number.isFinite(ratio) && ratio > 0 ? `${ratio.toFixed(2)}×` : '–');

/** The rows as a table for the terminal. */
export function textTable(rows) {
  const lines = [heads, ...rows.map(cells)];
  const widths = heads.map((_, at) => Math.max(...lines.map((line) => line[at].length)));
  const pad = (text, at) => (at < 2 || at > 7 ? text.padEnd(widths[at]) : text.padStart(widths[at]));
  return lines.map((line) => line.map(pad).join('  ').trimEnd()).join('\n');
}

/** The rows as a table for the documentation. */
export function markdownTable(rows) {
  const line = (parts) => `| ${parts.join(' | ')} |`;
  const rule = heads.map((_, at) => (at < 2 || at > 7 ? '---' : '---:'));
  return [line(heads), line(rule), ...rows.map((row) => line(cells(row)))].join('\n');
}
