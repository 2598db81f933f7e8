/** @file The named themes: each a small stylesheet of tokens, put into an app that asks for it. */

import { css } from 'lit';
import { hint } from '../../components/hints/hint.ts';
import { nearest } from '../../page/nearest.ts';

/** What `theme` may name beside light and dark. */
const THEMES = {
  soft: css`
    :host {
      --riv-accent: light-dark(#4f46e5, #a5b4fc);
      --riv-surface: light-dark(#ffffff, #1c1d2b);
      --riv-surface-2: light-dark(#f3f3fb, #262839);
      --riv-border: light-dark(#e2e2f0, #383a52);
      --riv-text: light-dark(#23243a, #ececf6);
      --riv-text-muted: light-dark(#5c5e78, #a9abc4);
      --riv-background: light-dark(#fafaff, #14151f);
      --riv-radius: 14px;
      --riv-space: 4.5px;
    }
  `,
  mono: css`
    :host {
      --riv-accent: light-dark(#18181b, #fafafa);
      --riv-surface: light-dark(#ffffff, #0b0b0c);
      --riv-surface-2: light-dark(#f4f4f5, #1a1a1c);
      --riv-border: light-dark(#18181b, #71717a);
      --riv-text: light-dark(#09090b, #fafafa);
      --riv-text-muted: light-dark(#52525b, #a1a1aa);
      --riv-background: light-dark(#ffffff, #000000);
      --riv-radius: 0px;
      --riv-font: ui-monospace, 'SF Mono', Menlo, Consolas, monospace;
    }
  `,
  glass: css`
    :host {
      --riv-accent: light-dark(#6d28d9, #c4b5fd);
      --riv-surface: light-dark(rgb(255 255 255 / 78%), rgb(22 22 38 / 72%));
      --riv-surface-2: light-dark(rgb(255 255 255 / 62%), rgb(40 40 64 / 72%));
      --riv-border: light-dark(rgb(76 58 140 / 22%), rgb(210 205 255 / 24%));
      --riv-text: light-dark(#1e1b2e, #f2f0fb);
      --riv-text-muted: light-dark(#4a4560, #bdb8d2);
      --riv-radius: 16px;
      background: light-dark(
        linear-gradient(135deg, #e0e7ff, #fae8ff 55%, #ffe4e6),
        linear-gradient(135deg, #1e1b4b, #2e1065 55%, #3b0a2a)
      );
      border-radius: 20px;
    }
    .app {
      padding: 20px;
    }
  `,
  ocean: css`
    :host {
      --riv-accent: light-dark(#0369a1, #38bdf8);
      --riv-surface: light-dark(#ffffff, #0c1c2b);
      --riv-surface-2: light-dark(#eef6fb, #14293c);
      --riv-border: light-dark(#cbe0ec, #25425a);
      --riv-text: light-dark(#0c2536, #e3f1fa);
      --riv-text-muted: light-dark(#47606f, #9db8c9);
      --riv-background: light-dark(#f6fbfe, #081420);
      --riv-radius: 10px;
    }
  `,
  citrus: css`
    :host {
      --riv-accent: light-dark(#4d7c0f, #bef264);
      --riv-surface: light-dark(#fffffb, #1a1c12);
      --riv-surface-2: light-dark(#f7f8e6, #25281a);
      --riv-border: light-dark(#dfe3bd, #3f442b);
      --riv-text: light-dark(#22260f, #f1f4e0);
      --riv-text-muted: light-dark(#5a6038, #b4ba95);
      --riv-background: light-dark(#fdfef4, #12140b);
      --riv-radius: 20px;
    }
  `,
};

/** An app that names a theme. */
interface Themed extends HTMLElement {
  theme: string;
}

const presets = new Set(Object.values(THEMES).map(({ styleSheet }) => styleSheet));

/** Puts the themes that an app names on it, in place of former ones. A rule of the page outweighs what is in it. */
export function dress(app: Themed): void {
  const root = app.shadowRoot!;
  const sheets = root.adoptedStyleSheets.filter((sheet) => !presets.has(sheet));
  for (const word of `${app.theme ?? ''}`.split(/\s+/)) {
    const sheet = Object.hasOwn(THEMES, word) && THEMES[word as keyof typeof THEMES].styleSheet;
    if (sheet) sheets.push(sheet);
    else if (!['', 'light', 'dark'].includes(word)) tell(app, word);
  }
  root.adoptedStyleSheets = sheets;
}

function tell(app: Themed, word: string): void {
  const names = ['light', 'dark', ...Object.keys(THEMES)];
  const meant = nearest(word, names);
  const which = meant ? `did you mean "${meant}"?` : `there are ${names.join(', ')}`;
  hint(`<${app.localName}> names the theme "${word}", which there is not; ${which}`, app, {
    holds: () => app.theme.split(/\s+/).includes(word),
  });
}
