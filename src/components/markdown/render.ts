/** @file Shows Markdown or makes HTML safe; loads what is needed for it with the first use. */

import { lazy } from '../../page/lazy.ts';
export type { MarkdownBody } from './body.ts';
export type { MarkdownOptions } from './parse.ts';

type Engine = typeof import('./markdown.lazy.ts');
type Sanitizer = typeof import('./sanitize.ts');

let engine: Engine | undefined;
let sanitizer: Sanitizer | undefined;

/**
 * Calls `use` with the parser. The parser is loaded with the first call, so that one
 * gives a promise; later calls answer at once, so that text that grows does not flicker.
 */
export function withEngine<Result>(use: (engine: Engine) => Result): Result | Promise<Result> {
  if (engine) return use(engine);
  return lazy(() => import('./markdown.lazy.ts')).then((loaded) => {
    engine = loaded;
    return use(loaded);
  });
}

/** HTML without scripts; its style sheets stay. Loads the sanitiser with the first call, as `withEngine` does. */
export function renderHtml(html: string): string | Promise<string> {
  if (sanitizer) return sanitizer.sanitize(html, { styles: true });
  return lazy(() => import('./sanitize.ts')).then((loaded) => {
    sanitizer = loaded;
    return loaded.sanitize(html, { styles: true });
  });
}
