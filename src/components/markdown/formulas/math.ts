/** @file Has the Markdown parser leave formulas alone: what stands between the signs that delimit them. */

import type { MarkedExtension, Tokens } from 'marked';

/** Signs around a formula, such as `$$`. */
export interface Delimiter {
  left: string;
  right: string;
  /** True: it stands on a line of its own. */
  display?: boolean;
}

interface Formula extends Tokens.Generic {
  tex: string;
  display: boolean;
}

/** Escapes a text for HTML. */
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const htmlOf = ({ raw, tex, display }: Formula): string =>
  `<span class="math" data-tex="${escapeHtml(tex)}"${display ? ' data-display=""' : ''}>${escapeHtml(raw.trim())}</span>`;

/** Finds a formula that a text begins with. A single sign, as of money, has no space inside and ends on its line. */
function formulaAt(src: string, delimiters: readonly Delimiter[]): Formula | undefined {
  for (const { left, right, display = false } of delimiters) {
    if (!src.startsWith(left)) continue;
    const end = src.indexOf(right, left.length);
    const tex = end < 0 ? '' : src.slice(left.length, end);
    if (!tex.trim() || /\n[ \t]*\n/.test(tex)) continue;
    if (left.length === 1 && (/^\s|\s$|\n/.test(tex) || /\d/.test(src[end + right.length] ?? ''))) continue;
    return { type: 'formula', raw: src.slice(0, end + right.length), tex: tex.trim(), display };
  }
  return undefined;
}

/** Makes the extension of the parser for these delimiters. */
export function mathExtension(delimiters: readonly Delimiter[]): MarkedExtension {
  // `$$` is no `$` with nothing in it: the longest first.
  const sorted = [...delimiters].sort((a, b) => b.left.length - a.left.length);
  const blocks = sorted.filter(({ display }) => display);
  const start = (src: string) => {
    const places = sorted.map(({ left }) => src.indexOf(left)).filter((at) => at >= 0);
    return places.length > 0 ? Math.min(...places) : undefined;
  };
  return {
    extensions: [
      {
        name: 'formulaBlock',
        level: 'block',
        tokenizer(src) {
          const found = formulaAt(src, blocks);
          const rest = found && /^[ \t]*(?:\n|$)/.exec(src.slice(found.raw.length));
          return rest ? { ...found, type: 'formulaBlock', raw: found.raw + rest[0] } : undefined;
        },
        renderer: (token) => `<p>${htmlOf(token as Formula)}</p>\n`,
      },
      {
        name: 'formula',
        level: 'inline',
        start,
        tokenizer: (src) => formulaAt(src, sorted),
        renderer: (token) => htmlOf(token as Formula),
      },
    ],
  };
}
