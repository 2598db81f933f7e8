/** @file The elements and bindings of a Render's last pass, and what starts the next. */

import { closestApp } from '../../page/around.ts';
import { type Binding, live } from '../../bind/binding/binding.ts';
import { on } from '../../bind/binding/on.ts';
import { list } from '../../bind/options.ts';
import type { Trigger } from '../../bind/binding/triggers.ts';
import { RivColumn } from '../../layout/column.ts';
import type { LayoutElement } from '../../layout/layout.ts';
import type { Any } from '../../page/element-types.ts';
import { RivRow } from '../../layout/row.ts';
import { ValueError, describe } from '../../shared/errors.ts';
import { reusing } from '../../page/render-reuse.ts';
import { type Port, REMOVED } from '../../shared/port.ts';
import { type Kept, PassReuse, nameOf, place } from './pass-reuse.ts';

/** What the function of a Render gives: elements, text, nothing, or a list of these. */
export type Rendered = Node | string | null | undefined | false | readonly Rendered[];

/** The element of a Render, as far as its content knows it. */
interface RenderHost extends LayoutElement {
  readonly fn: ((...values: Any[]) => Rendered | Promise<Rendered>) | null;
  readonly inputs: Port | readonly Port[];
  readonly triggers: readonly Trigger[] | null;
}

/** What a Render shows: the elements and the bindings of its last pass, their succession, and what starts a pass. */
export class Content {
  readonly #host: RenderHost;
  /** What holds the elements: a Row in a Row, else a Column. */
  readonly #box: HTMLElement;
  #kept = new Map<string, Kept>();
  #bindings: Binding[] = [];
  /** What starts a pass; `null` while the Render is in no page. */
  #binding: Binding | null = null;
  #bound: unknown[] = [];

  constructor(host: RenderHost) {
    this.#host = host;
    this.#box = host.parentElement?.localName === 'riv-row' ? new RivRow() : new RivColumn();
    host.addEventListener(REMOVED, () => this.#end());
  }

  /** Binds what starts a pass, anew when that has changed, and makes the first one if it is time. */
  begin(): void {
    const { fn, inputs, triggers, isConnected } = this.#host;
    const bound = [fn, inputs, triggers];
    if (!isConnected || (this.#binding && bound.every((each, at) => each === this.#bound[at]))) return;
    this.#binding?.remove();
    this.#binding = null;
    if (!fn) return;
    this.#bound = bound;
    const changes = list(inputs).map((input): Trigger => [input, 'change']);
    const js = (...values: unknown[]) =>
      this.#run(() => (fn as (...values: unknown[]) => Rendered)(...values));
    const outputs = this.#host;
    const binding = on(triggers ?? changes, { js, inputs, outputs, triggerMode: 'alwaysLast' });
    this.#binding = binding;
    const app = closestApp(this.#host);
    binding.awaitsLoad = !triggers || triggers.some(([target, event]) => target === app && event === 'load');
    if (!app || app.isReady) binding.load(app ?? this.#host);
    else if (triggers) binding.awaitsLoad = false; // the event comes by itself
  }

  async #run(make: () => Rendered | Promise<Rendered>): Promise<void> {
    const binding = this.#binding;
    const made = await this.#pass(make, () => this.#binding !== null && this.#binding === binding);
    if (made) this.#host.dispatchEvent(new Event('load'));
  }

  /**
   * Makes new content in place of the former one, which stays when that fails.
   *
   * @param wanted - false once nobody waits for this pass any more.
   * @returns true when the new content is in place.
   * @throws what `make` threw, or a {ValueError} when it gave what is no content.
   */
  async #pass(make: () => Rendered | Promise<Rendered>, wanted: () => boolean): Promise<boolean> {
    const shape = shapeOf(this.#box);
    const former = new Set<EventTarget>(this.#box.querySelectorAll('*'));
    const focused = (this.#host.getRootNode() as Document | ShadowRoot).activeElement;
    const reuse = new PassReuse(this.#kept, this.#bindings);
    const before = new Set(live);
    const made = (): Binding[] => [...live].filter((binding) => !before.has(binding));
    let bindings: Binding[] = [];
    try {
      let given: Rendered | Promise<Rendered>;
      try {
        given = reusing(reuse, make);
      } finally {
        bindings = made();
      }
      if (given instanceof Promise) {
        this.#host.status = { stage: 'generating', show: 'full' };
        given = await given;
      }
      const nodes = nodesOf(given);
      if (!wanted()) {
        unbind(new Set(nodes.flatMap(elementsIn)));
        throw new DOMException('The pass is not wanted any more', 'AbortError');
      }
      place(this.#box, nodes);
    } catch (error) {
      for (const binding of bindings) binding.remove();
      // By now the box may hold what a later pass has made.
      if (wanted()) for (const [box, nodes] of shape) place(box, nodes);
      throw error;
    }
    if (this.#box.firstChild && !this.#box.isConnected) this.#host.append(this.#box);
    else if (!this.#box.firstChild) this.#box.remove();
    for (const binding of this.#bindings) if (!reuse.bindings.has(binding)) binding.remove();
    this.#bindings = [...reuse.bindings, ...bindings];
    unbind(former);
    this.#kept = reuse.succession(this.#box);
    await this.#refocus(focused, former);
    return true;
  }

  /** Unbinds everything. The elements stay, for a Render that comes back into the page. */
  #end(): void {
    this.#binding?.remove();
    this.#binding = null;
    for (const binding of this.#bindings.splice(0)) binding.remove();
    unbind(new Set(this.#box.querySelectorAll('*')));
  }

  /** An element that was moved, or has a successor of its key, gets the focus back. */
  async #refocus(focused: Element | null, former: ReadonlySet<EventTarget>): Promise<void> {
    if (!focused || !former.has(focused)) return;
    const heir = focused.isConnected ? focused : this.#kept.get(nameOf(focused) ?? '')?.element;
    // What is in a box can take the focus once the box is drawn.
    for (let at = heir; at && at !== this.#box; at = at.parentElement ?? undefined)
      await (at as Partial<RivRow>).updateComplete;
    const { activeElement } = this.#host.getRootNode() as Document | ShadowRoot;
    if (activeElement === null || activeElement === document.body)
      (heir as HTMLElement | undefined)?.focus?.({ preventScroll: true });
  }
}

/** Removes what is bound to elements that are gone. What an async function has bound is known by these alone. */
function unbind(former: ReadonlySet<EventTarget>): void {
  for (const binding of [...live]) {
    const gone = (element: EventTarget) => former.has(element) && !(element as Node).isConnected;
    if ([...binding.elements].some(gone)) binding.remove();
  }
}

/** A node and all that is in it, as far as they are elements. */
const elementsIn = (node: Node): Element[] =>
  node instanceof Element ? [node, ...node.querySelectorAll('*')] : [];

/** The children of a box and of all that is in it, to be put back. */
function shapeOf(box: Element): [Element, Node[]][] {
  return elementsIn(box).map((element) => [element, [...element.childNodes]]);
}

/** @throws {ValueError} for what is neither an element nor text nor nothing */
function nodesOf(given: Rendered): Node[] {
  if (given === null || given === undefined || given === false || given === '') return [];
  if (Array.isArray(given)) return given.flatMap((each: Rendered) => nodesOf(each));
  if (given instanceof DocumentFragment) return [...given.childNodes];
  if (given instanceof Node) return [given];
  if (typeof given === 'string') return [new Text(given)];
  throw new ValueError(`The function of a Render gave ${describe(given)}, expected elements`, {
    target: 'fn',
  });
}
