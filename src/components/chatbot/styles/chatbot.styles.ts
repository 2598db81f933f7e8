/** @file The look of a Chatbot without messages: its frame. */

import { css } from 'lit';

/** The look of a Chatbot: its frame, and what stands in it while there is no message. */
export const chatStyles = css`
  .chat {
    display: flex;
    flex-direction: column;
    min-height: 0;
    padding: 0;
    overflow: hidden;
  }
  .chat [hidden] {
    display: none !important;
  }
  .head {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: space-between;
    min-height: 36px;
    padding-inline: calc(var(--_space) * 4) calc(var(--_space) * 1);
    border-bottom: 1px solid var(--_border);
  }
  .head-tools {
    display: flex;
    align-items: center;
    margin-inline-start: auto;
  }
  .empty {
    display: flex;
    flex: 1;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: calc(var(--_space) * 4);
    min-height: 0;
    padding: calc(var(--_space) * 4);
    overflow: auto;
  }
  .placeholder {
    max-width: 60ch;
    text-align: center;
    color: var(--_text-muted);
  }
  .examples {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 180px), 1fr));
    gap: calc(var(--_space) * 2);
    width: 100%;
    max-width: 720px;
  }
  .example {
    flex-direction: column;
    align-items: flex-start;
    justify-content: flex-start;
    padding: calc(var(--_space) * 3);
    font-weight: 400;
    line-height: 1.4;
    text-align: start;
    overflow-wrap: anywhere;
  }
  .example-icon {
    width: 24px;
    height: 24px;
    object-fit: contain;
  }
  .note {
    color: var(--_text-muted);
    font-size: 0.8125em;
  }
`;
