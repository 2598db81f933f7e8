/** @file The view of a Label: the surest class, and a bar for each. */

import { type ReactiveControllerHost, type TemplateResult, adoptStyles, html, nothing } from 'lit';
import { shownNumber } from '../parts/numbers.ts';
import { best, lengthsOf, wordsOf } from './bars.ts';
import { styles } from './label.styles.ts';
import { type Score, scoresOf } from './scores.ts';
import { say } from '../../words/text.ts';

/** Bars that are drawn before the user asks for more, and with each time. */
const DRAWN = 100;

/** What the view needs of its element. */
interface LabelHost extends ReactiveControllerHost {
  readonly value: unknown;
  readonly numTopClasses: number | null;
  readonly showHeading: boolean;
  readonly color: string | null;
}

/** What is seen of the classes, and how many of them are drawn. */
export class LabelView {
  readonly #host: LabelHost;
  readonly #select: (index: number, value: string) => void;
  #drawn = DRAWN;

  /** @param select - Called when the bar of a class is pressed. */
  constructor(host: LabelHost, root: ShadowRoot, select: (index: number, value: string) => void) {
    adoptStyles(root, [...root.adoptedStyleSheets, styles]);
    this.#host = host;
    this.#select = select;
  }

  render(): TemplateResult {
    const { value, numTopClasses, showHeading } = this.#host;
    const scores = typeof value === 'object' && value ? best(scoresOf(value) ?? [], numTopClasses) : [];
    const heading =
      typeof value === 'object' ? ((value as { label?: unknown } | null)?.label ?? scores[0]?.label) : value;
    const named = typeof heading === 'string' || scores.length === 0 ? heading : scores[0]?.label;
    const title = typeof named === 'number' ? shownNumber(named) : named;
    return html`${showHeading ? html`<p class="heading" part="heading">${title}</p>` : nothing}
      ${scores.length > 0 ? this.#renderScores(scores) : nothing}`;
  }

  #renderScores(scores: Score[]): TemplateResult {
    const words = wordsOf(scores);
    const lengths = lengthsOf(scores);
    const { color } = this.#host;
    return html`<ol class="scores" .style=${color ? `--_color: ${color}` : ''}>
      ${scores.slice(0, this.#drawn).map(
        ({ label }, index) =>
          html`<li>
            <button class="score" @click=${() => this.#select(index, label)}>
              <span class="name">${label}</span><span class="share">${words[index]}</span>
              <span class="track"><span class="bar" part="bar" .style=${`--length: ${lengths[index]}`}></span></span>
            </button>
          </li>`,
      )}
    </ol>${
      scores.length > this.#drawn
        ? html`<button class="button more" @click=${this.#drawMore}>
          ${say('showMore', { count: Math.min(DRAWN, scores.length - this.#drawn), total: scores.length })}
        </button>`
        : nothing
    }`;
  }

  #drawMore = (): void => {
    this.#drawn += DRAWN;
    this.#host.requestUpdate();
  };
}
