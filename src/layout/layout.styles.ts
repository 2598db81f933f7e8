/** @file The look that all layout boxes share. */

import { css } from 'lit';
import { tokens } from '../components/styles/tokens.ts';

/** What all layout boxes share: a gap inherited by what is in them, and the panel look. */
export const layoutStyles = [
  tokens,
  css`
    :host {
      --_gap: var(--riv-gap, calc(var(--_space) * 4));
      --riv-min-width: 160px;
      display: block;
      box-sizing: border-box;
      min-width: min(100%, var(--riv-min-width));
      font-family: var(--_font);
    }
    :host([hidden]) {
      display: none !important;
    }
    *,
    ::before,
    ::after {
      box-sizing: border-box;
    }
    :host([variant='panel']) {
      padding: calc(var(--_space) * 4);
      border: 1px solid var(--_border);
      border-radius: calc(var(--_radius) + 2px);
      background: var(--_surface-2);
    }
    :host([variant='compact']) {
      --_gap: calc(var(--_space) * 2);
    }
    :focus-visible {
      outline: 2px solid var(--_accent);
      outline-offset: 2px;
    }
    .icon {
      display: block;
      flex: none;
    }
    @media (prefers-reduced-motion: reduce) {
      *,
      ::before,
      ::after {
        animation: none !important;
        transition: none !important;
      }
    }
  `,
];

/** Children stacked with a gap. */
export const stackStyles = css`
  .stack {
    display: flex;
    flex-direction: column;
    gap: var(--_gap);
  }
`;
