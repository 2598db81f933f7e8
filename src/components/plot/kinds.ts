/** @file Tells which kind of plot a value is. */

/** What draws a value. */
export type FigureKind = 'vega' | 'vega-lite' | 'plotly' | 'svg' | 'image';

/** A value and what draws it. */
export interface KnownFigure {
  kind: FigureKind;
  value: unknown;
}

/** What a Vega-Lite specification has one of. */
const VIEWS = ['mark', 'layer', 'hconcat', 'vconcat', 'concat', 'facet', 'repeat', 'spec'];

/** Tells which kind of plot a value is; `null` for an object that is none. A text may be SVG, JSON or a URL. */
export function figureOf(given: object | string): KnownFigure | null {
  if (typeof given === 'string') return figureOfText(given);
  if ('toJSON' in given && typeof given.toJSON === 'function') return figureOf(given.toJSON() as object);
  const { $schema, data, marks } = given as Record<string, unknown>;
  if (typeof $schema === 'string' && /\/vega(-lite)?\//.test($schema))
    return { kind: $schema.includes('/vega-lite/') ? 'vega-lite' : 'vega', value: given };
  if (VIEWS.some((key) => key in given)) return { kind: 'vega-lite', value: given };
  if (Array.isArray(marks)) return { kind: 'vega', value: given };
  if (Array.isArray(data) && data.every((trace) => typeof trace === 'object' && trace !== null))
    return { kind: 'plotly', value: given };
  const { prototype } = Object;
  return Object.getPrototypeOf(given) === prototype && !('width' in given)
    ? null
    : { kind: 'image', value: given };
}

function figureOfText(text: string): KnownFigure | null {
  if (
    /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!DOCTYPE[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<svg[\s>]/i.test(
      text,
    )
  )
    return { kind: 'svg', value: text };
  if (!/^\s*\{/.test(text)) return { kind: 'image', value: text.trim() };
  const parsed: unknown = JSON.parse(text);
  return typeof parsed === 'object' && parsed !== null ? figureOf(parsed) : null;
}
