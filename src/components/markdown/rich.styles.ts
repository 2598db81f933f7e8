/** @file The look of what only some texts hold: code with its bar, colours of code, formulas, links of headings. */

import { css } from 'lit';

/** The look of code, formulas, links of headings, and pictures that were not fetched. */
export const richStyles = css`
  .prose .code {
    margin: 0 0 0.8em;
    overflow: hidden;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-2);
    color: var(--_text);
  }
  .prose .code:last-child {
    margin-bottom: 0;
  }
  .prose .code-bar {
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding-inline: calc(var(--_space) * 3) calc(var(--_space) * 0.5);
    border-bottom: 1px solid var(--_border);
    color: var(--_text-muted);
    font: 0.75rem / 1.5 var(--_font-mono);
  }
  .prose .code pre {
    margin: 0;
    border: 0;
    border-radius: 0;
    background: none;
    direction: ltr;
    text-align: left;
    overflow-wrap: normal;
  }
  .prose .math[data-display] {
    display: block;
    overflow: auto hidden;
    padding-block: 0.25em;
  }
  .prose .math.wrong {
    color: var(--_danger);
    font-family: var(--_font-mono);
  }
  .prose math {
    font-size: 1.1em;
  }
  .prose .anchor {
    margin-inline-start: 0.35em;
    color: var(--_text-muted);
    font-weight: 400;
    text-decoration: none;
    opacity: 0;
  }
  .prose :is(h1, h2, h3, h4, h5, h6):hover .anchor,
  .prose .anchor:focus-visible {
    opacity: 1;
  }
  .prose .blocked {
    display: inline-block;
    max-width: 100%;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border: 1px dashed var(--_border);
    border-radius: calc(var(--_radius) - 2px);
    color: var(--_text-muted);
    font-size: 0.875em;
    overflow-wrap: anywhere;
  }
  .prose li > input[type='checkbox'] {
    margin-inline: -1.4em 0.35em;
    accent-color: var(--_accent);
  }
  .prose li:has(> input[type='checkbox']) {
    list-style: none;
  }
  .hljs-comment,
  .hljs-quote {
    color: light-dark(#646a73, #9198a1);
    font-style: italic;
  }
  .hljs-keyword,
  .hljs-selector-tag,
  .hljs-doctag,
  .hljs-template-tag,
  .hljs-section,
  .hljs-deletion {
    color: light-dark(#a8222c, #ff9087);
  }
  .hljs-string,
  .hljs-regexp,
  .hljs-link {
    color: light-dark(#0a4d8c, #a5d6ff);
  }
  .hljs-number,
  .hljs-literal,
  .hljs-variable,
  .hljs-template-variable,
  .hljs-attr,
  .hljs-attribute,
  .hljs-meta,
  .hljs-symbol,
  .hljs-property {
    color: light-dark(#0553b1, #79c0ff);
  }
  .hljs-title,
  .hljs-title.function_ {
    color: light-dark(#6639ba, #d8b9ff);
  }
  .hljs-built_in,
  .hljs-type,
  .hljs-selector-class,
  .hljs-selector-id,
  .hljs-title.class_ {
    color: light-dark(#8a3b00, #ffb77a);
  }
  .hljs-name,
  .hljs-tag .hljs-name,
  .hljs-addition,
  .hljs-bullet {
    color: light-dark(#116329, #7ee787);
  }
  .hljs-emphasis {
    font-style: italic;
  }
  .hljs-strong {
    font-weight: 600;
  }
`;
