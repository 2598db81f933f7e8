/** @file The types of the names that stand for components, such as `"text"`. */

import type { Any } from '../page/element-types.ts';

/** All names of components, as they may be written. */
type Shortcuts = {
  [Name in keyof RivuletShortcuts as Name | Joined<Name, ''> | Joined<Name, '_'>]: RivuletShortcuts[Name];
};

/** A name with another sign in the place of its hyphens. */
type Joined<Name extends string, Sign extends string> = Name extends `${infer First}-${infer Others}`
  ? `${First}${Sign}${Joined<Others, Sign>}`
  : Name;

/** A name that stands for a component with its defaults, such as `"text"`. */
export type Shortcut = keyof Shortcuts;

/** The component that an entry of `inputs` or `outputs` stands for. */
type ElementOf<Entry> = Entry extends Shortcut
  ? Shortcuts[Entry]
  : Entry extends { name: infer Name extends Shortcut }
    ? NamedOf<Name, Entry>
    : Entry;

/** The options of some say what handlers are given. */
type NamedOf<Name extends Shortcut, Entry> = Entry extends { type: unknown } | { multiselect: unknown }
  ? { value: Any }
  : Shortcuts[Name];

/** The components that `inputs` or `outputs` stand for, as a list. */
export type ElementsOf<Given> = Given extends readonly unknown[]
  ? { readonly [At in keyof Given]: ElementOf<Given[At]> }
  : Given extends null | undefined
    ? []
    : [ElementOf<Given>];
