/** @file Writes what wavesurfer.js draws into, for pages whose policy is strict. */

import { trustedHTML } from '../../../shared/trusted-types.ts';

/** Puts markup into a shadow root, its style as one that a strict policy lets count. */
export function putMarkup(root: ShadowRoot, markup: string): void {
  const [, css = '', html = markup] = /<style[^>]*>([\s\S]*)<\/style>([\s\S]*)/.exec(markup) ?? [];
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  root.innerHTML = trustedHTML(html);
}
