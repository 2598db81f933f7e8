/** @file The look of what is around a Dataframe's grid: toolbar, foot, menus. */

import { css } from 'lit';

export const dataframeStyles = css`
  .panel {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
    overflow: hidden;
  }
  .panel[popover] {
    position: fixed;
    inset: 0;
    width: 100vw;
    max-width: none;
    height: 100vh;
    max-height: none;
    margin: 0;
    border: 0;
    border-radius: 0;
  }
  .panel[popover] .viewport {
    flex: 1;
    max-height: none !important;
  }
  .toolbar {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-height: 40px;
    padding: calc(var(--_space) * 1) calc(var(--_space) * 1.5);
    border-block-end: 1px solid var(--_border);
  }
  .tools {
    display: flex;
    align-items: center;
    margin-inline-start: auto;
  }
  .search {
    display: flex;
    flex: 0 1 260px;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    min-width: 0;
    height: 32px;
    padding-inline: calc(var(--_space) * 2);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) - 2px);
    color: var(--_text-muted);
    font-size: 0.875em;
  }
  .search:focus-within {
    outline: 2px solid var(--_accent);
    outline-offset: -1px;
  }
  .search input {
    flex: 1;
    min-width: 0;
    padding: 0;
    border: 0;
    outline: 0;
    background: none;
    color: var(--_text);
    font: inherit;
  }
  .search input::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }
  .button.keep {
    min-height: 32px;
    padding-block: 0;
    font-size: 0.8125em;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1);
    min-height: 36px;
    padding: 0 calc(var(--_space) * 1.5);
    border-block-start: 1px solid var(--_border);
    color: var(--_text-muted);
    font-size: 0.8125em;
    font-variant-numeric: tabular-nums;
  }
  .foot[hidden] {
    display: none;
  }
  .foot .count {
    margin-inline-start: auto;
    padding-inline: calc(var(--_space) * 1.5);
  }
  .add {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1);
    height: 32px;
    padding-inline: calc(var(--_space) * 2);
    border: 0;
    border-radius: calc(var(--_radius) - 2px);
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  .add:hover {
    background: color-mix(in srgb, var(--_text) 8%, transparent);
    color: var(--_text);
  }
  .popup {
    position: fixed;
    inset: auto;
    min-width: 180px;
    max-width: calc(100vw - 16px);
    margin: 0;
    padding: calc(var(--_space) * 1);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: var(--_shadow);
    color: var(--_text);
    font-size: 0.875em;
  }
  .item {
    display: block;
    width: 100%;
    min-height: 32px;
    padding: calc(var(--_space) * 1) calc(var(--_space) * 2.5);
    border: 0;
    border-radius: calc(var(--_radius) - 3px);
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .item:is(:hover, :focus-visible) {
    outline: 0;
    background: color-mix(in srgb, var(--_text) 8%, transparent);
  }
  .form {
    display: grid;
    gap: calc(var(--_space) * 2);
    width: 220px;
    padding: calc(var(--_space) * 2);
  }
  .form .buttons {
    display: flex;
    justify-content: flex-end;
    gap: calc(var(--_space) * 2);
  }
  .form .button {
    min-height: 34px;
    padding-block: calc(var(--_space) * 1);
  }
  @media (pointer: coarse) {
    .item,
    .add,
    .search {
      min-height: 44px;
    }
  }
`;
