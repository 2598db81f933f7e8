/** @file The look of a Button. */

import { css } from 'lit';

/** On top of the shared `.button`: its sizes, and the full width of its place. */
export const buttonStyles = css`
  :host {
    --riv-min-width: 0px;
    align-self: var(--_beside, auto);
  }
  .button {
    width: 100%;
    overflow-wrap: anywhere;
    text-align: center;
    user-select: none;
    touch-action: manipulation;
  }
  /* The line at its lower edge is enough: words would cover the text. */
  riv-status::part(time),
  riv-status::part(progress) {
    display: none;
  }
  .sm {
    min-height: 32px;
    padding-block: var(--_space);
    font-size: 0.875em;
  }
  .md {
    min-height: 36px;
    padding-block: calc(var(--_space) * 1.5);
    font-size: 0.9375em;
  }
  .picture {
    width: 1.25em;
    height: 1.25em;
    object-fit: contain;
  }
  @media (pointer: coarse) {
    .button {
      min-height: 44px;
    }
  }
`;
