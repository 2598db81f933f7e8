/** @file The look of a ChatInterface: the conversation, and the panel of past ones beside it. */

import { css } from 'lit';

/** Where the conversation and the panel of past ones stand, and how the latter looks. */
export const chatAppStyles = css`
  .chat-main {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 2);
    min-width: 0;
  }
  .with-history {
    display: grid;
    grid-template-columns: minmax(160px, 220px) minmax(0, 1fr);
    gap: var(--_gap);
  }
  .history {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 2);
    min-width: 0;
  }
  .history ul {
    display: flex;
    flex-direction: column;
    gap: 2px;
    max-height: 420px;
    margin: 0;
    padding: 0;
    overflow: auto;
    list-style: none;
  }
  .history li {
    display: flex;
    align-items: center;
    border-radius: var(--_radius);
  }
  .history li:is(:hover, :focus-within, .current) {
    background: var(--_surface-2);
  }
  .past {
    flex: 1;
    min-width: 0;
    min-height: 36px;
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 3);
    overflow: hidden;
    border: 0;
    background: none;
    color: var(--_text);
    font: inherit;
    font-size: 0.875em;
    text-align: start;
    text-overflow: ellipsis;
    white-space: nowrap;
    cursor: pointer;
  }
  .current .past {
    font-weight: 600;
  }
  .history .none {
    margin: 0;
    padding-inline: calc(var(--_space) * 3);
    color: var(--_text-muted);
    font-size: 0.8125em;
  }
  .icon {
    display: block;
    flex: none;
  }
  @container (max-width: 600px) {
    .with-history {
      grid-template-columns: minmax(0, 1fr);
    }
    .history ul {
      max-height: 120px;
    }
  }
`;
