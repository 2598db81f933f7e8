/** @file What is told of the point that is pointed at. */

import { type TemplateResult, html, nothing } from 'lit';
import type { Model } from './data/model.ts';
import { cellText, tipNumber, tipX } from './data/formats.ts';
import type { Pointed } from './pointing.ts';
import { say } from '../../words/plot.ts';

/** Series that are told of one by one. */
const MOST = 12;

/** One line of a tip. */
interface Line {
  name: string;
  text: string;
  colour: string;
}

/** What is told of a point. */
export interface Tip {
  heading: string;
  lines: Line[];
  more: number;
}

/** What a page asks to be told: `axis` (x, y and colour), `all` columns, `none`, or some columns by their names. */
function readTooltip(given: unknown): 'axis' | 'all' | 'none' | string[] {
  if (Array.isArray(given)) return given.map(String);
  const text = String(given ?? 'axis').trim();
  if (text === 'all' || text === 'none' || text === 'axis' || text === '') return (text || 'axis') as 'axis';
  try {
    const list: unknown = JSON.parse(text);
    if (Array.isArray(list)) return list.map(String);
  } catch {
    // names between commas
  }
  return text.split(',').map((each) => each.trim());
}

/** The places of the same x as one: that of each series is among them. */
function placesOf({ xs, mark }: Model, { place }: Pointed): number[] {
  if (mark === 'point') return [place];
  const places = [place];
  while (xs[places.at(-1)! + 1] === xs[place]) places.push(places.at(-1)! + 1);
  return places;
}

/** Says what is at a point; `null` where nothing is to be told. */
export function tipOf(
  model: Model,
  pointed: Pointed,
  { asked, colours, hidden, xName, yName, span }: TipSetting,
): Tip | null {
  const kind = readTooltip(asked);
  if (kind === 'none') return null;
  const single = model.series.length === 1;
  const found = model.series
    .flatMap(({ name, ys, rows }, at) => {
      if (hidden.has(at) || (pointed.series >= 0 && at !== pointed.series)) return [];
      return placesOf(model, pointed).flatMap((place) => {
        const y = ys[place];
        return typeof y === 'number' ? [{ name, y, row: rows[place]!, colour: colours[at]! }] : [];
      });
    })
    .sort((a, b) => (model.series.length > MOST ? b.y - a.y : 0));
  if (found.length === 0) return null;
  const shown = found.slice(0, MOST);
  const x = model.xs[pointed.place]! + model.begin;
  const heading = `${model.xKind === 'category' ? '' : `${xName} `}${tipX(x, model.xKind, model.categories, span)}`;
  const lines = shown.flatMap(({ name, y, row, colour }): Line[] => {
    const first = { name: single || name === '' ? yName : name, text: tipNumber(y), colour };
    return [first, ...cellsOf(model, row, kind, found.length === 1)];
  });
  return { heading, lines, more: found.length - shown.length };
}

/** What a tip is made with. */
export interface TipSetting {
  asked: unknown;
  colours: readonly string[];
  hidden: ReadonlySet<number>;
  xName: string;
  yName: string;
  /** How much of x is seen. */
  span: number;
}

/** The other columns of a row, where they are asked for. */
function cellsOf(
  { table, xName, yName, colorName, ramp }: Model,
  row: number,
  kind: 'axis' | 'all' | string[],
  alone: boolean,
): Line[] {
  if (row < 0 || !alone) return [];
  const said = ramp ? [xName, yName] : [xName, yName, colorName];
  const wanted =
    kind === 'axis'
      ? ramp
        ? [colorName]
        : []
      : kind === 'all'
        ? table.headers.filter((each) => !said.includes(each))
        : kind;
  return wanted.flatMap((name) => {
    const at = table.headers.indexOf(name);
    return at < 0 ? [] : [{ name, text: cellText(table.columns[at]![row]), colour: '' }];
  });
}

/** Draws a tip. */
export function renderTip({ heading, lines, more }: Tip): TemplateResult {
  return html`<div class="tip-heading">${heading}</div>
    ${lines.map(
      ({ name, text, colour }) =>
        html`<div class="tip-line">
          ${colour ? html`<span class="swatch" .style=${`background: ${colour}`}></span>` : html`<span></span>`}
          <span class="tip-name">${name}</span><span class="tip-value">${text}</span>
        </div>`,
    )}
    ${more > 0 ? html`<div class="tip-more">${say('moreSeries', { count: more })}</div>` : nothing}`;
}

/** A tip as one sentence, for who hears it. */
export const tipWords = ({ heading, lines, more }: Tip): string =>
  `${heading}: ${lines.map(({ name, text }) => `${name} ${text}`).join(', ')}${more > 0 ? `, ${say('andMore', { count: more })}` : ''}`;
