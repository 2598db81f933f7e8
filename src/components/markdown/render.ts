/** @file Makes safe HTML of Markdown or HTML; loads the parser with the first use. */

import type { MarkdownOptions } from './engine.ts';

export type { MarkdownOptions } from './engine.ts';

type Engine = typeof import('./engine.ts');
type Sanitizer = typeof import('./sanitize.ts');

let engine: Engine | undefined;
let sanitizer: Sanitizer | undefined;

/**
 * Markdown to safe HTML. The parser is loaded with the first call, so that one gives a promise; later calls answer
 * at once, so that text that grows does not flicker.
 */
export function renderMarkdown(text: string, options: MarkdownOptions = {}): string | Promise<string> {
  if (engine) return engine.toHtml(text, options);
  return import('./engine.ts').then((loaded) => {
    engine = loaded;
    return loaded.toHtml(text, options);
  });
}

/** HTML without scripts; its style sheets stay. Loads the sanitiser with the first call, as `renderMarkdown` does. */
export function renderHtml(html: string): string | Promise<string> {
  if (sanitizer) return sanitizer.sanitize(html, { styles: true });
  return import('./sanitize.ts').then((loaded) => {
    sanitizer = loaded;
    return loaded.sanitize(html, { styles: true });
  });
}
