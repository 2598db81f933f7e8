/** @file The look of a Code: its frame, and the bar above the editor. */

import { css } from 'lit';

export const codeStyles = css`
  .frame {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    overflow: clip;
  }
  .frame:has(.cm-focused) {
    outline: 2px solid var(--_accent);
    outline-offset: -1px;
    border-color: var(--_accent);
  }
  .frame.wrong {
    border-color: var(--_danger);
  }
  .bar {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-height: 40px;
    padding: 3px 3px 3px calc(var(--_space) * 3);
    border-block-end: 1px solid var(--_border);
    color: var(--_text-muted);
    font-size: 0.8125em;
  }
  .keys {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    opacity: 0;
    text-align: end;
    text-overflow: ellipsis;
    white-space: nowrap;
    transition: opacity 140ms ease-out;
  }
  .frame:has(.cm-focused) .keys {
    opacity: 1;
  }
  .tools {
    display: flex;
    align-items: center;
    gap: 2px;
    margin-inline-start: auto;
  }
  .editor {
    direction: ltr;
    min-height: calc(var(--_lines) * 1.6 * 0.8125rem + 16px);
  }
`;
