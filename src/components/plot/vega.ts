/** @file Draws Vega and Vega-Lite specifications, without `eval`. */

import { expressionInterpreter } from 'vega-interpreter';
import { isLink } from '../parts/links.ts';
import { ValueError, wordsOf } from '../../shared/errors.ts';
import type { Look } from '../native-plot/look.ts';
import type { KnownFigure } from './kinds.ts';
import { library } from './libraries.ts';
import type { Figure, Frame } from './figure-host.ts';

/** The parts of Vega that are used. */
interface Vega {
  parse(spec: unknown, config: unknown, options: { ast: true }): unknown;
  View: new (runtime: unknown, options: Record<string, unknown>) => VegaView;
  loader(options: Record<string, unknown>): VegaLoader;
}

interface VegaLoader {
  load(uri: string, options?: unknown): Promise<unknown>;
  sanitize(uri: string, options?: { context?: string }): Promise<{ href: string }>;
}

interface VegaView {
  runAsync(): Promise<VegaView>;
  width(value: number): VegaView;
  finalize(): void;
  toCanvas(scale?: number): Promise<HTMLCanvasElement>;
}

interface VegaLite {
  compile(spec: unknown, options: { config: object; logger: unknown }): { spec: unknown };
}

const quiet = {
  level: () => quiet,
  error: () => quiet,
  warn: () => quiet,
  info: () => quiet,
  debug: () => quiet,
};

/** Draws a specification. @throws {ValueError} saying why it cannot be compiled, or what it may not load */
export async function drawVega({ kind, value }: KnownFigure, frame: Frame): Promise<Figure> {
  const vega = await library<Vega>('vega');
  const { place, width, look } = frame;
  const given = value as Record<string, unknown>;
  const single = kind === 'vega-lite' && ('mark' in given || 'layer' in given);
  const fits = single && given.width === undefined;
  let runtime: unknown;
  try {
    const spec = kind === 'vega-lite' ? await compiled(given, frame, single) : given;
    runtime = vega.parse(spec, configOf(look), { ast: true });
  } catch (error) {
    if (error instanceof Error && error.name === 'AssetError') throw error;
    throw new ValueError(`got a ${kind} specification that does not compile: ${wordsOf(error)}`);
  }
  const refused: string[] = [];
  const view = new vega.View(runtime, {
    expr: expressionInterpreter,
    renderer: 'canvas',
    container: place,
    hover: true,
    loader: loaderOf(vega, frame.fetchData, refused),
    logger: quiet,
  });
  await view.runAsync();
  if (refused.length > 0) {
    view.finalize();
    place.replaceChildren();
    throw new ValueError(
      `got a specification that wants to load ${refused.join(', ')}, which the page does not allow: give the data in it ("values"), or set fetchData`,
    );
  }
  return {
    resize: (next) => {
      if (fits && next !== width) void view.width(next).runAsync();
    },
    toBlob: async () => {
      const canvas = await view.toCanvas(2);
      return new Promise((resolve) => canvas.toBlob(resolve));
    },
    close: () => {
      view.finalize();
      place.replaceChildren();
    },
  };
}

async function compiled(
  given: Record<string, unknown>,
  { width, height, look }: Frame,
  single: boolean,
): Promise<unknown> {
  const { compile } = await library<VegaLite>('vega-lite');
  const sized = single ? { width, height, autosize: { type: 'fit', contains: 'padding' }, ...given } : given;
  return compile(sized, { config: sharedConfig(look), logger: quiet }).spec;
}

/** Loads what a specification names where the page allows it; notes what was refused. */
function loaderOf(vega: Vega, allowed: boolean, refused: string[]): VegaLoader {
  const usual = vega.loader({ mode: 'http', baseURL: document.baseURI });
  const isInside = (uri: string) => /^data:/i.test(uri);
  return {
    ...usual,
    load: (uri, options) => {
      if (allowed || isInside(uri)) return usual.load.call(usual, uri, options);
      refused.push(JSON.stringify(uri));
      return Promise.reject(new Error('not allowed'));
    },
    sanitize: (uri, options) => {
      if (options?.context === 'href' ? isLink(uri) : allowed || isInside(uri))
        return usual.sanitize.call(usual, uri, options);
      refused.push(JSON.stringify(uri));
      return Promise.reject(new Error('not allowed'));
    },
  };
}

/** The page's own colours, where a specification of Vega-Lite names none: else its own would be those of the marks. */
function sharedConfig({ text, muted, border, palette, font }: Look): object {
  const axis = {
    labelColor: muted,
    titleColor: muted,
    domainColor: border,
    tickColor: border,
    gridColor: border,
  };
  return {
    background: 'transparent',
    font,
    title: { color: text },
    axis: { ...axis, labelFont: font, titleFont: font },
    legend: { labelColor: text, titleColor: muted, labelFont: font, titleFont: font },
    header: { labelColor: text, titleColor: muted },
    view: { stroke: border },
    style: {
      'guide-label': { fill: muted, font },
      'guide-title': { fill: muted, font },
      'group-title': { fill: text, font },
      cell: { stroke: border },
      text: { fill: text },
    },
    range: { category: palette },
    mark: { color: palette[0] },
  };
}

/** The same for Vega, which names each kind of mark. */
function configOf(look: Look): object {
  const shared = sharedConfig(look) as { style: object };
  const [first] = look.palette;
  return {
    ...shared,
    style: { ...shared.style, bar: { fill: first } },
    ...Object.fromEntries(
      ['arc', 'area', 'line', 'path', 'rect', 'rule', 'shape', 'symbol', 'trail'].map((mark) => [
        mark,
        mark === 'line' || mark === 'rule' || mark === 'trail' ? { stroke: first } : { fill: first },
      ]),
    ),
  };
}
