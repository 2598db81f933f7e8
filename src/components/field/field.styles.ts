/** @file The look that form controls share: the box around a text control and its buttons. */

import { css } from 'lit';

/** What form controls share besides `controlStyles`: the box that frames a text control together with its buttons. */
export const fieldStyles = css`
  :host {
    --_height: 40px;
    --_pad: 7px;
    --_strong: color-mix(in srgb, var(--_text-muted) 75%, var(--_border));
    --_ease: 140ms ease-out;
  }
  .box {
    display: flex;
    align-items: stretch;
    min-height: var(--_height);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    transition: border-color var(--_ease);
  }
  .box:hover:not(.still) {
    border-color: color-mix(in srgb, var(--_text) 35%, var(--_border));
  }
  .box:has(.entry:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: -1px;
    border-color: var(--_accent);
  }
  .box.wrong {
    border-color: var(--_danger);
  }
  .box.still {
    background: var(--_surface-2);
  }
  .entry {
    flex: 1;
    min-width: 0;
    margin: 0;
    padding: var(--_pad) calc(var(--_space) * 3);
    border: 0;
    border-radius: inherit;
    background: none;
    color: inherit;
    font: inherit;
    line-height: 1.45;
  }
  .entry:focus-visible {
    outline: 0;
  }
  .entry::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }
  .entry:disabled {
    color: var(--_text-muted);
    -webkit-text-fill-color: currentcolor;
    opacity: 1;
    cursor: not-allowed;
  }
  .icon-button:focus-visible {
    outline-offset: -2px;
  }
  /* A field is one line high: what a run tells stands beside the label, not over the value. */
  riv-status::part(progress),
  riv-status::part(time) {
    align-self: flex-start;
    margin-block-start: calc(var(--_cell, 0px) + var(--_drop, 3px));
  }
  riv-status::part(progress) {
    margin-inline: auto 0;
  }
  riv-status::part(time) {
    margin-inline: 0 calc(var(--_aside, 0px) + var(--_edge, 0px));
  }
  /* A field without a frame has no padding: the border of a run that yields keeps off its label. */
  :host([stage='generating']:not([cell])) riv-status {
    position: absolute;
    inset: -4px -6px;
    border-radius: var(--_radius);
  }
  :host([cell]) {
    --_cell: calc(var(--_space) * 2);
    /* The words end where the control does, behind the padding of the frame. */
    --_edge: calc(var(--_space) * 1.5);
  }
  :host(:is([cell='first'], [cell='only'])) {
    --_cell: calc(var(--_space) * 3.5);
  }
  @media (pointer: coarse) {
    :host {
      --_height: 44px;
      --_pad: 9px;
    }
    .box .icon-button {
      height: 42px;
    }
  }
`;
