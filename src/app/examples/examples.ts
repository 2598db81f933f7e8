/** @file `<riv-examples>`: rows of values that fill inputs at a click. */

import { type PropertyValues, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { EventTypes, TYPES } from '../../page/element-types.ts';
import { live } from '../../bind/binding/binding.ts';
import { notify } from '../../bind/notify.ts';
import { outdate } from '../../bind/run/outdate.ts';
import { baseStyles } from '../../components/styles/base.styles.ts';
import type { Options } from '../../components/base/base.ts';
import { element } from '../../components/base/element.ts';
import { LazyView } from '../../components/base/lazy-view.ts';
import { HostElement } from '../../components/base/host-element.ts';
import { lazy } from '../../page/lazy.ts';
import { columnsOf, rowsOf } from './example-rows.ts';
import type { ExamplesView } from './examples-view.ts';
import { elementById } from '../../page/around.ts';
import { parsed } from '../parsed.ts';
import type { Component } from '../shortcuts.ts';

// Here, not in the class: the first element's own function would keep that element for ever, as the default.
const atOnce = (work: () => void): void => work();

/**
 * Rows of values that fill inputs at a click.
 *
 * @event select - The user picked a row; `detail` is `{ index, value }`.
 * @csspart heading - The word "Examples".
 * @csspart example - One row, or one chip.
 * @csspart page - One page number.
 */
@element('riv-examples')
export class RivExamples extends HostElement {
  declare readonly [TYPES]: EventTypes<{ select: CustomEvent<{ index: number; value: unknown[] }> }>;
  static override styles = baseStyles;
  /** Names of the events that a binding may listen to. */
  static events = ['select'];

  /** Rows of values for the inputs; with one input a plain list. */
  @property({ type: Array }) examples: readonly unknown[] | null = null;
  /** What a click fills: components, or their ids. */
  @property() inputs: readonly Component[] | string = [];
  /** Names for the examples, shown in place of their values. */
  @property({ type: Array }) labels: readonly string[] | null = null;
  /** Rows to a page. */
  @property({ type: Number }) perPage = 10;
  /** Heading over the examples. */
  @property() label = 'Examples';

  /** Wraps a fill: many changes, one run. */
  @property({ attribute: false }) together: (work: () => void) => void = atOnce;

  /** A sentence about what is wrong. @internal */
  @property({ attribute: false }) message = '';

  readonly #lazyView = new LazyView<ExamplesView>(this, async (root) => {
    const { ExamplesView } = await lazy(() => import('./examples-view.ts'));
    return new ExamplesView(this, root);
  });

  constructor(options?: Options<RivExamples>) {
    super(options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void parsed().then(() => this.requestUpdate());
  }

  /** What a click fills. @internal */
  get targets(): readonly Component[] {
    if (typeof this.inputs !== 'string') return this.inputs;
    return this.inputs
      .split(/[\s,]+/)
      .flatMap((id) => (id && (elementById(this, id) as Component | null)) || []);
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { examples, labels } = this;
    if (changed.has('examples')) this.#lazyView.view?.rewind();
    if (!changed.has('examples') && !changed.has('labels')) return;
    if (labels && examples && labels.length !== examples.length)
      console.warn(`There are ${examples.length} examples, but ${labels.length} labels for them`);
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#lazyView.settled();
    return super.getUpdateComplete();
  }

  /** Fills the inputs with a row, as a click on it does. */
  fill(index: number): void {
    const rows = rowsOf(this.examples ?? [], this.targets);
    const row = rows[index];
    if (!row) return;
    try {
      this.together(() => {
        for (const { component, index: place } of columnsOf(rows, this.targets))
          if (place < row.length) component.fromHandler(row[place]);
        for (const binding of live)
          if (binding.inputs.some((input) => this.targets.includes(input as Component))) outdate(binding);
      });
    } catch (error) {
      console.error(error);
      notify(this, { level: 'error', message: (error as Error).message, source: this });
    }
    this.dispatchEvent(new CustomEvent('select', { detail: { index, value: row } }));
  }

  /** Draws them by what is loaded with the first that there are. */
  protected override render(): unknown {
    const { view } = this.#lazyView;
    if (view) return view.render();
    if (this.message) return html`<div class="message" role="alert">${this.message}</div>`;
    return this.examples?.length ? html`<div .style=${`height:${this.#height}px`}></div>` : nothing;
  }

  /** Pixels that the view will take, as a rule: what is below it does not move when that is loaded. */
  get #height(): number {
    const { labels, targets, perPage } = this;
    const rows = this.examples?.length ?? 0;
    const pages = rows > perPage ? 48 : 0;
    return pages + (labels || targets.length < 2 ? 65 : 69 + 41 * Math.min(rows, perPage));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-examples': RivExamples;
  }
}
