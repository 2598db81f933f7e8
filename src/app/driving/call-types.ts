/** @file The types of an app's handlers, as `predict` and `submit` know them. */

import type { HandlerContext } from '../../runner/context.ts';
import type { Any, IsAny, OutputOf } from '../../page/element-types.ts';

/** What a script gives to a handler of an app, and what it gets. */
export interface CallType {
  inputs: unknown;
  outputs: unknown;
}

/** The handlers of an app by their names: what `predict` and `submit` know of it. */
export type CallTypes = Record<string, CallType>;

/** The values that a script may give for inputs, each as its element's own. */
export type ScriptValues<Inputs> =
  IsAny<Inputs> extends true
    ? readonly unknown[]
    : { readonly [At in keyof Inputs]: OutputOf<Inputs[At]> | null };

/** The values that outputs are given, in order; what empties an output is `null` whatever its type. */
export type OutputValues<Outputs> =
  IsAny<Outputs> extends true ? unknown[] : { -readonly [At in keyof Outputs]: OutputOf<Outputs[At]> };

/** The handlers of an app, told by the types of its functions: `new rv.Blocks<typeof import('./handlers')>(…)`. */
export type CallsOf<Functions> = {
  [Name in keyof Functions & string]: Functions[Name] extends (...args: infer Args) => infer Given
    ? { inputs: WithoutContext<Args>; outputs: ListOf<StepOf<Given>> }
    : { inputs: readonly unknown[]; outputs: unknown[] };
};

type WithoutContext<Args extends readonly unknown[]> = Args extends [...infer Values, HandlerContext<Any>]
  ? Values
  : Args;

/** What a handler shows: what it yields, or else returns. */
type StepOf<Given> = Given extends Generator<infer Step, Any, Any> | AsyncGenerator<infer Step, Any, Any>
  ? Step
  : Awaited<Given>;

type ListOf<Step> = Step extends readonly [unknown, unknown, ...unknown[]] ? [...Step] : [Step, ...unknown[]];
