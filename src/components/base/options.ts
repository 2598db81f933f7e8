/** @file The types of an element's options, of its properties, and of a computed value. */

import type { LitElement } from 'lit';
import type { Any } from '../../page/element-types.ts';
import type { Port } from '../../shared/port.ts';

/** A function in the place of a component's value, called in the page with the values of `inputs`. */
export interface Computation {
  value: (...inputs: Any[]) => unknown;
  /** Seconds, or a Timer: when to call it again. */
  every?: number | EventTarget;
  /** Whose changes call it again. */
  inputs?: Port | readonly Port[];
}

/**
 * The options of `new rv.X(options)`: the element's properties, and the attributes that every element has. A component
 * takes a function as its `value` too: it is called in the page at load; again after each `every`, seconds or a Timer;
 * and when one of `inputs` changes, with their values. `Own` says more of some than the element's class does.
 */
export type Options<Element, Own = unknown> = {
  [Key in keyof Element as OptionName<Element, Key, keyof Own>]?:
    | Element[Key]
    | (Key extends 'value' ? Computation['value'] : never);
} & Own & { id?: string; class?: string; style?: string; slot?: string } & (Element extends Port
    ? Omit<Computation, 'value'>
    : unknown);

/** The properties of our own making, as JSX and templates set them: a text is read as that of the attribute. */
export type Properties<Element> = {
  [Key in keyof Element as OptionName<Element, Key>]?: NonNullable<Element[Key]> extends string
    ? Element[Key]
    : Element[Key] | string;
};

/** The name of a property, where it is one of our own making: of what all elements of a page have, few are options. */
type OptionName<Element, Key extends keyof Element, But = never> = Key extends
  | Exclude<keyof LitElement, 'title' | 'autofocus'>
  | But
  | symbol
  ? never
  : Element[Key] extends (...args: never[]) => unknown
    ? never
    : Key;
