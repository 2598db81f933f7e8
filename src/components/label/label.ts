/** @file `<riv-label>`: shows what something was taken for, and how surely. */

import { type TemplateResult, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { TYPES, ValueEvent, ValueTypes } from '../../page/element-types.ts';
import { jsonConverter } from '../base/attributes.ts';
import type { Options } from '../base/base.ts';
import { DisplayElement } from '../base/display.ts';
import { element } from '../base/element.ts';
import { tagIcon } from '../parts/icons.ts';
import { shownNumber } from '../parts/numbers.ts';
import { styles } from './label.styles.ts';
import { type Score, best, lengthsOf, scoresOf, wordsOf } from './scores.ts';

/** Bars that are drawn before the user asks for more, and with each time. */
const DRAWN = 100;

/** What a Label shows: scores by class, or one word or number. */
export type LabelValue =
  | Record<string, number>
  | { label?: string; confidences: Score[] }
  | string
  | number
  | null;

/** `{"cat": 0.9}` or just a word. */
const read = (text: string | null): LabelValue =>
  text?.trim().startsWith('{') ? (jsonConverter.fromAttribute?.(text) as LabelValue) : text;

interface LabelEvents {
  change: ValueEvent<LabelValue>;
  select: CustomEvent<{ index: number; value: string }>;
}

/**
 * Shows what something was taken for: the surest class large, and a bar for each, the surest first.
 *
 * @event change - A handler gave a value.
 * @event select - The user pressed a bar. `detail`: `{ index, value }`, its place and class.
 * @csspart heading - The surest class.
 * @csspart bar - One bar.
 */
@element('riv-label')
export class RivLabel extends DisplayElement<LabelValue> {
  declare readonly [TYPES]: ValueTypes<LabelValue, LabelEvents>;
  static override styles = [...DisplayElement.styles, styles];
  static override kind = 'Label';
  static override events = ['change', 'select'];

  /** `{ label: confidence }`, a word or a number. */
  @property({ converter: { fromAttribute: read } }) value: LabelValue = null;
  /** The most bars to show; all when unset. */
  @property({ type: Number }) numTopClasses: number | null = null;
  /** False leaves out the large first line. */
  @property({ type: Boolean }) showHeading = true;
  /** Colour of the bars; the accent when unset. */
  @property() color: string | null = null;

  @state() private drawn = DRAWN;

  constructor(options?: Options<RivLabel>) {
    super(options);
  }

  protected override accept(given: unknown): LabelValue {
    if (given === null || given === undefined) return null;
    if (typeof given === 'string' || typeof given === 'number') return given;
    if (typeof given === 'object' && !Array.isArray(given) && scoresOf(given)) return given as LabelValue;
    throw this.refuse(given, 'a word, a number, or an object of numbers such as { cat: 0.9 }');
  }

  // Nobody reads it, so nothing can go round: each result counts, as of a picture.
  protected override differs(a: LabelValue, b: LabelValue): boolean {
    return !Object.is(a, b);
  }

  protected override get filled(): boolean {
    return super.filled && !(typeof this.value === 'object' && Object.keys(this.value ?? {}).length === 0);
  }

  protected override renderControl(): TemplateResult {
    const { value } = this;
    const scores = typeof value === 'object' && value ? best(scoresOf(value) ?? [], this.numTopClasses) : [];
    const heading =
      typeof value === 'object' ? ((value as { label?: unknown } | null)?.label ?? scores[0]?.label) : value;
    const named = typeof heading === 'string' || scores.length === 0 ? heading : scores[0]?.label;
    const title = typeof named === 'number' ? shownNumber(named) : named;
    return html`<div class="panel" role="group" aria-label=${this.accessibleName}>
      ${!this.filled ? this.renderNothing(tagIcon) : nothing}
      ${this.filled && this.showHeading ? html`<p class="heading" part="heading">${title}</p>` : nothing}
      ${scores.length > 0 ? this.#renderScores(scores) : nothing}
    </div>`;
  }

  #renderScores(scores: Score[]): TemplateResult {
    const words = wordsOf(scores);
    const lengths = lengthsOf(scores);
    return html`<ol class="scores" .style=${this.color ? `--_color: ${this.color}` : ''}>
      ${scores.slice(0, this.drawn).map(
        ({ label }, index) =>
          html`<li>
            <button class="score" @click=${() => this.emit('select', { index, value: label })}>
              <span class="name">${label}</span><span class="share">${words[index]}</span>
              <span class="track"><span class="bar" part="bar" .style=${`--length: ${lengths[index]}`}></span></span>
            </button>
          </li>`,
      )}
    </ol>${
      scores.length > this.drawn
        ? html`<button class="button more" @click=${() => (this.drawn += DRAWN)}>
          Show ${Math.min(DRAWN, scores.length - this.drawn)} more of ${scores.length}
        </button>`
        : nothing
    }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-label': RivLabel;
  }
  interface RivuletShortcuts {
    label: RivLabel;
  }
}
