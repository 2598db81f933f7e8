/** @file The base of Interface and Blocks: title, theme, `ready`, `load`, toasts, driving from script. */

import { property } from 'lit/decorators.js';
import type { Binding } from '../bind/binding/binding.ts';
import { bindingsIn } from '../bind/binding/bindings-in.ts';
import { configure } from '../bridge/configure.ts';
import { hint } from '../components/hints/hint.ts';
import type { Converter } from '../components/base/attributes.ts';
import { HostElement } from '../components/base/host-element.ts';
import { bytesOf } from '../components/parts/numbers.ts';
import type { Any } from '../page/element-types.ts';
import { ValueError, describe } from '../shared/errors.ts';
import { unlessAborted } from '../shared/abort.ts';
import { handlersOf } from '../page/code/handler-blocks.ts';
import { lazy } from '../page/lazy.ts';
import type { CallTypes } from './driving/call-types.ts';
import type { RunMessage } from './driving/driving.ts';
import { parsed } from './parsed.ts';
import { rehearse } from './hints/rehearse.ts';
import { Scheme } from './scheme.ts';
import { noteServers } from './server-notes/notes.ts';
import { type ToastRegion, installToasts } from './toast-region.ts';
import { warmNear } from './warm.ts';

/** Milliseconds after which an app that is in no page has been forgotten. */
const UNMOUNTED_MS = 1000;

const A_SIZE = 'a number of bytes, or a text such as "5mb"';
const sizeConverter: Converter<number | string | null> = {
  nullable: true,
  fromAttribute: (text) => text || null,
  expects: (value) => (Number.isNaN(bytesOf(value)) ? A_SIZE : undefined),
};

/**
 * What both apps share: title, theme, place in the page, `ready`, `load`, toasts, and driving from script.
 * A subclass sets up what it binds in `setUp` and takes it down in `tearDown`.
 */
export abstract class AppElement<Calls extends CallTypes = Any> extends HostElement {
  /** Names of the events that a binding may listen to. */
  static events: readonly string[] = ['load', 'unload'];

  /**
   * Title of the page, in the browser's tab, where the page has none. An Interface shows it as its heading, too; in
   * Blocks a Markdown is a heading. Never a tooltip.
   */
  @property() override title = '';
  /**
   * Looks of the app: `light` or `dark`, those that suit the page around when empty; and a named theme, such as `ocean`,
   * alone or with one of them: `ocean dark`.
   */
  @property({ reflect: true })
  theme: 'light' | 'dark' | 'soft' | 'mono' | 'glass' | 'ocean' | 'citrus' | '' | (string & {}) = '';
  /**
   * False keeps what an exception says from the reader: outputs show that there was an error, the console has the rest.
   * What a handler throws as `ctx.Error` shows all the same. Holds for the apps inside, too.
   */
  @property({ type: Boolean }) showError = true;
  /** The one origin that may drive this app from the page around its frame, such as `https://host`. */
  @property() exposeTo = '';

  /** The most that a file of the user may have: a number of bytes, or a text such as `5mb`. `null` for no limit. */
  @property({ converter: sizeConverter }) maxFileSize: number | string | null = null;

  /**
   * True tells mistakes of its maker in the page, wherever it comes from; false in the console alone. When absent they are
   * told in the page on `localhost` and in files. That of one app counts for the whole page, as `rv.configure({ debug })`
   * does.
   */
  @property({ type: Boolean }) debug: boolean | undefined = undefined;

  /** What runs the app's own handler; `null` until the app is ready, and where it has none. */
  binding: Binding | null = null;
  /** Resolves when the app is set up for the first time. */
  readonly ready: Promise<void>;

  protected readonly scheme = new Scheme(this);
  #isReady!: () => void;
  #stage: 'new' | 'waiting' | 'up' | 'down' = 'new';
  #loaded = false;
  /** Resolves when the app is set up after it has come into a page, or has left that before. */
  #begun: Promise<void> | undefined;
  /** Calls that are on while the app is in no page. */
  #calls = 0;
  /** What is to be done about an app that is in no page. */
  #astray = 'call mount(), or put it into an element';
  /** True once a script has run a handler of it: such an app need not be mounted. */
  #driven = false;
  #toasts: ToastRegion | undefined;
  #closeDoor: (() => void) | undefined;

  /** Options are applied by the `element` decorator, after every field has its default. */
  constructor(options?: object, ...children: unknown[]) {
    super(options, ...children);
    this.ready = new Promise((resolve) => {
      this.#isReady = resolve;
    });
    for (const name of ['pointerover', 'focusin'])
      this.addEventListener(name, (event) => {
        if (warmNear(this, event, this.binding)) noteServers(this); // a script may have bound one meanwhile
      });
  }

  /** Tells, a moment later, when nobody has put the app into a page. Called when it is made, and nothing was refused. */
  protected expectPage(): void {
    setTimeout(() => {
      if (this.#stage === 'new' && !this.#driven && !this.parentNode && document.readyState !== 'loading')
        hint(`<${this.localName}> was made and is in no page: ${this.#astray}`, this, {
          holds: () => !this.isConnected,
        });
    }, UNMOUNTED_MS);
  }

  /** True once the app is set up: content that stands in for it goes then. */
  get isReady(): boolean {
    return this.#loaded;
  }

  /** True while something of it runs: a handler, a stream, what waits in a queue. */
  get running(): boolean {
    return [...bindingsIn(this)].some(({ running }) => running);
  }

  /**
   * Puts the app into the page; while that is being parsed, as soon as it is.
   *
   * @param target - A selector or an element; the body by default.
   * @throws {ValueError} when there is no such element.
   */
  mount(target: string | Element = 'body'): this {
    const place = typeof target === 'string' ? document.querySelector(target) : target;
    if (!place && document.readyState === 'loading') {
      void parsed().then(() => this.mount(target));
      return this;
    }
    if (!(place instanceof Element)) {
      const what =
        typeof target === 'string' ? `no element matches ${describe(target)}` : `got ${describe(target)}`;
      this.#astray = `mount(): ${what}; expected a selector of an element in the page, or an element`;
      throw new ValueError(this.#astray, { target: 'mount' });
    }
    place.append(this);
    return this;
  }

  /**
   * Runs a handler with these inputs in place of the elements' values. The app need not be mounted.
   *
   * @param apiName - Name of a handler in this app.
   * @param options - `signal` stops the run, or the wait for it.
   * @returns the values of its outputs, in order; of a generator the last ones.
   * @throws {ValueError} naming the handlers there are. Whatever the handler throws. An `AbortError` when the run is
   *   stopped, the reason of `signal` when that has stopped it.
   */
  async predict<Name extends string & keyof Calls>(
    apiName: Name,
    inputs?: Calls[Name]['inputs'],
    options: { signal?: AbortSignal } = {},
  ): Promise<Calls[Name]['outputs']> {
    let last: unknown = [];
    for await (const message of this.submit(apiName, inputs, options))
      if (message.type === 'data') last = message.data;
    return last as Calls[Name]['outputs'];
  }

  /**
   * Runs a handler like `predict`, and tells all that happens, as it happens. Leaving the loop stops the run.
   *
   * @param options - `signal` stops the run, or the wait for it: the loop throws its reason.
   * @throws {ValueError} naming the handlers there are, when the loop begins.
   */
  async *submit<Name extends string & keyof Calls>(
    apiName: Name,
    inputs?: Calls[Name]['inputs'],
    { signal = new AbortController().signal }: { signal?: AbortSignal } = {},
  ): AsyncGenerator<RunMessage<Calls[Name]['outputs']>> {
    if (typeof (signal as Partial<AbortSignal> | null)?.addEventListener !== 'function')
      throw new ValueError(`The option "signal" got ${describe(signal)}, expected an AbortSignal`, {
        target: 'signal',
      });
    const leave = await unlessAborted(this.#enter(), signal, (leave) => leave());
    try {
      const { submitIn } = await lazy(() => import('./driving/driving.ts'));
      const [name, values] = this.callOf(apiName, (inputs ?? []) as readonly unknown[]);
      yield* submitIn<Calls[Name]['outputs']>(this, name, values, { signal });
    } finally {
      leave();
    }
  }

  /** What a script means by a call: the name of a handler, and one value for each of its inputs. */
  protected callOf(apiName: string, inputs: readonly unknown[]): [string, readonly unknown[]] {
    return [apiName, inputs];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    handlersOf(this); // some tools make scripts anew, without their type
    if (this.#stage === 'new' || this.#stage === 'down') this.#begun = this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move within one task is no removal.
    setTimeout(() => {
      if (this.isConnected || this.#stage !== 'up') return;
      this.#stage = 'down';
      window.removeEventListener('pagehide', this.#unload);
      this.#toasts?.dismiss();
      this.#closeDoor?.();
      this.#closeDoor = undefined;
      this.tearDown();
    });
  }

  /** Binds what the app binds. Called whenever the app has come into a page. */
  protected setUp(): void {}

  /** Unbinds it again. Called when the app has left the page for good, or for now. */
  protected tearDown(): void {}

  /** Waits until the app, and those in it, are set up. What is in no page is set up for the time of its calls. */
  async #enter(): Promise<() => void> {
    this.#driven = true;
    await parsed(); // until then it may be mounted, and more may come into it
    const inner = [...this.querySelectorAll<AppElement>('riv-interface, riv-chat-interface')];
    const leave = await Promise.all(inner.map((app) => app.#enter()));
    await this.#begun;
    if (!this.isConnected) {
      if (this.#begun) await new Promise((resolve) => setTimeout(resolve)); // what was in the page is stopped first
      if (this.#calls++ === 0) this.setUp();
      leave.push(() => {
        this.#calls--;
        if (this.#calls === 0 && !this.isConnected) this.tearDown();
      });
    }
    return () => {
      for (const each of leave) each();
    };
  }

  async #begin(): Promise<void> {
    this.#stage = 'waiting';
    await parsed();
    if (!this.isConnected) {
      this.#stage = 'down';
      return;
    }
    this.#stage = 'up';
    this.#toasts ??= installToasts(this);
    this.#open();
    this.#name('');
    await this.updateComplete;
    if (this.#stage !== 'up') return; // taken out meanwhile
    window.addEventListener('pagehide', this.#unload);
    this.setUp();
    for (const on of this.querySelectorAll('riv-on')) (on as Partial<{ refresh(): void }>).refresh?.();
    await this.updateComplete;
    if (this.#loaded) return;
    this.#loaded = true;
    this.requestUpdate();
    this.#isReady();
    this.dispatchEvent(new Event('load'));
    const bindings = [...bindingsIn(this)];
    for (const binding of bindings) binding.load(this);
    rehearse(bindings);
    noteServers(this);
  }

  #unload = (): void => void this.dispatchEvent(new Event('unload'));

  #open(): void {
    this.#closeDoor?.();
    this.#closeDoor = undefined;
    if (this.exposeTo) this.#expose(this.exposeTo).catch(console.error);
  }

  /** Only an app that is exposed needs what listens to the page around. @throws {ValueError} when it is no origin. */
  async #expose(origin: string): Promise<void> {
    const { expose } = await lazy(() => import('./driving/exposure.ts'));
    if (this.#stage === 'up' && this.exposeTo === origin) this.#closeDoor ??= expose(this, origin);
  }

  /** Gives the page its title, where that is none or the app's former one. */
  #name(former: unknown): void {
    if (this.title && (!document.title || document.title === former)) document.title = this.title;
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (this.debug !== undefined && changed.has('debug')) configure({ debug: this.debug });
    if (changed.has('title') && this.#stage === 'up') this.#name(changed.get('title'));
    if (changed.has('exposeTo') && this.#stage === 'up') this.#open();
  }
}
