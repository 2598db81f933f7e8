/** @file The types that an element's class says of its values and events. */

import type { DeviceFailure, RivuletError } from '../shared/errors.ts';

// biome-ignore lint/suspicious/noExplicitAny: nothing else fits all types both as what is given and as what is taken
export type Any = any;

/** Where an element's class says what its values and its events are. */
export declare const TYPES: unique symbol;

/** What an element's class says under `TYPES`. */
export interface ElementTypes {
  /** What a handler is given. */
  input: unknown;
  /** What a handler may give; nothing and `null`, which empty an output, go without saying. */
  output: unknown;
  /** The events, by their names. */
  events: object;
}

/** An element that says its types. */
export interface Typed<Types extends ElementTypes = ElementTypes> {
  readonly [TYPES]: Types;
}

/** Types of an element that gives and takes one kind of value. */
export interface ValueTypes<Value, Events extends object = { change: ValueEvent<Value> }>
  extends ElementTypes {
  input: Value;
  output: NonNullable<Value>;
  events: Events;
}

/** Types of an element without a value. */
export interface EventTypes<Events extends object = Record<never, Event>> extends ElementTypes {
  input: null;
  output: null;
  events: Events;
}

/**
 * What a State holds that began with such a value. Of an empty list, `{}` and `null` nothing follows; of a function
 * what it gives.
 */
export type HeldOf<Value> = Value extends (...args: never[]) => infer Given
  ? Awaited<Given>
  : Value extends readonly never[] | null | undefined
    ? Any
    : Value extends object
      ? [keyof Value] extends [never]
        ? Any
        : Value
      : Value;

/** True for `any`, of which nothing follows. */
export type IsAny<Type> = unknown extends Type ? ([keyof Type] extends [never] ? false : true) : false;

/** An option's type, or what it is by default: a class that is named without it stands for all of them. */
export type Or<Type, Default> = IsAny<Type> extends true ? Default : Type;

/** An event that tells a value. */
export type ValueEvent<Value> = CustomEvent<{ value: Value }>;

/** What a user's edits fire: `input`, then `change`. */
export interface EditEvents<Value> {
  input: ValueEvent<Value>;
  change: ValueEvent<Value>;
}

/** What the edits of a list of choices fire. */
export interface ChoiceEvents<Value, Chosen = Value> extends EditEvents<Value> {
  /** What was picked or dropped, and its place in the list. */
  select: CustomEvent<{ index: number; value: Chosen; selected: boolean }>;
}

/** What a box that folds fires. */
export interface FoldEvents {
  expand: CustomEvent<{ open: boolean }>;
  collapse: CustomEvent<{ open: boolean }>;
}

/** A tab was chosen: its label, its place from 0 and its id. */
export type TabEvent = CustomEvent<{ value: string; index: number; id: string }>;

/** Something went wrong with a device or a file: a CameraError, a MicrophoneError or a MediaError. */
export type FailureEvent = CustomEvent<{ error: RivuletError & { reason?: DeviceFailure; type?: string } }>;

/** What a handler is given of an element, the value of an `input`. */
export type InputOf<Element> =
  Element extends Typed<infer Types> ? Types['input'] : Element extends { value: infer Value } ? Value : Any;

/** What a handler may give to an element. */
export type OutputOf<Element> =
  Element extends Typed<infer Types>
    ? Types['output']
    : Element extends { value: infer Value }
      ? NonNullable<Value>
      : Any;

/** The events of an element, by their names; of one that is not ours, any. */
export type EventsOf<Element> =
  Element extends Typed<infer Types> ? Types['events'] : Record<string, CustomEvent>;

/** The name of an event of an element. */
export type EventName<Element> = string & keyof EventsOf<Element>;

/** An event of an element. */
export type EventOf<Element, Name> = Name extends keyof EventsOf<Element> ? EventsOf<Element>[Name] : Event;

/** What `ctx.event.data` holds of an event: its detail, of which values that are objects are left out. */
export type EventData<Given> = unknown extends Given
  ? Given
  : Given extends { detail: infer Detail }
    ? Detail extends object
      ? { [Key in keyof Detail]: Key extends 'value' ? ScalarOf<Detail[Key]> : Detail[Key] }
      : Detail
    : null;

type ScalarOf<Value> = Value extends object ? undefined : Value;

/** The properties of an element, all optional: what `ctx.update` may change. */
export type PropertiesOf<Element> = {
  [Key in keyof Element as Key extends 'value'
    ? never
    : Element[Key] extends (...args: never[]) => unknown
      ? never
      : Key]?: Element[Key];
} & { value?: OutputOf<Element> | null };
