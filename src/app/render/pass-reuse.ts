/** @file Hands out again what the former pass of a Render made under the same keys. */

import type { Binding } from '../../bind/binding/binding.ts';
import { type BindingOptions, list } from '../../bind/options.ts';
import type { Trigger } from '../../bind/binding/triggers.ts';
import { assign } from '../../components/base/element.ts';
import { LayoutElement } from '../../layout/layout.ts';
import type { RenderReuse } from '../../page/render-reuse.ts';

type Given = Record<string, unknown>;

/** An element with a key. */
export interface Kept {
  element: HTMLElement;
  /** The options that it was made with last. */
  given: Given;
  /** True once the user or a handler has changed its value. */
  touched: boolean;
}

/** What a key stands for: elements of one kind only, whatever the key. */
const named = (tag: string, key: unknown): string => `${tag} ${JSON.stringify(key)}`;

/** Returns the name of an element under which it is kept; `null` for one without a key. */
export function nameOf(element: Element): string | null {
  const { key } = element as { key?: unknown };
  return key === null || key === undefined ? null : named(element.localName, key);
}

/** Hands out what the former pass made under the same keys, each once. */
export class PassReuse implements RenderReuse {
  /** The bindings that go on. */
  readonly bindings = new Set<Binding>();
  readonly #former: Map<string, Kept>;
  readonly #formerBindings: readonly Binding[];
  readonly #kept = new Map<string, Kept>();
  readonly #given = new Map<string, Given>();

  constructor(former: ReadonlyMap<string, Kept>, bindings: readonly Binding[]) {
    this.#former = new Map(former);
    this.#formerBindings = bindings;
  }

  element(tag: string, [options, ...children]: readonly unknown[]): object | undefined {
    const given = (options ?? {}) as Given;
    if (given instanceof Node || given.key === null || given.key === undefined) return undefined;
    const name = named(tag, given.key);
    const kept = this.#former.get(name);
    this.#given.set(name, given);
    if (!kept) return undefined;
    this.#former.delete(name);
    this.#kept.set(name, kept);
    renew(kept, given);
    const { element } = kept;
    if (element instanceof LayoutElement && element.localName !== 'riv-render')
      place(
        element,
        children.flat().filter((child) => child instanceof Node),
      );
    return element;
  }

  binding(triggers: readonly Trigger[], options: BindingOptions): object | undefined {
    const { key } = options;
    if (key === undefined) return undefined;
    const same = (each: Binding) =>
      JSON.stringify(each.options.key) === JSON.stringify(key) &&
      !this.bindings.has(each) &&
      joins(each, triggers, options);
    const kept = this.#formerBindings.find(same);
    if (!kept) return undefined;
    kept.adopt(options, sameHandler(kept.options, options));
    this.bindings.add(kept);
    return kept;
  }

  /** Returns what the next pass may have again: all with a key that is in the new content. New ones take over a value. */
  succession(box: Element): Map<string, Kept> {
    const all = new Map<string, Kept>();
    for (const element of box.querySelectorAll<HTMLElement>('*')) {
      const name = nameOf(element);
      if (name === null || all.has(name)) continue;
      all.set(name, this.#kept.get(name) ?? this.#successor(name, element));
    }
    return all;
  }

  #successor(name: string, element: HTMLElement): Kept {
    const kept: Kept = { element, given: this.#given.get(name) ?? {}, touched: false };
    for (const event of ['input', 'change']) element.addEventListener(event, () => (kept.touched = true));
    const former = this.#former.get(name);
    if (former?.touched) {
      (element as { value?: unknown }).value = (former.element as { value?: unknown }).value;
      kept.touched = true;
    }
    return kept;
  }
}

/** True when triggers and options name the elements of a binding, in the same places, and its queue. */
function joins(binding: Binding, triggers: readonly Trigger[], options: BindingOptions): boolean {
  const places = (on: readonly Trigger[], { inputs, outputs, concurrencyId }: BindingOptions): unknown[] => [
    ...on.flat(),
    inputs instanceof Set,
    ...list(inputs),
    null,
    ...list(outputs),
    concurrencyId,
  ];
  const own = places(binding.triggers, binding.options);
  const others = places(triggers, options);
  return own.length === others.length && own.every((each, at) => each === others[at]);
}

/** True when both run the same handler: the same text, but in the page, where it may stand for other variables. */
function sameHandler(a: BindingOptions, b: BindingOptions): boolean {
  if (a.thread !== b.thread) return false;
  if (a.fn === b.fn) return true;
  return typeof a.fn === 'function' && a.thread !== 'main' && String(a.fn) === String(b.fn);
}

/** Gives a kept element the options of its new pass; what is not among them any more has its default again. */
function renew(kept: Kept, given: Given): void {
  const { element } = kept;
  const { value, ...others } = given;
  const { defaults } = element.constructor as unknown as { defaults: Map<string, unknown> };
  for (const name of Object.keys(kept.given)) {
    if (name in given || name === 'value') continue;
    if (defaults.has(name)) (element as unknown as Given)[name] = defaults.get(name);
    else element.removeAttribute(name);
  }
  // A function as the value goes on as it is, and its `every` and `inputs` with it.
  if (typeof value === 'function') for (const name of ['every', 'inputs']) delete others[name];
  assign(
    element as never,
    kept.touched || value === undefined || typeof value === 'function' ? others : given,
  );
  kept.given = given;
}

/**
 * Makes these the children of a box. What is there already, in this order, is not touched: it keeps focus and playback.
 */
export function place(box: Element, nodes: readonly Node[]): void {
  const wanted = new Set(nodes);
  for (const child of [...box.childNodes]) if (!wanted.has(child)) child.remove();
  let at = box.firstChild;
  for (const node of nodes) {
    if (node === at) at = at.nextSibling;
    else box.insertBefore(node, at);
  }
}
