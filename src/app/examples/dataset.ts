/** @file `<riv-dataset>`: rows of samples to pick from, which a handler may change. */

import { nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { Any, TYPES, ValueEvent } from '../../page/element-types.ts';
import { lazy } from '../../page/lazy.ts';
import type { Input } from '../../shared/protocol.ts';
import { listConverter, oneOf } from '../../components/base/attributes.ts';
import { RivElement, type Options } from '../../components/base/base.ts';
import { element } from '../../components/base/element.ts';
import { LazyView } from '../../components/base/lazy-view.ts';
import { type Component, type ComponentOption, makeComponent } from '../shortcuts.ts';
import { rowsOf } from './example-rows.ts';
import type { ExamplesView } from './examples-view.ts';

/** A sample was picked: its place from 0, and what it holds. */
type SampleEvent = CustomEvent<{ index: number; value: unknown[] }>;

/**
 * Rows of samples to pick from. A handler is given what was picked, and may give other samples:
 * `ctx.update({ samples })`.
 *
 * @input What was picked, as `type` says: a list of values, its place, or both; `null` when nothing was.
 * @output The place of a sample.
 * @event click - The user picked a sample, also the same again. `detail`: `{ index, value }`.
 * @event select - The same.
 * @event change - Another sample is picked than before, by the user or a handler.
 * @csspart heading - The label over the samples.
 * @csspart example - One row, or one chip.
 * @csspart page - One page number.
 */
@element('riv-dataset', { unlabelled: true })
export class RivDataset extends RivElement<number | null> {
  declare readonly [TYPES]: {
    input: Any;
    output: number;
    events: { click: SampleEvent; select: SampleEvent; change: ValueEvent<number | null> };
  };
  static override events = ['change', 'click', 'select'];
  static override kind = 'Dataset';

  /** The place of the sample that was picked, from 0; `null` when none was. */
  @property({ type: Number }) value: number | null = null;
  /** Rows of values; with one column a plain list. */
  @property({ type: Array }) samples: readonly unknown[] = [];
  /** What the columns hold: components, or their names, such as `"image"`. Not needed for texts and numbers. */
  @property({ converter: listConverter }) components: readonly ComponentOption[] = [];
  /** Names of the columns, in place of the components' labels. */
  @property({ converter: listConverter }) headers: readonly string[] = [];
  /** Names for the samples, shown in place of their values. */
  @property({ type: Array }) sampleLabels: readonly string[] | null = null;
  /** Rows to a page. */
  @property({ type: Number }) samplesPerPage = 10;
  /** What a handler is given of the sample: its values, its place, or `[place, values]`. */
  @property({ converter: oneOf('values', 'index', 'tuple') }) type: 'values' | 'index' | 'tuple' = 'values';

  #columns: Component[] = [];
  readonly #lazyView = new LazyView<ExamplesView>(this, async (root) => {
    const { ExamplesView } = await lazy(() => import('./examples-view.ts'));
    return new ExamplesView(this, root);
  });

  constructor(options?: Options<RivDataset>) {
    super(options);
  }

  /** @internal */
  get examples(): readonly unknown[] {
    return this.samples;
  }

  /** @internal */
  get labels(): readonly string[] | null {
    return this.sampleLabels;
  }

  /** @internal */
  get perPage(): number {
    return this.samplesPerPage;
  }

  /** The columns. @internal */
  get targets(): readonly Component[] {
    return this.#columns;
  }

  /** Picks a sample, as a click on it does. */
  fill(index: number): void {
    const value = this.#rows[index];
    if (!value) return;
    const other = index !== this.value;
    this.put(index);
    this.emit('click', { index, value });
    this.emit('select', { index, value });
    if (other) this.emit('change', { value: index });
  }

  protected override accept(given: unknown): number | null {
    if (given === null || given === undefined) return null;
    if (!Number.isInteger(given) || (given as number) < 0) throw this.refuse(given, 'the place of a sample');
    return given as number;
  }

  protected override asInput(index: number | null): Input {
    const row = index === null ? undefined : this.#rows[index];
    const value = !row ? null : { values: row, index, tuple: [index, row] }[this.type];
    return { kind: 'value', value };
  }

  get #rows(): unknown[][] {
    return rowsOf(this.samples, this.#columns);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('samples')) this.#lazyView.view?.rewind();
    if (this.#columns.length > 0 && !['components', 'headers', 'samples'].some((name) => changed.has(name)))
      return;
    const widest = this.samples.map((row) => (Array.isArray(row) ? row.length : 1));
    const count = this.components.length || Math.max(this.headers.length, 1, ...widest);
    this.#columns = Array.from({ length: count }, (_, at) => {
      const column = makeComponent(this.components[at] ?? 'text');
      if (this.headers[at]) column.label = this.headers[at];
      return column;
    });
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#lazyView.settled();
    return super.getUpdateComplete();
  }

  /** The samples have a heading of their own. */
  protected override renderLabel(): unknown {
    return nothing;
  }

  protected override renderControl(): unknown {
    return this.#lazyView.view?.render() ?? nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-dataset': RivDataset;
  }
  interface RivuletShortcuts {
    dataset: RivDataset;
  }
}
