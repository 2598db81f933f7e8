/** @file The row under a text in which the user labels what is selected. */

import { type TemplateResult, html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { TextMark } from './tokens.ts';
import { say } from '../../words/text.ts';
import { sayKind } from '../../words/say.ts';

/** Labels that are offered to be pressed. */
const OFFERED = 12;
/** Characters of the selected text that are repeated. */
const QUOTED = 40;

/** What the row shows, and whom it tells. */
export interface LabelBar {
  /** What is selected; `null` for nothing. */
  text: string | null;
  /** The mark that it has now. */
  mark: TextMark | null;
  /** True where some of it is marked. */
  marked: boolean;
  /** Marks are scores. */
  scores: boolean;
  labels: readonly string[];
  styleOf(label: string): string;
  give(mark: TextMark | null): void;
  leave(): void;
}

/** Draws the row. */
export function renderLabelBar(bar: LabelBar): TemplateResult {
  const { text } = bar;
  return html`<div class="bar" part="label-bar">
    <span class="visually-hidden" role="status">${text === null ? nothing : say('selected', { text: quoted(text) })}</span>
    ${text === null ? html`<span class="hint">${say('selectPart')}</span>` : renderForm(bar, text)}
  </div>`;
}

function renderForm(bar: LabelBar, text: string): TemplateResult {
  const { scores, mark, marked, labels, styleOf, give, leave } = bar;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const { value, valueAsNumber } = (event.target as HTMLFormElement).querySelector('input')!;
    if (scores ? Number.isFinite(valueAsNumber) : value.trim()) give(scores ? valueAsNumber : value.trim());
  };
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    leave();
  };
  return html`<form class="form" novalidate @submit=${submit} @keydown=${key}>
      <span class="quote" aria-hidden="true">${quoted(text)}</span>
      ${keyed(
        `${text}\n${mark}`,
        html`<input
          class="input"
          type=${scores ? 'number' : 'text'}
          min="-1"
          max="1"
          step="0.1"
          autocomplete="off"
          placeholder=${scores ? say('scoreRange') : sayKind('Label')}
          aria-label=${say(scores ? 'scoreOf' : 'labelOf', { text: quoted(text) })}
          .value=${mark === null ? '' : String(mark)}
        />`,
      )}
      <button class="button" part="button" type="submit">${say(scores ? 'setScore' : 'setLabel')}</button>
      ${
        marked
          ? html`<button class="button" part="button" type="button" @click=${() => give(null)}>${say(scores ? 'removeScore' : 'removeLabel')}</button>`
          : nothing
      }
    </form>
    ${
      scores || labels.length === 0
        ? nothing
        : html`<div class="offers" role="group" aria-label=${say('labelsInUse')}>
            ${labels.slice(0, OFFERED).map(
              (label) =>
                html`<button class="entry" part="button" type="button" .style=${styleOf(label)} @click=${() => give(label)}>
                  <span class="swatch"></span>${label || say('noName')}
                </button>`,
            )}
          </div>`
    }`;
}

const quoted = (text: string): string => {
  const line = text.replace(/\s+/g, ' ');
  return `“${line.length > QUOTED ? `${line.slice(0, QUOTED)}…` : line}”`;
};
