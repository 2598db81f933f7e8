/** @file The custom properties that all looks come from. */

import { css } from 'lit';

/**
 * All looks come from these custom properties. A page sets the public `--riv-` names on an app element or anywhere
 * above it; styles read the private `--_` ones, which hold the default where the page says nothing. Each default is
 * a pair for light and dark: the nearest `color-scheme` picks.
 */
export const tokens = css`
  :host {
    --_accent: var(--riv-accent, light-dark(#c2410c, #fb923c));
    /* Black or white, whichever has the higher contrast on the accent (its luminance is the y of xyz). */
    --_on-accent: var(
      --riv-on-accent,
      color(
        from var(--_accent) xyz-d65 clamp(0, (0.18 - y) * 9999, 0.9505) clamp(0, (0.18 - y) * 9999, 1)
          clamp(0, (0.18 - y) * 9999, 1.089)
      )
    );
    --_accent-soft: color-mix(in srgb, var(--_accent) 12%, transparent);
    --_surface: var(--riv-surface, light-dark(#ffffff, #18181b));
    --_surface-2: var(--riv-surface-2, light-dark(#f6f6f7, #232327));
    --_border: var(--riv-border, light-dark(#dcdce0, #3a3a41));
    --_text: var(--riv-text, light-dark(#1c1c20, #ededf0));
    --_text-muted: var(--riv-text-muted, light-dark(#5d5d66, #a3a3ad));
    --_danger: var(--riv-danger, light-dark(#b91c1c, #f87171));
    --_success: var(--riv-success, light-dark(#15803d, #4ade80));
    --_warning: var(--riv-warning, light-dark(#a16207, #facc15));
    --_radius: var(--riv-radius, 8px);
    --_space: var(--riv-space, 4px);
    --_font: var(--riv-font, inherit);
    --_font-mono: var(--riv-font-mono, ui-monospace, 'SF Mono', Menlo, Consolas, monospace);
    --_shadow: 0 1px 2px light-dark(rgb(0 0 0 / 6%), rgb(0 0 0 / 40%)), 0 6px 20px light-dark(rgb(0 0 0 / 8%), rgb(0 0 0 / 45%));
  }
`;
