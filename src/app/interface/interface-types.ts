/** @file The types of an Interface: its arguments, its results, its events. */

import type { Any, IsAny } from '../../page/element-types.ts';
import type { OutputValues, ScriptValues } from '../driving/call-types.ts';
import type { ElementsOf } from '../shortcut-types.ts';

/** The elements whose values are the handler's arguments. Nothing is known of those that come as children. */
export type InputsOf<Inputs, More, Children> =
  IsAny<Inputs> extends true
    ? Any
    : Inputs extends undefined
      ? Children extends readonly []
        ? ElementsOf<More>
        : Any
      : readonly [...ElementsOf<Inputs>, ...ElementsOf<More>];

/** The elements that take the results. */
export type OutputsOf<Outputs, Children> =
  IsAny<Outputs> extends true
    ? Any
    : Outputs extends undefined
      ? Children extends readonly []
        ? []
        : Any
      : ElementsOf<Outputs>;

/** What an Interface's one handler is called with from script, and what it gives. */
export interface InterfaceCall<Inputs, Outputs, More, Children> {
  inputs: ScriptValues<InputsOf<Inputs, More, Children>>;
  outputs: OutputValues<OutputsOf<Outputs, Children>>;
}

/** What an Interface fires. */
export interface InterfaceEvents {
  load: Event;
  submit: CustomEvent<null>;
  clear: CustomEvent<null>;
}
