/** @file `RivElement`, the base of all components: label, value, events, status. */

import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ValueError, cut } from '../../shared/errors.ts';
import type { Any } from '../../page/element-types.ts';
import { lazy } from '../../page/lazy.ts';
import type { Input } from '../../shared/protocol.ts';
import type { Port, Status } from '../../shared/port.ts';
import { booleanConverter, buttonsConverter, functionConverter } from './attributes.ts';
import { nextFrame } from '../parts/next-frame.ts';
import { baseStyles } from '../styles/base.styles.ts';
import { strictly } from './setting.ts';
import { errorIcon } from '../parts/icons.ts';
import { isInSight } from '../parts/sight.ts';
import { applySize } from './size.ts';
import { ValueElement } from './value.ts';
import { sayKind } from '../../words/say.ts';
import { StaleMark } from './stale-mark.ts';

export type { Computation, Options, Properties } from './options.ts';

/** What says whether a value will do: true or nothing, or what is wrong. */
type Verdict = string | boolean | null | undefined;

/** As a method, so that a component of numbers is one of anything, too. */
type Validator<T> = { check(value: T): Verdict | Promise<Verdict> }['check'];

const IDLE: Status = { stage: 'idle', show: 'full' };

/**
 * What all components share: label, value, events, status, and the rules of the contract about attributes
 * and options. A subclass declares `value`, renders its control in `renderControl`, and calls `commit` for
 * the user's edits.
 *
 * @csspart label - The label.
 * @csspart own - The row of the page's own buttons.
 * @csspart info - The line of help under the control.
 * @csspart message - Draws what is wrong with the value.
 * @csspart stale - The words that say that the value is that of an earlier run.
 * @cssstate stale - The value is that of an earlier run: one that came later failed, or its inputs have changed since.
 */
export abstract class RivElement<T = unknown> extends ValueElement<T> implements Port {
  static override styles = baseStyles;
  /** Names of the events that a binding may listen to. */
  static events: readonly string[] = ['change'];
  /** What the component is called when it has no label. */
  static kind = 'Component';

  /** Names the control for people and for screen readers. */
  @property() label = '';
  /** A short line of help under the control. */
  @property() info = '';
  /** False hides the label from sight; screen readers still have it. */
  @property({ type: Boolean }) showLabel = true;
  /** False leaves out border, padding and label. */
  @property({
    type: Boolean,
    reflect: true,
    converter: { ...booleanConverter, toAttribute: (v) => (v ? null : 'false') },
  })
  container = true;
  /** True: the user may edit. Unset: decided by the bindings, true for inputs and for empty elements nobody writes to. */
  @property({ type: Boolean }) interactive: boolean | undefined = undefined;
  /** False takes the element out of sight and layout; its value can still be read and set. */
  @property({ converter: { fromAttribute: (text) => (text === 'hidden' ? text : text !== 'false') } })
  visible: boolean | 'hidden' = true;
  /** Share of a Row's free width; 0 is the natural width. */
  @property({ type: Number }) scale: number | null = null;
  /** Pixels below which a Row wraps this element. */
  @property({ type: Number }) minWidth = 160;
  /** Called with the value before each run that reads it: gives true, or what is wrong, and then nothing runs. */
  @property({ attribute: false, converter: functionConverter }) validate: Validator<T> | null = null;
  /** Elements of the page's own beside the component, such as Buttons; and names of those that it has itself. */
  @property({ converter: buttonsConverter }) buttons: readonly (string | Node)[] = [];
  /** What the runs that write to this element are doing. Set by bindings. */
  @property({ attribute: false }) status: Status = IDLE;
  /** True while the value is that of an earlier run and answers no more. Set by bindings; styled by `:state(stale)`. */
  @property({ attribute: false }) stale = false;

  #roles = { input: false, output: false };
  #lazy = false;
  #ran = false;
  readonly #stale = new StaleMark(this, () => this.outdated);

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    // Events of inner native controls end here: only this element's own events reach the page.
    for (const name of ['input', 'change', 'select', 'submit', 'toggle'])
      root.addEventListener(name, (event) => event.stopPropagation());
    return root;
  }

  /** True when the user may edit the value now: an element that is only written to is not. A Chatbot says what of it. */
  get editable(): Any {
    return this.interactive ?? (this.#roles.input || !this.#roles.output);
  }

  /** The accessible name: the label, or what kind of component this is. */
  protected override get accessibleName(): string {
    return this.label || sayKind((this.constructor as typeof RivElement).kind);
  }

  get inSight(): boolean {
    return isInSight(this);
  }

  use(role: 'input' | 'output'): void {
    if (this.#roles[role]) return;
    this.#roles[role] = true;
    this.requestUpdate();
  }

  toHandler(): Input | Promise<Input> {
    return this.asInput(this.value);
  }

  watch(changed: () => void): () => void {
    const controller = { hostUpdate: changed };
    this.addController(controller);
    this.addEventListener('change', changed); // earlier, for what a handler gave
    return () => {
      this.removeController(controller);
      this.removeEventListener('change', changed);
    };
  }

  inputOf(given: unknown): Input | Promise<Input> {
    return this.asInput(this.accept(given));
  }

  fromHandler(given: unknown): void {
    const value = this.accept(given);
    const changed = this.differs(this.value, value);
    this.#lazy = true;
    this.put(value);
    this.stale = false;
    if (changed) this.emit('change', { value });
  }

  /** Changes properties, as `ctx.update` asks. Lit's own step has this name too: it is told apart by its Map. */
  override update(props: Record<string, unknown> | Map<PropertyKey, unknown>): void {
    if (props instanceof Map) {
      if (props.has('value') && !props.has('stale')) this.stale = false; // another one, of the user or a script
      return super.update(props);
    }
    const { visible, value, ...others } = props;
    const known = (this.constructor as typeof RivElement).elementProperties;
    for (const [name, next] of Object.entries(others)) {
      if (known.get(name)?.state ?? !known.has(name))
        throw new ValueError(`${this.accessibleName} has no property "${name}" to update`, {
          target: this.localName,
        });
      const problem = this.misfit(name, next);
      if (problem) throw problem;
      strictly(() => {
        (this as Record<string, unknown>)[name] = next;
      });
    }
    if (value !== undefined) this.fromHandler(value);
    if (visible !== undefined) this.visible = visible as boolean;
  }

  /** Empties the element as the Clear button does: fires `change` when there was something. */
  clear(): void {
    this.fromHandler(this.emptyValue);
  }

  /** Takes the user's edit: fires `input`, then `change`. */
  protected commit(value: T): void {
    this.put(value);
    this.emit('input', { value });
    this.emit('change', { value });
  }

  /** Makes what a handler is given for a value of this kind. @throws {ValueError} when it does not fit */
  protected asInput(value: T): Input | Promise<Input> {
    return { kind: 'value', value };
  }

  /** True when what is shown is that of an earlier run. */
  protected get outdated(): boolean {
    return this.stale && this.filled;
  }

  // A handler may give a thousand values in a second: they are painted once a frame, the user's edits at once.
  protected override async scheduleUpdate(): Promise<void> {
    if (this.#lazy && this.hasUpdated && !document.hidden) await nextFrame();
    this.#lazy = false;
    await super.scheduleUpdate();
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('visible')) this.hidden = this.visible !== true;
    applySize(this, changed, 160);
    if (!changed.has('status')) return;
    this.setAttribute('stage', this.status.stage);
    if (this.status.stage !== 'idle') void this.#loadStatus();
  }

  protected override render(): unknown {
    if (this.visible === false) return nothing;
    return html`${this.renderFrame()}${this.renderStatus()}`;
  }

  /** Label above the control, help below it. Media components replace this by a framed surface. */
  protected renderFrame(): TemplateResult {
    return html`<div class="field">
      ${this.renderLabel()} ${this.renderControl()} ${this.renderOwn()}
      ${this.info ? html`<div class="info" part="info" id="info">${this.info}</div>` : nothing}
      ${this.renderMessage()}
    </div>`;
  }

  /** The elements of the page's own among `buttons`. */
  protected renderOwn(): unknown {
    const own = this.buttons.filter((each) => typeof each !== 'string');
    return own.length > 0 ? html`<div class="own" part="own">${own}</div>` : nothing;
  }

  /** Draws what is wrong with the value. */
  protected renderMessage(): unknown {
    if (!this.message) return nothing;
    return html`<div class="message" part="message" id="message" role="alert">${errorIcon}<span>${cut(this.message)}</span></div>`;
  }

  protected renderLabel(): unknown {
    if (!this.label || !this.container) return nothing;
    return html`<label class="label ${this.showLabel ? '' : 'visually-hidden'}" part="label" for="control"
      >${this.label}</label
    >`;
  }

  /** The control itself; its main focusable element has `id="control"`. */
  protected abstract renderControl(): unknown;

  /** The status as it is shown. */
  protected get shownStatus(): Status {
    return this.status;
  }

  /** Once there was a run the status stays in the tree: it also says that the run is done. */
  protected renderStatus(): unknown {
    if (this.status !== IDLE) this.#ran = true;
    const stale = this.#stale.view(this.status);
    if (!this.#ran) return stale;
    return html`${stale}<riv-status
      .status=${this.shownStatus}
      .for=${this.accessibleName}
      .filled=${this.filled}
      @dismiss=${this.#onDismiss}
    ></riv-status>`;
  }

  /** Loads what shows a status, which is not needed before the first run; its tag upgrades by itself. */
  async #loadStatus(): Promise<void> {
    try {
      if (!customElements.get('riv-status')) await lazy(() => import('../status/status.ts'));
    } catch (error) {
      this.message = (error as Error).message;
    }
  }

  #onDismiss(): void {
    this.status = IDLE;
  }
}
