/** @file Fills the values of an HTML into its template. */

import type { Props } from './html-host.ts';

/** `${name}`, `${name.of.more}`, `${raw:name}`. */
const HOLE = /\$\{\s*(raw:)?\s*([\w$]+(?:\.[\w$]+)*)\s*\}/g;

const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const valueAt = (props: Props, path: string): string => {
  let value: unknown = props;
  for (const name of path.split('.'))
    value = Object.hasOwn(Object(value), name) ? (value as Props)[name] : undefined;
  return value === null || value === undefined
    ? ''
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);
};

/** Fills values into HTML: their marks are escaped, but of those that are `raw`. */
export const fillHtml = (template: string, props: Props): string =>
  String(template).replace(HOLE, (_, raw: string | undefined, path: string) => {
    const value = valueAt(props, path);
    return raw ? value : value.replace(/[&<>"']/g, (mark) => MARKS[mark]!);
  });

/** Fills values into a style sheet: none of them ends the rule in which it stands. */
export const fillStyles = (styles: string, props: Props): string =>
  String(styles).replace(HOLE, (_, _raw, path: string) => valueAt(props, path).replace(/[{};<>\\]/g, ''));
