/** @file The types of a handler that follow from its inputs and outputs. */

import type { HandlerContext } from '../runner/context.ts';
import type { Any, EventData, InputOf, IsAny, OutputOf, PropertiesOf } from '../page/element-types.ts';
import type { Skip, Update } from '../shared/protocol.ts';

/** Elements in a list, one alone, several that come as one object, or none. */
type Elements = object | readonly object[] | ReadonlySet<object> | null | undefined;

/**
 * What a handler is called with: the values of its inputs in order, then `ctx`. Of inputs in a list whose length is not
 * known nothing follows. What `Streaming` has recorded is never nothing.
 */
export type Arguments<Inputs, Context, Streaming = never> = number extends Values<Inputs, Streaming>['length']
  ? Any[]
  : [...Values<Inputs, Streaming>, ctx: Context];

/** The values of inputs, in order. */
type Values<Inputs, Streaming> =
  IsAny<Inputs> extends true
    ? Any[]
    : Inputs extends null | undefined
      ? []
      : Inputs extends ReadonlySet<unknown>
        ? [inputs: Record<string, Any>]
        : Inputs extends readonly unknown[]
          ? number extends Inputs['length']
            ? Any[]
            : { -readonly [At in keyof Inputs]: ValueOf<Inputs[At], Streaming> }
          : [value: ValueOf<Inputs, Streaming>];

type ValueOf<Input, Streaming> = Input extends Streaming ? NonNullable<InputOf<Input>> : InputOf<Input>;

/** What a handler may give for one output: a value, nothing, or what `ctx.update` and `ctx.skip` give. */
export type Result<Output> = OutputOf<Output> | Update<PropertiesOf<Output>> | Skip | null | undefined;

/** A list of results of which TypeScript does not know the length. */
type Listed<Each> = readonly Each[] & { readonly 0?: never };

/** What a handler may give for its outputs: one value, or as many in a list, or some by the ids of the outputs. */
export type Results<Outputs> =
  IsAny<Outputs> extends true
    ? unknown
    : Outputs extends null | undefined | readonly []
      ? unknown
      : Outputs extends readonly [infer One]
        ? Result<One>
        : Outputs extends readonly unknown[]
          ? number extends Outputs['length']
            ? unknown
            :
                | { readonly [At in keyof Outputs]: Result<Outputs[At]> }
                | Listed<Result<Outputs[number]>>
                | { readonly [id: string]: Result<Outputs[number]> }
                | Skip
          : Result<Outputs>;

/** Nothing is of this type. Where it stands, TypeScript keeps the order of a list that a function returns. */
type InOrder = readonly [never];

/** What a handler returns: results, at once or as a promise, or a generator of them. */
export type Returns<Given> =
  | Given
  | InOrder
  | Promise<Given | InOrder>
  | Generator<Given | InOrder, unknown, Any>
  | AsyncGenerator<Given | InOrder, unknown, Any>;

/**
 * A handler of these arguments. Whoever writes `(a: number)` where an input may be empty has thought of it: parameters
 * are compared as those of methods are.
 */
export type HandlerFunction<Args extends unknown[], Given> = {
  handler(...args: Args): Returns<Given>;
}['handler'];

/** The handler that goes with these elements, started by this event; of a stream, by what `Streaming` records. */
export type HandlerOf<
  Inputs extends Elements,
  Outputs extends Elements,
  Started = unknown,
  Streaming = never,
> = HandlerFunction<Arguments<Inputs, HandlerContext<EventData<Started>>, Streaming>, Results<Outputs>>;

/** A function of the page, called with what elements show now. */
export type PageFunction<Inputs, Given = unknown> = { page(...values: PageValues<Inputs>): Given }['page'];

type PageValues<Inputs> =
  IsAny<Inputs> extends true
    ? Any[]
    : Inputs extends null | undefined
      ? []
      : Inputs extends ReadonlySet<unknown>
        ? Any[]
        : Inputs extends readonly unknown[]
          ? { -readonly [At in keyof Inputs]: PageValue<Inputs[At]> }
          : [value: PageValue<Inputs>];

type PageValue<Element> = Element extends { value: infer Value }
  ? unknown extends Value
    ? Any
    : Value
  : Any;
