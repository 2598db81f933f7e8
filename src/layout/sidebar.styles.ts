/** @file The look of a sidebar. */

import { css } from 'lit';
import { controlStyles } from '../components/styles/controls.styles.ts';
import { layoutStyles, stackStyles } from './layout.styles.ts';

/** The look of a sidebar: as high as its box, which makes room for it by its padding. */
export const styles = [
  ...layoutStyles,
  controlStyles,
  stackStyles,
  css`
    :host {
      position: absolute;
      inset: 0 auto 0 0;
      z-index: 5;
      display: block;
      width: min(var(--_width), 100%);
      pointer-events: none;
    }
    :host([position='right']) {
      inset: 0 0 0 auto;
    }
    :host([narrow]) {
      width: 100%;
    }
    button.icon-button {
      position: absolute;
      top: calc(var(--_space) * 2);
      left: calc(var(--_space) * 2);
      z-index: 1;
      pointer-events: auto;
    }
    :host([position='right']) button.icon-button {
      right: calc(var(--_space) * 2);
      left: auto;
    }
    :host([position='right']) .icon {
      scale: -1 1;
    }
    .panel {
      height: 100%;
      min-height: 200px;
      padding: calc(var(--_space) * 2) calc(var(--_space) * 4) calc(var(--_space) * 4);
      overflow: auto;
      border: 1px solid var(--_border);
      border-radius: calc(var(--_radius) + 2px);
      background: var(--_surface-2);
      color: var(--_text);
      pointer-events: auto;
      transition:
        translate 180ms ease-out,
        opacity 180ms ease-out,
        visibility 180ms;
    }
    :host(:not([open])) .panel {
      visibility: hidden;
      opacity: 0;
      pointer-events: none;
      translate: -24px 0;
    }
    :host([position='right']:not([open])) .panel {
      translate: 24px 0;
    }
    .heading {
      min-height: 32px;
      margin-bottom: calc(var(--_space) * 2);
      padding-inline-start: 36px;
      font-weight: 600;
      line-height: 32px;
    }
    :host([position='right']) .heading {
      padding-inline: 0 36px;
    }
  `,
];
