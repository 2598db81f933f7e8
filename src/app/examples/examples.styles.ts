/** @file The look of a table or a row of examples. */

import { css } from 'lit';

/** The look of a table or a row of examples. */
export const examplesStyles = [
  css`
    .heading {
      margin: 0 0 calc(var(--_space) * 2);
      font-size: 0.875em;
      font-weight: 600;
    }
    .scroll {
      overflow-x: auto;
      border: 1px solid var(--_border);
      border-radius: var(--_radius);
      background: var(--_surface);
    }
    table {
      width: 100%;
      border-collapse: collapse;
      font-size: 0.875em;
      font-variant-numeric: tabular-nums;
      color: var(--_text);
    }
    th,
    td {
      padding: calc(var(--_space) * 2) calc(var(--_space) * 4);
      text-align: start;
      vertical-align: middle;
    }
    th {
      background: var(--_surface-2);
      font-weight: 600;
      color: var(--_text-muted);
      white-space: nowrap;
    }
    td {
      height: 40px;
      border-top: 1px solid var(--_border);
    }
    tbody tr {
      position: relative;
      cursor: pointer;
    }
    tbody tr:hover {
      background: color-mix(in srgb, var(--_accent) 8%, transparent);
    }
    /* The one button of a row covers it. */
    .pick {
      position: absolute;
      inset: 0;
      border: 0;
      background: none;
      cursor: pointer;
    }
    .pick:focus-visible {
      outline-offset: -2px;
    }
    .chips {
      display: flex;
      flex-wrap: wrap;
      gap: calc(var(--_space) * 2);
    }
    .chip,
    .page {
      min-height: 36px;
      border: 1px solid var(--_border);
      border-radius: var(--_radius);
      background: var(--_surface);
      font: inherit;
      font-size: 0.875em;
      color: var(--_text);
      cursor: pointer;
      transition: background-color 140ms ease-out, border-color 140ms ease-out;
    }
    .chip {
      max-width: 100%;
      padding: calc(var(--_space) * 1.5) calc(var(--_space) * 3);
      overflow-wrap: anywhere;
      text-align: start;
    }
    .chip:has(img, video) {
      padding: 0;
      overflow: hidden;
    }
    .chip:hover,
    .page:hover:enabled {
      border-color: var(--_accent);
      background: color-mix(in srgb, var(--_accent) 8%, var(--_surface));
    }
    img,
    video {
      display: block;
      height: 64px;
      min-width: 48px;
      max-width: 128px;
      border-radius: calc(var(--_radius) - 2px);
      object-fit: cover;
      background: var(--_surface-2);
    }
    .chip :is(img, video) {
      height: 80px;
      max-width: 160px;
      border-radius: 0;
    }
    .empty {
      color: var(--_text-muted);
    }
    .pages {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: center;
      gap: var(--_space);
      margin-top: calc(var(--_space) * 3);
    }
    .page {
      display: inline-grid;
      place-items: center;
      min-width: 36px;
      padding: 0 calc(var(--_space) * 2);
      font-variant-numeric: tabular-nums;
    }
    .page[aria-current] {
      border-color: var(--_accent);
      background: var(--_accent);
      color: var(--_on-accent);
      font-weight: 600;
    }
    .page:disabled {
      opacity: 0.45;
      cursor: default;
    }
    .gap {
      color: var(--_text-muted);
    }
    @media (pointer: coarse) {
      .chip,
      .page {
        min-height: 44px;
        min-width: 44px;
      }
      td {
        height: 44px;
      }
    }
  `,
];
