/** @file `<riv-label>`: shows what something was taken for, and how surely. */

import { type TemplateResult, html } from 'lit';
import { property } from 'lit/decorators.js';
import type { TYPES, ValueEvent, ValueTypes } from '../../page/element-types.ts';
import { lazy } from '../../page/lazy.ts';
import { type Converter, jsonConverter, textConverter } from '../base/attributes.ts';
import type { Options } from '../base/base.ts';
import { DisplayElement } from '../display/display.ts';
import { LazyView } from '../base/lazy-view.ts';
import { element } from '../base/element.ts';
import { tagIcon } from '../parts/icons.ts';
import type { LabelView } from './label-view.ts';
import { type Score, scoresOf } from './scores.ts';

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
 * @input –
 * @output `{ label: confidence }`, a string, a number.
 * @event change - A handler gave a value.
 * @event select - The user pressed a bar. `detail`: `{ index, value }`, its place and class.
 * @csspart heading - The surest class.
 * @csspart bar - One bar.
 */
@element('riv-label')
export class RivLabel extends DisplayElement<LabelValue> {
  declare readonly [TYPES]: ValueTypes<LabelValue, LabelEvents>;
  static override kind = 'Label';
  static override events = ['change', 'select'];

  /** `{ label: confidence }`, a word or a number. */
  @property({ converter: { fromAttribute: read, takesText: true } as Converter }) value: LabelValue = null;
  /** The most bars to show; all when unset. */
  @property({ type: Number }) numTopClasses: number | null = null;
  /** False leaves out the large first line. */
  @property({ type: Boolean }) showHeading = true;
  /** Colour of the bars; the accent when unset. */
  @property({ converter: textConverter }) color: string | null = null;

  readonly #lazyView = new LazyView<LabelView>(this, async (root) => {
    const { LabelView } = await lazy(() => import('./label-view.ts'));
    return new LabelView(this, root, (index, value) => this.emit('select', { index, value }));
  });

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

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#lazyView.settled();
    return super.getUpdateComplete();
  }

  protected override renderControl(): TemplateResult {
    return html`<div class="panel" role="group" aria-label=${this.accessibleName}>
      ${this.filled ? this.#lazyView.view?.render() : this.renderNothing(tagIcon)}
    </div>`;
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
