/** @file `<riv-on>`: binds events of elements to a handler, as `rv.on` does. */

import type { Binding } from '../../bind/binding/binding.ts';
import { on } from '../../bind/binding/on.ts';
import type { BindingOptions } from '../../bind/options.ts';
import type { Trigger } from '../../bind/binding/triggers.ts';
import type { EventTypes, TYPES } from '../../page/element-types.ts';
import { ValueError } from '../../shared/errors.ts';
import { register } from '../../page/registry.ts';
import { checkSoon } from '../../components/hints/check.ts';
import type { Port } from '../../shared/port.ts';
import { closestApp, elementById } from '../../page/around.ts';
import { refreshFollowers } from './followers.ts';
import { lazy } from '../../page/lazy.ts';
import type { Mistakes } from './mistakes.ts';
import { parsed } from '../parsed.ts';
import { ATTRIBUTES, ID_LISTS, isOn, pair, plainOptions, words } from './riv-on-options.ts';
import { runOnLoad } from '../run-on-load.ts';
import { unwatch, watch } from './watch.ts';

/** Milliseconds after the page has loaded, for which elements may still come before one counts as missing. */
const PATIENCE_MS = 300;

/** How a `riv-on` follows another one. */
const FOLLOWS = ['after', 'success', 'failure'] as const;

/** What has a binding: another `riv-on`, or a `riv-interface`. */
interface Bound extends HTMLElement {
  binding?: Binding | null;
}

/**
 * Binds events of elements to a handler, as `rv.on` does. Ids are looked up in the app around it first, then in the
 * page; elements that come later are waited for. Taken out of the page it unbinds.
 *
 * @attr for - Ids of the elements whose events start the handler. With `event="load"` alone: the app around.
 * @attr event - Names of their events; they pair up with the ids, one serves all.
 * @attr fn - The handler: `"./module.js#name"`, or `"#name"` of an inline script.
 * @attr js - A function of the page that runs before the handler, named in the same ways.
 * @attr inputs - Ids of the elements whose values are the handler's arguments.
 * @attr outputs - Ids of the elements that take its results.
 * @attr stream-every - Seconds, least time between two chunks of a stream.
 * @attr time-limit - Seconds that a stream may run; `none` for no limit.
 * @attr trigger-mode - `once`, `multiple` or `alwaysLast`.
 * @attr concurrency-limit - How many runs at once; `none` for any number.
 * @attr concurrency-id - Bindings of the same id share one limit and queue.
 * @attr show-progress - `full`, `minimal` or `hidden`.
 * @attr show-progress-on - Ids of the elements that show the runs in place of the outputs.
 * @attr scroll-to-output - Scrolls to the topmost output when a run begins and that output is out of sight.
 * @attr run-on-load - One run as soon as the app around is ready and in view, whatever else starts it.
 * @attr cancels - Ids of `riv-on` elements that are stopped when this one fires.
 * @attr thread - `main` runs the handler in the page.
 * @attr api-name - The name for `predict` and `submit`.
 * @attr after - Id of the `riv-on` that this one follows, whatever its outcome.
 * @attr success - Id of the `riv-on` that this one follows when it succeeded.
 * @attr failure - Id of the `riv-on` that this one follows when it failed.
 */
export class RivOn extends HTMLElement {
  declare readonly [TYPES]: EventTypes;
  static readonly observedAttributes = ATTRIBUTES;

  /** What it has bound; `null` while elements are missing. */
  binding: Binding | null = null;

  #known: unknown[] = [];
  #reported: { mistakes: string } | null = null;
  #ran = false;
  #asked = false;
  #patience = 0;
  #missing: Mistakes['missing'] = [];

  connectedCallback(): void {
    this.hidden = true;
    watch(this);
    checkSoon(this);
    void parsed().then(() => this.refresh());
  }

  disconnectedCallback(): void {
    // A move within one task is no removal.
    setTimeout(() => {
      if (this.isConnected) return;
      unwatch(this);
      this.#stopWaiting();
      this.#unbind();
    });
  }

  attributeChangedCallback(name: string): void {
    if (name !== 'stream-every' && name !== 'time-limit') this.#known = [];
    if (this.#asked || !this.isConnected) return;
    this.#asked = true;
    void parsed().then(() => {
      this.#asked = false;
      this.refresh();
    });
  }

  /** Looks its elements up again, and binds anew when they are others. Never throws. */
  refresh(): void {
    if (!this.isConnected) return;
    try {
      const missing: Mistakes['missing'] = [];
      const found = new Map(
        ID_LISTS.map((name) => [name, name === 'cancels' ? [] : this.#find(name, missing)]),
      );
      if (missing.length > 0) {
        this.#unbind();
        return this.#wait(missing);
      }
      this.#bind(found as Map<string, Bound[]>);
      this.#find('cancels', missing);
      if (missing.length > 0) return this.#wait(missing);
      this.#stopWaiting();
      this.#reported = null; // what was missing has come
    } catch (error) {
      this.#stopWaiting();
      this.#unbind();
      this.#report({ missing: [], error: (error as Error).message });
    }
  }

  #bind(found: Map<string, Bound[]>): void {
    const plain = plainOptions(this);
    const [follows, second] = FOLLOWS.filter((name) => this.hasAttribute(name));
    if (second)
      throw new ValueError(
        `<riv-on> got ${follows}="${words(this, follows!)}" and ${second}="${words(this, second)}", expected one of them`,
        { target: second },
      );
    const first = follows ? found.get(follows)?.[0]?.binding : undefined;
    const known = [first, ...ID_LISTS.flatMap((name) => [name, ...(found.get(name) ?? [])])];
    if (
      this.binding &&
      known.length === this.#known.length &&
      known.every((each, at) => each === this.#known[at])
    ) {
      // A stream that is on goes on, at the new pace.
      Object.assign(this.binding.options, { streamEvery: plain.streamEvery, timeLimit: plain.timeLimit });
      return;
    }
    this.#unbind();
    const find = (name: string) => this.#find(name, []);
    const options: BindingOptions = {
      ...plain,
      inputs: found.get('inputs') as unknown as Port[],
      outputs: found.get('outputs') as unknown as Port[],
      ...(this.hasAttribute('show-progress-on') && {
        showProgressOn: found.get('show-progress-on') as unknown as Port[],
      }),
      // Looked up when it fires: two bindings may cancel each other.
      get cancels() {
        return find('cancels').flatMap(({ binding }) => binding ?? []);
      },
    };
    if (!this.hasAttribute('cancels')) delete options.cancels;
    this.binding = first && follows ? first[follows](options) : this.#on(found, options);
    this.#known = known;
    refreshFollowers(this);
    this.#runOnLoad();
  }

  /** One run for all bindings that follow each other; what is bound to the load anyhow needs none. */
  #runOnLoad(): void {
    const app = closestApp(this);
    const loads = this.binding?.triggers.some(([, event]) => event === 'load');
    if (this.#ran || !app || loads || !isOn(this, 'run-on-load')) return;
    this.#ran = true;
    // A binding that is made anew just then asks again.
    void runOnLoad(app, () => this.binding).then((ran) => (this.#ran = ran));
  }

  /** True when this one waits for, or hangs on, the `riv-on` of this id. */
  follows(id: string): boolean {
    return id !== '' && FOLLOWS.some((name) => words(this, name).includes(id));
  }

  #on(found: Map<string, Bound[]>, options: BindingOptions): Binding {
    const events = words(this, 'event');
    const targets: EventTarget[] = [...(found.get('for') ?? [])];
    const app = closestApp(this);
    if (targets.length === 0 && events.length === 0 && this.hasAttribute('inputs')) {
      const changes = (options.inputs as Port[]).map((input): Trigger => [input, 'change']);
      return on(app ? [[app, 'load'], ...changes] : changes, options);
    }
    if (targets.length === 0 && app && events.every((event) => event === 'load')) targets.push(app);
    if (targets.length === 0 || events.length === 0)
      throw new ValueError('<riv-on> needs for="…" and event="…", or after="…", success="…", failure="…"', {
        target: 'for',
      });
    return on(pair(targets, events), options);
  }

  /** The elements that an attribute names; what is not there, or not ready, goes to `missing`. */
  #find(name: string, missing: Mistakes['missing']): Bound[] {
    const follows = (FOLLOWS as readonly string[]).includes(name);
    return words(this, name).flatMap((id) => {
      const element = elementById(this, id) as Bound | null;
      if (element && this.#isReady(element, follows)) return [element];
      missing.push({ name, id });
      return [];
    });
  }

  /** False for an element that is there, and cannot be bound yet. */
  #isReady({ localName, binding }: Bound, follows: boolean): boolean {
    if (follows) return !!binding;
    if (!localName.includes('-') || customElements.get(localName)) return true;
    void customElements.whenDefined(localName).then(() => this.refresh());
    return false;
  }

  #unbind(): void {
    this.binding?.remove();
    this.binding = null;
    this.#known = [];
  }

  /** Elements may come later; once the page has loaded, one that is missing is told of. */
  #wait(missing: Mistakes['missing']): void {
    this.#missing = missing;
    if (this.#patience) return;
    if (document.readyState !== 'complete')
      window.addEventListener('load', () => this.refresh(), { once: true });
    else this.#patience = window.setTimeout(() => this.#report({ missing: this.#missing }), PATIENCE_MS);
  }

  #stopWaiting(): void {
    clearTimeout(this.#patience);
    this.#patience = 0;
  }

  /** Hints at mistakes to whoever makes the page; readers can do nothing about it. */
  #report(mistakes: Mistakes): void {
    const text = JSON.stringify(mistakes);
    if (!this.isConnected || this.#reported?.mistakes === text) return;
    const reported = (this.#reported = { mistakes: text });
    const holds = () => this.#reported === reported;
    lazy(() => import('./mistakes.ts')).then(
      ({ hintMistakes }) => holds() && hintMistakes(this, mistakes, holds),
      console.error,
    );
  }
}

register('riv-on', { unseen: true });
if (!customElements.get('riv-on')) customElements.define('riv-on', RivOn);

declare global {
  interface HTMLElementTagNameMap {
    'riv-on': RivOn;
  }
}
