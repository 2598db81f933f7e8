/** @file Draws parts of a Playground: its tabs, and the list of what went wrong. */

import { type TemplateResult, html, nothing } from 'lit';
import { say } from '../../words/text.ts';
import type { Problem } from './problems.ts';

/** What may be shown alone. */
export type Pane = 'source' | 'result';

/** Draws the two tabs. Arrow keys go from one to the other. */
export function tabs(shown: Pane, open: (pane: Pane, byKey: boolean) => void): TemplateResult {
  const move = ({ key }: KeyboardEvent): void => {
    if (key === 'ArrowLeft' || key === 'ArrowRight') open(shown === 'source' ? 'result' : 'source', true);
  };
  const tab = (pane: Pane) => html`<button
    id=${`to-${pane}`}
    type="button"
    role="tab"
    aria-selected=${shown === pane}
    aria-controls=${pane}
    tabindex=${shown === pane ? 0 : -1}
    @click=${() => open(pane, false)}
    @keydown=${move}
  >
    ${say(pane === 'source' ? 'playSource' : 'playResult')}
  </button>`;
  return html`<div role="tablist" aria-label=${say('playShown')}>${tab('result')}${tab('source')}</div>`;
}

/** Draws the list of problems, with a way to the line of each. */
export const problemList = (problems: readonly Problem[], goTo: (line: number) => void): TemplateResult =>
  html`<ul class="problems" part="problems" aria-label=${say('problems')}>
    ${problems.map(
      ({ message, line }) => html`<li>
        ${line === null ? nothing : html`<button class="button" type="button" @click=${() => goTo(line)}>${say('atLine', { number: line })}</button>`}
        <span>${message}</span>
      </li>`,
    )}
  </ul>`;
