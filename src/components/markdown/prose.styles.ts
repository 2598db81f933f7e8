/** @file The look of rendered text. */

import { css } from 'lit';

/** Rendered text: the host page's font, quiet headings, nothing wider than its box. */
export const proseStyles = css`
  .prose {
    line-height: 1.6;
    overflow-wrap: anywhere;
  }
  .prose > :first-child {
    margin-top: 0;
  }
  .prose > :last-child {
    margin-bottom: 0;
  }
  .prose :is(h1, h2, h3, h4, h5, h6) {
    margin: 1.4em 0 0.5em;
    line-height: 1.25;
    font-weight: 650;
    letter-spacing: -0.01em;
  }
  .prose h1 {
    font-size: 1.75em;
  }
  .prose h2 {
    font-size: 1.375em;
  }
  .prose h3 {
    font-size: 1.125em;
  }
  .prose :is(h4, h5, h6) {
    font-size: 1em;
  }
  .prose :is(p, ul, ol, pre, blockquote, table) {
    margin: 0 0 0.8em;
  }
  .prose :is(ul, ol) {
    padding-inline-start: 1.5em;
  }
  .prose li + li {
    margin-top: 0.25em;
  }
  .prose a {
    color: var(--_accent);
    text-underline-offset: 0.15em;
  }
  .prose code {
    padding: 0.1em 0.35em;
    border-radius: 4px;
    background: color-mix(in srgb, currentcolor 8%, transparent);
    font: 0.875em / 1.5 var(--_font-mono);
  }
  .prose pre {
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    overflow: auto;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-2);
    color: var(--_text);
  }
  .prose pre code {
    padding: 0;
    background: none;
  }
  .prose blockquote {
    padding-inline-start: 1em;
    border-inline-start: 3px solid var(--_border);
    color: var(--riv-text-muted, color-mix(in srgb, currentcolor 72%, transparent));
  }
  .prose table {
    display: block;
    max-width: 100%;
    overflow: auto;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  .prose :is(th, td) {
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 3);
    border: 1px solid var(--_border);
    text-align: start;
  }
  .prose th {
    background: color-mix(in srgb, currentcolor 4%, transparent);
  }
  .prose img {
    max-width: 100%;
    height: auto;
    border-radius: calc(var(--_radius) - 2px);
  }
  .prose hr {
    margin: 1.5em 0;
    border: 0;
    border-top: 1px solid var(--_border);
  }
`;
