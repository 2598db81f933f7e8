/** @file Writes a plot as a file: a PNG of what is drawn, or an SVG. */

import { MediaError } from '../../shared/errors.ts';
import type { Model } from './data/model.ts';
import type { PlotDrawing } from './drawing.ts';
import { tipNumber } from './data/formats.ts';
import type { Look } from './look.ts';
import { boxesOf } from './marks.ts';
import { say } from '../../words/plot.ts';

/** What a file is made of. */
export interface Parts {
  model: Model;
  drawing: PlotDrawing;
  hidden: ReadonlySet<number>;
  look: Look;
  colours: readonly string[];
  words: Record<'title' | 'caption' | 'xTitle' | 'yTitle' | 'colorTitle', string>;
}

const SIZE = 12;
const MARGIN = 12;
const LINE = 22;

/** A text of the file. */
interface Words {
  text: string;
  x: number;
  y: number;
  size?: number;
  weight?: number;
  colour: string;
  anchor?: 'start' | 'middle' | 'end';
  /** Degrees. */
  turn?: number;
}

/** A coloured square of the legend. */
interface Swatch {
  x: number;
  y: number;
  colour: string;
}

/** What stands around the drawing. */
interface Frame {
  width: number;
  height: number;
  /** Where the drawing begins. */
  top: number;
  texts: Words[];
  swatches: Swatch[];
}

/** Writes a plot as a file. @throws {MediaError} for a type that cannot be written */
export function plotFile(type: string, parts: Parts): Promise<Blob> {
  if (type === 'image/svg+xml') return Promise.resolve(new Blob([svgOf(parts)], { type }));
  return picture(type, parts);
}

/** Lays out title, legend and caption around the drawing. */
function frameOf({ model, drawing, hidden, look, colours, words }: Parts): Frame {
  const { clientWidth: width, clientHeight: inner } = drawing.canvas!.parentElement!;
  const frame: Frame = { width, height: 0, top: MARGIN / 2, texts: [], swatches: [] };
  if (words.title) {
    frame.texts.push({
      text: words.title,
      x: MARGIN,
      y: frame.top + 17,
      size: 15,
      weight: 600,
      colour: look.text,
    });
    frame.top += LINE + 4;
  }
  if (model.colorName) {
    let x = MARGIN;
    const put = (text: string, colour?: string) => {
      const wide = text.length * 6.6 + (colour ? 16 : 0);
      if (x + wide > width - MARGIN && x > MARGIN) [x, frame.top] = [MARGIN, frame.top + LINE];
      if (colour) frame.swatches.push({ x, y: frame.top + 6, colour });
      frame.texts.push({
        text,
        x: x + (colour ? 15 : 0),
        y: frame.top + 15,
        colour: colour ? look.text : look.muted,
      });
      x += wide + 14;
    };
    put(words.colorTitle);
    if (model.ramp) model.ramp.forEach((end, at) => put(tipNumber(end), colours.at(-at)!));
    else model.series.forEach(({ name }, at) => hidden.has(at) || put(name, colours[at]!));
    frame.top += LINE;
  }
  frame.height = frame.top + inner + MARGIN / 2;
  if (words.caption) {
    frame.texts.push({ text: words.caption, x: MARGIN, y: frame.height + 12, colour: look.muted });
    frame.height += LINE;
  }
  return frame;
}

async function picture(type: string, parts: Parts): Promise<Blob> {
  const { drawing, look } = parts;
  const frame = frameOf(parts);
  const ratio = devicePixelRatio;
  const canvas = new OffscreenCanvas(Math.round(frame.width * ratio), Math.round(frame.height * ratio));
  const context = canvas.getContext('2d')!;
  context.fillStyle = look.surface;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(drawing.canvas!, 0, Math.round(frame.top * ratio));
  context.scale(ratio, ratio);
  for (const { x, y, colour } of frame.swatches) {
    context.fillStyle = colour;
    context.fillRect(x, y, 10, 10);
  }
  for (const { text, x, y, size = SIZE, weight = 400, colour } of frame.texts) {
    context.font = `${weight} ${size}px ${look.font}`;
    context.fillStyle = colour;
    context.fillText(text, x, y);
  }
  const blob = await canvas.convertToBlob({ type });
  if (blob.type !== type) throw new MediaError(`A plot cannot be written as ${type}`, { type });
  return blob;
}

const LETTERS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const safe = (text: string): string => text.replace(/[&<>"]/g, (letter) => LETTERS[letter]!);
const n = (value: number): string => String(Math.round(value * 100) / 100);

function svgOf(parts: Parts): string {
  const { model, drawing, hidden, look, colours, words } = parts;
  const frame = frameOf(parts);
  const { left, top: inner, width, height } = drawing.box;
  const top = inner + frame.top;
  const [bottom, right] = [top + height, left + width];
  const texts = [...frame.texts];
  const lines: string[] = [];
  const { x, y } = drawing.ticks;
  x.values.forEach((value, at) => {
    const place = left + drawing.left(value);
    const [first = '', second] = (x.words[at] ?? '').split('\n');
    if (first === '' && model.xKind === 'category') return;
    if (model.xKind !== 'category') lines.push(`M${n(place)} ${n(top)}V${n(bottom)}`);
    const common = { x: place, colour: look.muted, anchor: 'middle' as const };
    texts.push({ text: first, y: bottom + 18, ...common });
    if (second) texts.push({ text: second, y: bottom + 34, ...common });
  });
  y.values.forEach((value, at) => {
    const place = top + drawing.top(value);
    lines.push(`M${n(left)} ${n(place)}H${n(right)}`);
    texts.push({ text: y.words[at] ?? '', x: left - 8, y: place + 4, colour: look.muted, anchor: 'end' });
  });
  const bold = { weight: 600, colour: look.muted, anchor: 'middle' as const };
  const canvasBottom = frame.top + drawing.canvas!.parentElement!.clientHeight;
  texts.push({ text: words.xTitle, x: left + width / 2, y: canvasBottom - 5, ...bold });
  texts.push({ text: words.yTitle, x: 14, y: top + height / 2, turn: -90, ...bold });
  const marks = model.series.map((_, at) => (hidden.has(at) ? '' : markOf(model, at, drawing, colours[at]!)));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${n(frame.width)}" height="${n(frame.height)}" viewBox="0 0 ${n(frame.width)} ${n(frame.height)}" font-family="${safe(look.font)}" font-size="${SIZE}">
<title>${safe(words.title || say('yByX', { y: words.yTitle, x: words.xTitle }))}</title>
<rect width="100%" height="100%" fill="${safe(look.surface)}"/>
<path d="${lines.join('')}" stroke="${safe(look.border)}" fill="none"/>
<svg x="${n(left)}" y="${n(top)}" width="${n(width)}" height="${n(height)}">${marks.join('\n')}</svg>
${frame.swatches.map((each) => `<rect x="${n(each.x)}" y="${n(each.y)}" width="10" height="10" fill="${safe(each.colour)}"/>`).join('\n')}
${texts.map(textOf).join('\n')}
</svg>`;
}

function textOf({ text, x, y, size = SIZE, weight = 400, colour, anchor = 'start', turn }: Words): string {
  const turned = turn ? ` transform="rotate(${turn} ${n(x)} ${n(y)})"` : '';
  return `<text x="${n(x)}" y="${n(y)}" font-size="${size}" font-weight="${weight}" text-anchor="${anchor}" fill="${safe(colour)}"${turned}>${safe(text)}</text>`;
}

function markOf(model: Model, at: number, drawing: PlotDrawing, colour: string): string {
  const scale = { x: (value: number) => drawing.left(value), y: (value: number) => drawing.top(value) };
  const fill = safe(colour);
  if (model.mark === 'bar') {
    const boxes = boxesOf(model, at, scale).map(
      ([x, y, width, height]) => `M${n(x)} ${n(y)}h${n(width)}v${n(height)}h${n(-width)}z`,
    );
    return `<path d="${boxes.join('')}" fill="${fill}"/>`;
  }
  const { ys } = model.series[at]!;
  const points = ys.flatMap((y, place) =>
    y === undefined ? [] : [[scale.x(model.xs[place]!), y === null ? null : scale.y(y)] as const],
  );
  if (model.mark === 'point') {
    const dots = points.map(([x, y]) => (y === null ? '' : `M${n(x)} ${n(y)}h0`));
    return `<path d="${dots.join('')}" stroke="${fill}" stroke-opacity="0.8" stroke-width="7" stroke-linecap="round"/>`;
  }
  let pen = 'M';
  const line = points.map(([x, y]) => {
    const step = y === null ? '' : `${pen}${n(x)} ${n(y)}`;
    pen = y === null ? 'M' : 'L';
    return step;
  });
  return `<path d="${line.join('')}" stroke="${fill}" fill="none" stroke-width="1.75" stroke-linejoin="round"/>`;
}
