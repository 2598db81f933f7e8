/** @file `<riv-interface>`: an app made of one handler. */

import { type PropertyValues, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { notify } from '../../bind/notify.ts';
import type { HandlerOption } from '../../bind/options.ts';
import { element } from '../../components/base/element.ts';
import { checkSoon } from '../../components/hints/check.ts';
import { hint } from '../../components/hints/hint.ts';
import type { Any, EventTypes, TYPES } from '../../page/element-types.ts';
import { ValueError } from '../../shared/errors.ts';
import { handlersOf } from '../../page/code/handler-blocks.ts';
import { lazy } from '../../page/lazy.ts';
import { ChildWatch } from '../child-watch.ts';
import { refreshFollowers } from '../riv-on/followers.ts';
import type { DeepLink } from './deep-link.ts';
import type { ExampleRuns } from './example-runs.ts';
import { LOAD, SUBMIT, bindLive, bindSubmit, feedsItself, runOptions } from './interface-binding.ts';
import type { InterfaceCall, InterfaceEvents } from './interface-types.ts';
import { type Components, type InterfaceOptions, InterfaceProperties } from './interface-properties.ts';
import { interfaceStyles } from './interface.styles.ts';
import { interfaceView } from './interface-view.ts';
import { labelParts } from './labels.ts';
import { type InterfaceParts, Placement, checkParts, hasStranger, listOf } from './placement.ts';
import { RunButtons } from './run-buttons.ts';
import type { Component } from '../shortcuts.ts';

/**
 * An app made of one handler: its inputs, its outputs, and the buttons that run it.
 *
 * @event load - Once, when the app is set up.
 * @event submit - Submit or Generate was pressed.
 * @event clear - Clear was pressed; inputs and outputs are empty.
 * @slot - Stands in for the app until it is ready.
 * @slot input - Inputs, in the order of the handler's arguments.
 * @slot output - Outputs, in the order of its results.
 * @slot both - Elements that are input and output at once.
 * @slot additional - Inputs in a box that is closed at first.
 * @slot description - In place of the `description` text.
 * @slot article - In place of the `article` text.
 * @csspart app - All of it.
 * @csspart heading - The title.
 * @csspart description - The text under the title.
 * @csspart columns - The two columns.
 * @csspart column - One of them.
 * @csspart buttons - A row of buttons.
 * @csspart button - One button.
 * @csspart additional - The box of additional inputs.
 * @csspart article - The text at the end.
 */
@element('riv-interface')
export class RivInterface<
  const Inputs extends Components = undefined,
  const Outputs extends Components = undefined,
  const More extends Components = undefined,
  Children extends readonly Node[] = readonly Node[],
> extends InterfaceProperties<Record<string, InterfaceCall<Inputs, Outputs, More, Children>>> {
  declare readonly [TYPES]: EventTypes<InterfaceEvents>;
  static override styles = interfaceStyles;
  static override events = [LOAD, 'unload', SUBMIT, 'clear'];

  #placement = new Placement(this);
  #parts: InterfaceParts = { inputs: [], outputs: [], additional: [], kind: 'standard' };
  #buttons = new RunButtons(this);
  #watch = new ChildWatch(this, () => this.requestUpdate());
  #bound: unknown[] = [];
  #up = false;
  #problem: { message: string } | null = null;
  #flags: Promise<unknown> | undefined;
  #runs: ExampleRuns | undefined;
  #link: DeepLink | undefined;
  #furnished = false;

  /** @throws {ValueError} for an `fn` that is no handler, an unknown shortcut, without any component, and when States make no pair. */
  constructor(options?: InterfaceOptions<Inputs, Outputs, More, Children>, ...children: Children) {
    super(options, ...children);
    const problem = this.misfit('fn', options?.fn);
    if (problem) throw problem;
    if (options)
      checkParts(listOf(options.inputs), listOf(options.outputs), listOf(options.additionalInputs), children);
    this.expectPage();
  }

  /** The components whose values are the handler's arguments, additional ones left out. */
  @property({ attribute: false })
  get inputs(): Component[] {
    return this.#parts.inputs.filter((input) => !this.#parts.additional.includes(input));
  }
  set inputs(components: Components) {
    this.#placement.place('input', components);
  }

  /** The components that take the results. */
  @property({ attribute: false })
  get outputs(): Component[] {
    return this.#parts.outputs;
  }
  set outputs(components: Components) {
    this.#placement.place('output', components);
  }

  /** Further inputs, in a box that is closed at first. */
  @property({ attribute: false })
  get additionalInputs(): Component[] {
    return this.#parts.additional;
  }
  set additionalInputs(components: Components) {
    this.#placement.place('additional', components);
  }

  /** Runs the handler as Submit does. */
  run(): void {
    this.dispatchEvent(new CustomEvent(SUBMIT));
  }

  /** Empties inputs and outputs as Clear does. */
  clear(): void {
    this.#together(() => {
      for (const component of new Set([...this.#parts.inputs, ...this.#parts.outputs])) {
        component.clear?.();
        if (component.status?.stage === 'error') component.status = { stage: 'idle', show: 'full' };
      }
    });
    this.dispatchEvent(new CustomEvent('clear'));
  }

  /** An example was picked: what follows is loaded where something shall. @internal */
  onExample({ index, value }: { index: number; value: unknown[] }): void {
    if (this.live || !(this.runOnClick || this.cacheExamples)) return;
    void this.#exampleRuns()
      .then((runs) => runs.pick(index, value))
      .catch(this.#fail);
  }

  /** The button that copies a link. @internal */
  get linkButton(): unknown {
    return this.#link?.render() ?? nothing;
  }

  async #exampleRuns(): Promise<ExampleRuns> {
    const { ExampleRuns } = await lazy(() => import('./example-runs.ts'));
    this.#runs ??= new ExampleRuns(this);
    return this.#runs;
  }

  /** What asks for more than inputs and outputs: kept examples, the first of them, a link. */
  async #furnish(): Promise<void> {
    if (this.examples?.length && (this.cacheExamples === true || this.preloadExample !== null))
      await (await this.#exampleRuns()).begin(this.renderRoot.querySelector('riv-examples'));
    if (!this.deepLink) return;
    const { DeepLink } = await lazy(() => import('./deep-link.ts'));
    this.#link ??= new DeepLink(this);
    this.#link.follow();
    this.requestUpdate();
  }

  /** Many changes at once make one run of a live Interface. */
  #together(work: () => void): void {
    const { binding, live } = this;
    const { inputs, outputs } = this.#parts;
    if (!binding) return work();
    binding.together(() => {
      work();
      if (live && inputs.some((input) => feedsItself(input, outputs)))
        binding.trigger({ target: this.id || this.localName, name: 'change', data: null });
    });
  }

  protected override setUp(): void {
    this.#up = true;
    this.#watch.start();
    this.#bind();
    if (this.#parts.inputs.length + this.#parts.outputs.length === 0)
      hint(
        '<riv-interface> has neither inputs nor outputs: give its children slot="input" or slot="output"',
        this,
      );
    this.requestUpdate();
    if (this.#furnished) return;
    this.#furnished = true;
    void this.updateComplete.then(() => this.#furnish()).catch(this.#fail);
  }

  protected override tearDown(): void {
    this.#up = false;
    this.#watch.stop();
    this.#unbind();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.flagging !== 'never') this.#loadFlags();
    if (this.#up) this.#bind();
    else this.#read();
  }

  /** Only an app that flags needs what keeps flags; its tag upgrades by itself. */
  #loadFlags(): void {
    this.#flags ??= lazy(() => import('../flags/flags.ts')).catch((error: unknown) => {
      this.#flags = undefined;
      this.#fail(error);
    });
  }

  /** Says that a part of the app cannot be had. */
  #fail = (error: unknown): void => {
    console.error(error);
    notify(this, { level: 'error', message: (error as Error).message });
  };

  /** No run may end before its flag can be kept, and what is drawn later moves nothing: the app is ready after it. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    await this.renderRoot?.querySelector('riv-examples')?.updateComplete;
    await this.#flags;
    return done;
  }

  #read(): void {
    try {
      this.#parts = this.#placement.parts();
    } catch (error) {
      this.#complain(error);
    }
  }

  #bind(): void {
    this.#read();
    if (hasStranger(this)) {
      this.#unbind();
      return checkSoon(); // it is told of
    }
    const { inputs, outputs } = this.#parts;
    const options = runOptions(this, this.#handler());
    const { streamEvery, timeLimit, ...fixed } = options;
    const wanted = [this.live, ...Object.values(fixed), ...inputs, null, ...outputs];
    if (wanted.length === this.#bound.length && wanted.every((each, index) => each === this.#bound[index])) {
      // A stream that is on goes on, at the new pace.
      if (this.binding) Object.assign(this.binding.options, { streamEvery, timeLimit });
      return;
    }
    this.#unbind();
    this.#bound = wanted;
    if (inputs.length + outputs.length === 0) return;
    labelParts(this, options.fn, inputs, outputs);
    try {
      if (options.fn === null)
        throw new ValueError('This Interface has no handler: give it fn, or a <script type="handler">', {
          target: 'fn',
        });
      this.binding = this.live
        ? bindLive(this, this.#parts, options)
        : bindSubmit(this, this.#parts, options);
      this.#problem = null; // what was missing has come
    } catch (error) {
      this.#complain(error);
    }
    this.#buttons.follow(this.binding?.streams ? null : this.binding);
    refreshFollowers(this);
  }

  #unbind(): void {
    this.#bound = [];
    this.#buttons.follow(null);
    this.binding?.remove();
    this.binding = null;
  }

  #handler(): HandlerOption {
    return this.fn || (handlersOf(this).length > 0 ? '#default' : null);
  }

  /** Tells whoever makes the page; readers can do nothing about it. */
  #complain(error: unknown): void {
    const { message } = error as Error;
    if (this.#problem?.message === message) return;
    const problem = (this.#problem = { message });
    hint(message, this, { level: 'error', holds: () => this.#problem === problem });
  }

  protected override render(): unknown {
    return interfaceView(this, this.#parts, this.#buttons, (work) => this.#together(work));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-interface': RivInterface<Any, Any, Any, Any>;
  }
}
