/** @file `<riv-render>`: shows the elements that a function of the page makes. */

import { css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { Any, EventTypes, TYPES } from '../../page/element-types.ts';
import type { Trigger } from '../../bind/binding/triggers.ts';
import type { PageFunction } from '../../bridge/handler-types.ts';
import type { Options } from '../../components/base/base.ts';
import { element } from '../../components/base/element.ts';
import { LayoutElement } from '../../layout/layout.ts';
import { layoutStyles } from '../../layout/layout.styles.ts';
import { isInSight } from '../../components/parts/sight.ts';
import { lazy } from '../../page/lazy.ts';
import type { Port, Status } from '../../shared/port.ts';
import type { Content, Rendered } from './render-content.ts';
import { parsed } from '../parsed.ts';

/** The options on which it depends what the function is given. */
interface Rendering<Inputs> {
  fn?: PageFunction<Inputs, Rendered | Promise<Rendered>> | null;
  inputs?: Inputs;
}

const IDLE: Status = { stage: 'idle', show: 'full' };

/**
 * Shows the elements that `fn`, a function of the page, makes: once when the app is ready, and anew whenever one of
 * `inputs` changes, or with the events that `triggers` names. Script gives it these three. Each pass takes the place of
 * the former one: its elements and its bindings go. Elements with a `key` that the former pass had too are the same ones,
 * and keep the value that the user or a handler gave them; so do bindings.
 *
 * @event load - A pass is over, and what it made is in place.
 * @slot - What the function made: in a Row side by side, else stacked.
 */
@element('riv-render')
export class RivRender<const Inputs extends Port | readonly Port[] = Any> extends LayoutElement {
  declare readonly [TYPES]: EventTypes<{ load: Event }>;
  static override styles = [
    ...layoutStyles,
    css`
      :host {
        position: relative;
        --riv-min-width: 320px;
      }
      :host(:empty:not([stage='error'])) {
        display: none;
      }
    `,
  ];
  static override events: readonly string[] = ['load'];

  /** Makes the elements. Called in the page with the values of `inputs`; may be async. */
  @property({ attribute: false }) fn: ((...values: Any[]) => Rendered | Promise<Rendered>) | null = null;
  /** Elements whose values `fn` is given. */
  @property({ attribute: false }) inputs: Port | readonly Port[] = [];
  /** What starts a pass: pairs of an element and its event. Default: the app's `load`, and `change` of each input. */
  @property({ attribute: false }) triggers: readonly Trigger[] | null = null;
  /** How the pass stands. */
  @property({ attribute: false }) override status: Status = IDLE;
  override scale: number | null = 1;
  override minWidth = 320;
  override readonly silent = false;

  #content: Content | null = null;

  constructor(options?: Options<RivRender, Rendering<Inputs>>) {
    super(options);
  }

  get inSight(): boolean {
    return isInSight(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#begin();
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed);
    if (changed.has('status')) {
      this.setAttribute('stage', this.status.stage);
      if (this.status.stage !== 'idle')
        lazy(() => import('../../components/status/status.ts')).catch(console.error);
    }
    if (this.#content && ['fn', 'inputs', 'triggers'].some((name) => changed.has(name))) void this.#begin();
  }

  protected override get usualWidth(): number {
    return 320;
  }

  protected override render(): unknown {
    const { status } = this;
    return html`<slot></slot>${
      status === IDLE
        ? nothing
        : html`<riv-status .status=${status} .for=${'Content'} filled @dismiss=${() => (this.status = IDLE)}></riv-status>`
    }`;
  }

  async #begin(): Promise<void> {
    await parsed();
    try {
      const { Content } = await lazy(() => import('./render-content.ts'));
      (this.#content ??= new Content(this)).begin();
    } catch (error) {
      const { name, message } = error as Error;
      this.status = { stage: 'error', show: 'full', error: { name, message } };
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-render': RivRender;
  }
}
