/** @file Registers classes as custom elements, and makes `new rv.X(options, ...children)` work. */

import type { LitElement } from 'lit';
import { ValueError, describe } from '../../shared/errors.ts';
import { renderReuse } from '../../page/render-reuse.ts';
import { lazy } from '../../page/lazy.ts';
import { type Traits, register } from '../../page/registry.ts';
import { finish, isFinished, strictly } from './setting.ts';

// biome-ignore lint/suspicious/noExplicitAny: TypeScript wants any[] of a mixin's constructor
type Constructor = new (...args: any[]) => LitElement;

/** A class that takes something before its options, as its namesake in Python does. */
interface Positional {
  /** Gives the same arguments with all of that in the options. */
  positional?(args: unknown[]): unknown[];
}

const ATTRIBUTES = new Set(['id', 'class', 'style', 'slot']);

/**
 * Registers a class as a custom element and makes `new rv.X(options, ...children)` work.
 * Options are assigned last, after all fields have their defaults; an unknown option is named in a warning; what is
 * neither options nor children is refused by a `ValueError`.
 * When the tag is already taken (the library was loaded twice) the class that has it is used.
 *
 * @param traits - What others who handle elements of any kind, such as layouts, are told of this one.
 */
export function element(tag: string, traits: Traits = {}) {
  return <C extends Constructor>(Base: C): C => {
    // What is inside others has no key, and is of no interest to a page.
    if ('key' in Base.prototype) register(tag, traits, 'emptyValue' in Base.prototype);
    const taken = customElements.get(tag);
    if (taken) return taken as unknown as C;
    const Element = class extends Base {
      // biome-ignore lint/correctness/noUnreachableSuper: a Render has the same element again for the same key
      // biome-ignore lint/suspicious/noExplicitAny: TypeScript wants any[] of a mixin's constructor
      constructor(...given: any[]) {
        const args = (Base as Positional).positional?.(given) ?? given;
        checkArguments(tag, (Element as unknown as typeof LitElement).elementProperties, args);
        const kept = renderReuse()?.element(tag, args);
        // biome-ignore lint/correctness/noConstructorReturn: it is the element to be had
        if (kept) return kept as never;
        super(...args);
        complete(this, args);
      }

      static byUs = true;
    };
    Object.defineProperty(Element, 'name', { value: Base.name });
    customElements.define(tag, Element);
    return Element;
  };
}

/**
 * Makes a class of the page's own an element like ours, and its tag a name in `inputs` and `outputs`. `new` of what is
 * returned takes options, which are there at once.
 *
 * @throws {ValueError} when the tag is taken
 */
export function define<C extends Constructor>(tag: string, own: C, traits?: Traits): C {
  if (customElements.get(tag))
    throw new ValueError(`define(): there is an element <${tag}> already`, { target: tag });
  return element(tag, traits)(own);
}

/** Finishes the making of an element, whose fields have their defaults: its options and children. */
export function complete(host: LitElement, args: readonly unknown[]): void {
  if (isFinished(host)) return;
  rememberDefaults(host);
  finish(host);
  const children = args[0] instanceof Node ? args : args.slice(1);
  if (args[0] && children !== args) assign(host, args[0] as Record<string, unknown>);
  for (const child of children.flat()) if (child instanceof Node) host.append(child);
}

/** Options whose names make clear what is meant, where an element has them. */
const EXAMPLES = ['fn', 'inputs', 'outputs', 'minimum', 'maximum', 'choices', 'value', 'label'];

/** @throws {ValueError} for arguments in a row, as Python takes them */
function checkArguments(
  tag: string,
  known: ReadonlyMap<PropertyKey, unknown>,
  args: readonly unknown[],
): void {
  const [options, ...others] = args;
  const children = others.flat();
  const plain = typeof options === 'object' && !Array.isArray(options);
  const strange =
    options === undefined || plain
      ? children.find((child) => child != null && child !== false && !(child instanceof Node))
      : options;
  if (strange === undefined) return;
  const names = EXAMPLES.filter((name) => known.has(name)).slice(0, 3);
  throw new ValueError(
    `A new <${tag}> got ${describe(strange)}, expected one object of options${names.length > 0 ? ` such as { ${names.join(', ')} }` : ', then its children'}`,
    { target: tag },
  );
}

function rememberDefaults(host: LitElement): void {
  const type = host.constructor as typeof LitElement & { defaults?: Map<PropertyKey, unknown> };
  if (Object.hasOwn(type, 'defaults')) return;
  const keys = [...type.elementProperties.keys()];
  type.defaults = new Map(keys.map((key) => [key, (host as unknown as Record<PropertyKey, unknown>)[key]]));
}

/** Gives an element its options; an unknown one is named in a warning. */
export function assign(host: LitElement, options: Record<string, unknown>): void {
  const known = (host.constructor as typeof LitElement).elementProperties;
  const { value, every, inputs, ...others } = options;
  if (typeof value === 'function' && 'fromHandler' in host) {
    void lazy(() => import('./computed.ts')).then(
      ({ Computed }) => new Computed(host as never, { value, every, inputs } as never),
      ({ name, message }: Error) =>
        Object.assign(host, { status: { stage: 'error', show: 'full', error: { name, message } } }),
    );
    options = others;
  }
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue;
    if (ATTRIBUTES.has(name)) host.setAttribute(name, String(value));
    else if (known.has(name))
      strictly(() => {
        (host as unknown as Record<string, unknown>)[name] = value;
      });
    else if ('setProp' in host)
      (host as { setProp(name: string, value: unknown): void }).setProp(name, value);
    else
      lazy(() => import('../hints/hints.ts')).then(
        ({ hintOption }) => hintOption(host, name, [...known.keys()].map(String)),
        console.error,
      );
  }
}
