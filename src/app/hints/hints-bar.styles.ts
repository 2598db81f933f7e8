/** @file The look of the hints. */

import { css } from 'lit';
import { controlStyles } from '../../components/styles/controls.styles.ts';
import { tokens } from '../../components/styles/tokens.ts';

/** The look of the hints: a line in the lower corner, so narrow that it covers next to nothing until it is unfolded. */
export const styles = [
  tokens,
  controlStyles,
  css`
    :host {
      position: fixed;
      inset: auto auto calc(var(--_space) * 2) calc(var(--_space) * 2);
      box-sizing: border-box;
      width: max-content;
      max-width: min(34rem, 100vw - var(--_space) * 4);
      margin: 0;
      padding: 0;
      overflow: visible;
      border: 0;
      background: none;
      font-family: var(--_font);
      font-size: 0.8125rem;
      line-height: 1.45;
    }
    :host([high]) {
      inset-block: calc(var(--_space) * 2) auto;
    }
    * {
      box-sizing: border-box;
    }
    section {
      display: flex;
      align-items: flex-start;
      border: 1px solid var(--_warning);
      border-radius: var(--_radius);
      background: var(--_surface);
      box-shadow: var(--_shadow);
      color: var(--_text);
    }
    details {
      flex: 1;
      min-width: 0;
    }
    summary {
      display: flex;
      align-items: center;
      gap: calc(var(--_space) * 2);
      min-height: 32px;
      padding-inline: calc(var(--_space) * 2);
      cursor: pointer;
    }
    summary .icon {
      flex: none;
      color: var(--_warning);
    }
    .count {
      flex: none;
      font-weight: 600;
    }
    .first {
      overflow: hidden;
      color: var(--_text-muted);
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    details[open] .first {
      display: none;
    }
    ol {
      display: grid;
      gap: calc(var(--_space) * 2);
      max-height: 40vh;
      margin: 0;
      padding: 0 calc(var(--_space) * 2) calc(var(--_space) * 2) calc(var(--_space) * 7);
      overflow: auto;
    }
    li span {
      overflow-wrap: anywhere;
    }
    li > :not(:last-child) {
      margin-inline-end: var(--_space);
    }
    code {
      padding: 1px var(--_space);
      border-radius: var(--_radius);
      background: var(--_surface-2);
      font-family: var(--_font-mono);
    }
    /* In the window, not in the line: around what is told of, and over whatever lies there. */
    .frame {
      position: fixed;
      min-width: 16px;
      min-height: 16px;
      outline: 3px solid var(--_warning);
      outline-offset: 3px;
      pointer-events: none;
    }
    li .button {
      min-height: 24px;
      padding: 0 calc(var(--_space) * 2);
      font-size: inherit;
    }
    .icon-button {
      flex: none;
      width: 32px;
      height: 32px;
      min-width: 0;
      min-height: 0;
    }
    :focus-visible {
      outline: 2px solid var(--_accent);
      outline-offset: -2px;
    }
    @media (max-width: 480px) {
      .word {
        display: none;
      }
      .first {
        display: -webkit-box;
        padding-block: 6px;
        white-space: normal;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
      }
    }
    @media print {
      :host {
        display: none;
      }
    }
  `,
];
