/** @file The look of an app as a whole: ground, width, headings. */

import { css } from 'lit';
import { controlStyles } from '../components/styles/controls.styles.ts';
import { tokens } from '../components/styles/tokens.ts';
import { schemeStyles } from './scheme.ts';

/** The look of an app as a whole: its ground, its width, its headings. */
export const appStyles = [
  tokens,
  schemeStyles,
  controlStyles,
  css`
    :host {
      display: block;
      box-sizing: border-box;
      container-type: inline-size;
      min-width: 0;
      font-family: var(--_font);
      line-height: 1.5;
      /* Space between what stands in the app. */
      --_gap: calc(var(--_space) * 4);
    }
    :host([hidden]) {
      display: none !important;
    }
    :host([ground]) {
      border-radius: calc(var(--_radius) + 4px);
    }
    :host([ground]) .app {
      padding: calc(var(--_space) * 5);
    }
    *,
    ::before,
    ::after {
      box-sizing: border-box;
    }
    [hidden] {
      display: none !important;
    }
    .app {
      display: flex;
      flex-direction: column;
      gap: var(--_gap);
    }
    .heading {
      margin: 0;
      font-size: 1.75em;
      font-weight: 650;
      line-height: 1.2;
      letter-spacing: -0.015em;
      text-align: center;
      text-wrap: balance;
      overflow-wrap: anywhere;
    }
    @container (max-width: 480px) {
      .heading {
        font-size: 1.4em;
      }
    }
    :focus-visible {
      outline: 2px solid var(--_accent);
      outline-offset: 2px;
    }
    .visually-hidden {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  `,
];
