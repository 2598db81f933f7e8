/** @file The look that all components share. */

import { css } from 'lit';
import { tokens } from './tokens.ts';

/** The look of what all components share: the field's label, help and message, and its cell in a layout's frame. */
export const baseStyles = [
  tokens,
  css`
    :host {
      display: block;
      position: relative;
      scroll-margin-top: 20px;
      box-sizing: border-box;
      border-radius: var(--_radius);
      /* A Row wraps below this width; named here so that it is not inherited from a Column around. */
      --riv-min-width: 160px;
      min-width: min(100%, var(--riv-min-width));
      font-family: var(--_font);
      line-height: 1.5;
    }
    :host([hidden]) {
      display: none !important;
    }
    *,
    ::before,
    ::after {
      box-sizing: border-box;
    }
    /* The text around a control stands on the page's own ground, so it takes the page's colour. */
    .label {
      display: block;
      width: fit-content;
      max-width: 100%;
      margin-bottom: calc(var(--_space) * 1.5);
      font-size: 0.875em;
      font-weight: 600;
      line-height: 1.4;
      overflow-wrap: anywhere;
    }
    .info {
      margin-top: calc(var(--_space) * 1.5);
      font-size: 0.8125em;
      line-height: 1.45;
      color: var(--riv-text-muted, color-mix(in srgb, currentcolor 72%, transparent));
    }
    .message {
      display: flex;
      gap: calc(var(--_space) * 1.5);
      margin-top: calc(var(--_space) * 1.5);
      font-size: 0.8125em;
      line-height: 1.45;
      color: var(--_danger);
    }
    .message .icon {
      flex: none;
      margin-top: 0.1em;
    }
    .icon {
      display: block;
      flex: none;
    }
    :focus-visible {
      outline: 2px solid var(--_accent);
      outline-offset: 2px;
    }
    .own {
      display: flex;
      flex-wrap: wrap;
      gap: calc(var(--_space) * 2);
    }
    .visually-hidden {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }

    /* What an earlier run gave: dimmed by the time that an error beside it can be read. */
    :host(:state(stale)) :is(.field > :not(.label, .info, .message, .surface), .panel, .stage) {
      opacity: 0.5;
      transition: opacity 100ms ease-out;
    }
    .stale {
      position: relative;
      height: 0;
    }
    .stale > span {
      position: absolute;
      z-index: 2;
      inset: auto calc(var(--_space) * 1.5) 3px auto;
      padding: 0 calc(var(--_space) * 1.5);
      border-radius: 4px;
      background: var(--_surface-2);
      color: var(--_text-muted);
      font-size: 0.6875rem;
      line-height: 16px;
      animation: appear 100ms ease-out;
    }
    @keyframes appear {
      from {
        opacity: 0;
      }
    }

    /* Fields that follow each other in a layout share one frame: each draws its part of it. */
    :host([cell]) {
      padding: calc(var(--_space) * 2) calc(var(--_space) * 4);
      border: 0 solid var(--_border);
      border-inline-width: 1px;
      border-radius: 0;
      background: var(--_surface);
      color: var(--_text);
    }
    :host(:is([cell='first'], [cell='only'])) {
      padding-top: calc(var(--_space) * 3.5);
      border-top-width: 1px;
      border-start-start-radius: var(--_radius);
      border-start-end-radius: var(--_radius);
    }
    :host(:is([cell='last'], [cell='only'])) {
      padding-bottom: calc(var(--_space) * 4);
      border-bottom-width: 1px;
      border-end-start-radius: var(--_radius);
      border-end-end-radius: var(--_radius);
    }
    :host([cell='inner']) {
      padding-block: calc(var(--_space) * 3) calc(var(--_space) * 3.5);
      border-block-width: 1px;
    }
    :host(:is([cell='middle'], [cell='last'])) {
      margin-top: calc(-1 * var(--_gap, 0px));
    }
    @media (prefers-reduced-motion: reduce) {
      *,
      ::before,
      ::after {
        animation-duration: 0.01ms !important;
        animation-iteration-count: 1 !important;
        transition-duration: 0.01ms !important;
      }
    }
  `,
];
