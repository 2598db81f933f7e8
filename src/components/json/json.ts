/** @file `<riv-json>`: shows data as a tree that can be folded. */

import { type PropertyValues, type TemplateResult, css, html } from 'lit';
import { property } from 'lit/decorators.js';
import type { Any, TYPES, ValueTypes } from '../../page/element-types.ts';
import { lazy } from '../../page/lazy.ts';
import { isTooDeep } from '../../shared/errors.ts';
import type { Input } from '../../shared/protocol.ts';
import { buttonsConverter, anyConverter } from '../base/attributes.ts';
import type { Options } from '../base/base.ts';
import { DisplayElement } from '../display/display.ts';
import { LazyView } from '../base/lazy-view.ts';
import { element } from '../base/element.ts';
import { braceIcon } from '../parts/icons.ts';
import { isDeeper } from './depth.ts';
import type { JSONView } from './json-view.ts';

/** What goes deeper cannot be drawn, nor read. */
const MOST_LEVELS = 1000;

/**
 * Shows data as a tree that can be folded.
 *
 * @input Any JSON value.
 * @output Any JSON value.
 * @event change - A handler gave a value.
 * @csspart tree - The tree.
 * @csspart copy - The button that copies the value as indented JSON.
 */
@element('riv-json')
export class RivJSON extends DisplayElement<unknown> {
  declare readonly [TYPES]: ValueTypes<Any>;
  static override styles = [
    ...DisplayElement.styles,
    css`
      .panel {
        padding: 0;
      }
      .nothing {
        padding: calc(var(--_space) * 4);
      }
    `,
  ];
  static override kind = 'JSON';

  /** Any JSON value. A string from a handler is read as JSON. */
  @property({ converter: anyConverter }) value: unknown = null;
  /** True opens all levels; otherwise the first is open. */
  @property({ type: Boolean }) open = false;
  /** True numbers the entries of lists. */
  @property({ type: Boolean }) showIndices = false;
  /** Pixels; what is higher scrolls. */
  @property({ type: Number }) maxHeight = 500;
  /** `[]` hides the copy button. */
  @property({ converter: buttonsConverter }) override buttons: readonly (string | Node)[] = ['copy'];

  readonly #lazyView = new LazyView<JSONView>(this, async (root) => {
    const { JSONView } = await lazy(() => import('./json-view.ts'));
    return new JSONView(this, root);
  });

  constructor(options?: Options<RivJSON>) {
    super(options);
  }

  /** A script's text is a JSON value as it is: only that of a handler is read. */
  override inputOf(given: unknown): Input | Promise<Input> {
    return typeof given === 'string' ? this.asInput(given) : super.inputOf(given);
  }

  protected override accept(given: unknown): unknown {
    let value = given ?? null;
    try {
      if (typeof given === 'string') value = JSON.parse(given);
    } catch {
      throw this.refuse(given, 'JSON');
    }
    this.check(value);
    return value;
  }

  /** A script's text is a JSON value as it is. */
  protected override check(value: unknown): void {
    let deep: boolean;
    try {
      JSON.stringify(value); // refuses a bigint, what holds itself, and what will not be looked at
      deep = isDeeper(value, MOST_LEVELS);
    } catch (error) {
      deep = isTooDeep(error);
      if (!deep) throw this.refuse(value, 'JSON');
    }
    if (deep) throw this.refuse(value, `JSON of at most ${MOST_LEVELS} levels`);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('value') || changed.has('open')) this.#lazyView.view?.reset();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#lazyView.settled();
    return super.getUpdateComplete();
  }

  protected override renderControl(): TemplateResult {
    const { value } = this;
    const empty = value === null || value === undefined;
    return html`<div class="panel" role="group" aria-label=${this.accessibleName} .style=${`--_max: ${this.maxHeight}px`}>
      ${empty ? this.renderNothing(braceIcon) : this.#lazyView.view?.render()}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-json': RivJSON;
  }
  interface RivuletShortcuts {
    json: RivJSON;
  }
}
