/** @file The types of what a Dropdown gives and takes. */

import type { ChoiceEvents, ElementTypes } from '../../page/element-types.ts';
import type { ChoicesOf, ChosenOf } from '../choices/choices.ts';
import type { FocusEvents } from '../field/field.ts';

/** One chosen value or none; with `multiselect` a list. */
type Chosen<Value, Many> = Many extends true ? Value[] : Value | null;

interface DropdownEvents<Value, Many> extends ChoiceEvents<Chosen<Value, Many>, Value>, FocusEvents {
  keyUp: CustomEvent<{ key: string; inputValue: string }>;
}

/** What a Dropdown gives and takes, and its events. */
export interface DropdownTypes<Value, Type, Many> extends ElementTypes {
  input: Chosen<ChosenOf<Value, Type>, Many>;
  output: NonNullable<Chosen<ChosenOf<Value, 'value'>, Many>>;
  events: DropdownEvents<ChosenOf<Value, 'value'>, Many>;
}

/** The options on which it depends what a handler is given. */
export interface Choosing<Value, Type, Many> {
  choices?: ChoicesOf<Value>;
  type?: Type;
  multiselect?: Many;
}
