/** @file The look of a plot. */

import { css } from 'lit';

const drawing = css`
  .place {
    position: absolute;
    inset: 0;
  }
  .plot {
    direction: ltr;
    position: relative;
    width: 100%;
    min-width: 0;
  }
  .uplot,
  .u-wrap {
    position: relative;
    width: 100%;
    user-select: none;
  }
  .u-over,
  .u-under,
  .u-axis {
    position: absolute;
    pointer-events: none;
  }
  .uplot canvas {
    display: block;
    position: relative;
    width: 100%;
    height: 100%;
  }
  .u-off,
  .u-legend {
    display: none;
  }
  .probe {
    position: absolute;
    width: 0;
    height: 0;
    overflow: hidden;
    border: 0 solid var(--_border);
    background: var(--_surface);
    color: var(--_text);
    caret-color: var(--_text-muted);
    column-rule-color: color-mix(in oklab, var(--_accent) 28%, var(--_surface));
    outline-color: var(--_accent);
    font-family: var(--_font);
    pointer-events: none;
    transition: all 1ms;
  }
  .colour-0 { color: var(--_accent); }
  .colour-1 { color: light-dark(#1d4ed8, #60a5fa); }
  .colour-2 { color: light-dark(#15803d, #4ade80); }
  .colour-3 { color: light-dark(#a21caf, #e879f9); }
  .colour-4 { color: light-dark(#0e7490, #22d3ee); }
  .colour-5 { color: light-dark(#a16207, #facc15); }
  .colour-6 { color: light-dark(#6d28d9, #a78bfa); }
  .colour-7 { color: light-dark(#be123c, #fb7185); }
  .colour-8 { color: light-dark(#4d7c0f, #a3e635); }
  .colour-9 { color: light-dark(#475569, #cbd5e1); }
`;

const around = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 calc(var(--_space) * 2);
    min-height: 32px;
    padding-inline-start: calc(var(--_space) * 2);
  }
  .title {
    flex: 1;
    min-width: min(100%, 9em);
    font-size: 0.9375em;
    font-weight: 600;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }
  .tools {
    display: flex;
    flex: none;
    align-items: center;
    margin-inline-start: auto;
  }
  .file {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 2px;
    width: auto;
    padding-inline: calc(var(--_space) * 1.5);
    font-size: 0.6875rem;
    font-weight: 600;
  }
  .file .icon {
    width: 1.1em;
    height: 1.1em;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 calc(var(--_space) * 1);
    padding-inline: calc(var(--_space) * 2);
    font-size: 0.8125em;
  }
  .legend-title {
    margin-inline-end: calc(var(--_space) * 1);
    color: var(--_text-muted);
  }
  .entry {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    min-height: 28px;
    max-width: 100%;
    padding: 0 calc(var(--_space) * 1.5);
    border: 0;
    border-radius: calc(var(--_radius) - 2px);
    background: none;
    color: inherit;
    font: inherit;
    overflow-wrap: anywhere;
    text-align: start;
    cursor: pointer;
  }
  .entry:hover {
    background: color-mix(in srgb, var(--_text) 6%, transparent);
  }
  .entry[aria-pressed='false'] {
    color: var(--_text-muted);
    text-decoration: line-through;
  }
  .entry[aria-pressed='false'] .swatch {
    opacity: 0.3;
  }
  .swatch {
    flex: none;
    width: 10px;
    height: 10px;
    border-radius: 3px;
  }
  .ramp {
    width: 120px;
    height: 10px;
    margin-inline: calc(var(--_space) * 1);
    border-radius: 5px;
  }
  .loading,
  .note,
  .caption {
    margin: calc(var(--_space) * 1) calc(var(--_space) * 2) 0;
    color: var(--_text-muted);
    font-size: 0.8125em;
    line-height: 1.45;
    overflow-wrap: anywhere;
  }
  .loading {
    position: absolute;
    inset: 40% 0 auto;
    text-align: center;
  }
  .panel[popover] {
    position: fixed;
    inset: 0;
    display: flex;
    flex-direction: column;
    width: 100vw;
    max-width: none;
    height: 100vh;
    max-height: none;
    margin: 0;
    border: 0;
    border-radius: 0;
    overflow: auto;
  }
  .panel[popover] .plot {
    flex: 1 1 auto;
    min-height: 240px;
  }
  .data {
    max-height: 260px;
    margin: calc(var(--_space) * 2) calc(var(--_space) * 2) 0;
    overflow: auto;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) - 2px);
    font-size: 0.8125em;
  }
  .data table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  .data th {
    position: sticky;
    top: 0;
    background: var(--_surface-2);
    font-weight: 600;
  }
  .data :is(th, td) {
    padding: calc(var(--_space) * 1) calc(var(--_space) * 2.5);
    border-bottom: 1px solid var(--_border);
    text-align: start;
    white-space: nowrap;
  }
  .data .figure {
    text-align: end;
  }
  .data .more {
    margin: calc(var(--_space) * 2);
    color: var(--_text-muted);
  }
`;

const pointing = css`
  .over {
    position: absolute;
    border-radius: 2px;
    cursor: crosshair;
    touch-action: pan-y;
    user-select: none;
  }
  .over:focus-visible {
    outline-offset: 1px;
  }
  .over > * {
    position: absolute;
    pointer-events: none;
  }
  .line {
    inset-block: 0;
    width: 0;
    border-left: 1px dashed var(--_text-muted);
  }
  .dot {
    width: 9px;
    height: 9px;
    margin: -4.5px 0 0 -4.5px;
    border-radius: 50%;
    box-shadow: 0 0 0 1.5px var(--_surface);
  }
  .brush {
    inset-block: 0;
    border-inline: 1px solid var(--_accent);
    background: var(--_accent-soft);
  }
  .tip {
    z-index: 2;
    width: max-content;
    max-width: min(260px, 70%);
    margin-left: 10px;
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2.5);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) - 2px);
    background: var(--_surface);
    box-shadow: var(--_shadow);
    font-size: 0.75rem;
    line-height: 1.5;
  }
  .tip.before {
    margin-left: -10px;
    translate: -100%;
  }
  .tip-heading {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .tip-line {
    display: grid;
    grid-template-columns: 10px 1fr auto;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
  }
  .tip-name {
    color: var(--_text-muted);
    overflow-wrap: anywhere;
  }
  .tip-value {
    font-variant-numeric: tabular-nums;
  }
  .tip-more {
    color: var(--_text-muted);
  }
`;

/** The look of what is seen of a plot, loaded with its view. */
export const styles = [drawing, around, pointing];
