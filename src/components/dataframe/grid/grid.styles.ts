/** @file The look of a grid: its rows, cells, header and selection. */

import { css } from 'lit';

export const gridStyles = css`
  /* Columns lie from left to right, as in spreadsheets; the text of a cell has its own direction. */
  .viewport {
    position: relative;
    direction: ltr;
    overflow: auto;
    background: var(--_surface);
    font-size: 0.875em;
    line-height: 20px;
    scrollbar-width: thin;
    scrollbar-color: color-mix(in srgb, var(--_text-muted) 60%, transparent) transparent;
  }
  .viewport:focus-visible {
    outline: 0;
  }
  .head {
    position: sticky;
    z-index: 4;
    top: 0;
    width: fit-content;
    background: var(--_surface-2);
  }
  .head .row {
    position: relative;
    height: var(--_row);
  }
  /* The line below the last row is that of what follows. */
  .body {
    position: relative;
    margin-block-end: -1px;
  }
  .row {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0;
    display: flex;
    min-height: var(--_row);
    background: var(--_surface);
  }
  .row.editing {
    z-index: 3;
  }
  .cell {
    position: relative;
    flex: none;
    height: var(--_row);
    padding: calc((var(--_row) - 20px) / 2) calc(var(--_space) * 2.5);
    overflow: hidden;
    border: solid var(--_border);
    border-width: 0 1px 1px 0;
    background: inherit;
    text-overflow: ellipsis;
    white-space: pre;
    cursor: default;
    user-select: none;
    -webkit-user-select: none;
  }
  .row > .cell:last-child {
    border-inline-end-color: transparent;
  }
  .wraps .body .cell {
    height: auto;
    min-height: var(--_row);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .cell.pinned {
    position: sticky;
    z-index: 1;
  }
  .cell.number {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .cell.date {
    font-variant-numeric: tabular-nums;
  }
  .cell.bool {
    text-align: center;
  }
  .cell[role='rowheader'] {
    background: var(--_surface-2);
    color: var(--_text-muted);
    font-size: 0.9em;
    cursor: pointer;
  }
  .cell.misfit {
    color: var(--_danger);
    text-decoration: underline dotted;
    text-underline-offset: 3px;
  }
  .cell[aria-readonly='true'] {
    color: var(--_text-muted);
  }
  .cell:focus-visible {
    outline: 0;
  }
  .body .cell[aria-selected='true']::before {
    content: '';
    position: absolute;
    inset: 0;
    background: transparent;
    pointer-events: none;
  }
  .viewport:focus-within .body .cell[aria-selected='true']:not(.active)::before {
    background: var(--_accent-soft);
  }
  .viewport:focus-within .cell.active::after,
  .head .cell:focus-visible::after {
    content: '';
    position: absolute;
    z-index: 1;
    inset: 0;
    border: 2px solid var(--_accent);
    pointer-events: none;
  }
  .cell.editing {
    overflow: visible;
    z-index: 2;
  }
  .cell .mark {
    width: 16px;
    height: 16px;
    margin: 2px 0;
    accent-color: var(--_accent);
    vertical-align: top;
  }
  .cell.prose {
    padding-block: 2px;
    contain: layout;
  }
  .cell.prose > :first-child {
    margin-block-start: calc((var(--_row) - 24px) / 2);
  }
  .cell.prose > * {
    margin-block: 0;
  }
  .cell.prose:not(.wraps *) {
    white-space: nowrap;
  }
  .cell.prose img {
    max-height: calc(var(--_row) - 8px);
    vertical-align: middle;
  }
  .cell.prose a {
    color: var(--_accent);
  }
  .editor {
    position: absolute;
    z-index: 3;
    inset: 0 auto auto 0;
    box-sizing: border-box;
    width: 100%;
    min-width: 100%;
    max-width: max(100%, 360px);
    min-height: 100%;
    max-height: 200px;
    padding: calc((var(--_row) - 20px) / 2) calc(var(--_space) * 2.5);
    border: 0;
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
    background: var(--_surface);
    box-shadow: var(--_shadow);
    color: var(--_text);
    font: inherit;
    line-height: 20px;
    text-align: inherit;
    resize: none;
    field-sizing: content;
  }

  .head .cell {
    display: flex;
    align-items: center;
    height: var(--_row);
    padding: 0;
    background: var(--_surface-2);
    font-weight: 600;
  }
  .head .cell.number {
    text-align: start;
  }
  .name {
    display: flex;
    flex: 1;
    align-items: center;
    gap: calc(var(--_space) * 1);
    min-width: 0;
    height: 100%;
    padding: 0 0 0 calc(var(--_space) * 2.5);
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .head .cell.number .name {
    justify-content: start;
  }
  .words {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .name .icon {
    width: 1em;
    height: 1em;
    color: var(--_accent);
  }
  .rank {
    font-size: 0.8em;
    color: var(--_text-muted);
  }
  .more {
    display: grid;
    place-items: center;
    flex: none;
    width: 28px;
    height: 100%;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_text-muted);
    opacity: 0;
    cursor: pointer;
  }
  .more .icon {
    width: 1.1em;
    height: 1.1em;
  }
  .head .cell:is(:hover, :focus-within) .more,
  .more:focus-visible {
    opacity: 1;
  }
  .more:hover {
    color: var(--_text);
  }
  .grip {
    position: absolute;
    z-index: 1;
    inset: 0 -1px 0 auto;
    width: 7px;
    cursor: col-resize;
    touch-action: none;
  }
  .grip:hover {
    background: linear-gradient(to left, var(--_accent) 2px, transparent 2px);
  }
  @media (pointer: coarse) {
    .more {
      width: 36px;
      opacity: 1;
    }
  }
`;
