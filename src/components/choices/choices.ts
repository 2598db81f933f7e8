/** @file Lists choices with their labels, and finds values among them. */

import type { Any } from '../../page/element-types.ts';
import { equal } from '../parts/equal.ts';
import { describe, isText } from '../../shared/errors.ts';
import { listConverter } from '../base/attributes.ts';

/** What may be listed as choices: values, or pairs of a label and a value. */
export type Choices = readonly (unknown | readonly [label: string, value: unknown])[];

/** Choices of which TypeScript knows the values. */
export type ChoicesOf<Value> = readonly (Value | readonly [label: string, value: Value])[];

/** What a handler is given of one choice. An empty list may be filled later, by anything. */
export type ChosenOf<Value, Type> = Type extends 'index' ? number : [Value] extends [never] ? Any : Value;

/** One choice: what is shown, and what a handler is given. */
export interface Choice {
  label: string;
  value: unknown;
}

/** Whether handlers get the value or its place in the list. */
export type ChoiceType = 'value' | 'index';

/** Gives every choice a label. */
export function listChoices(choices: Choices | null | undefined): Choice[] {
  return (choices ?? []).map((choice) =>
    Array.isArray(choice) && choice.length === 2
      ? { label: textOf(choice[0]), value: choice[1] as unknown }
      : { label: textOf(choice), value: choice },
  );
}

/** A value as its own label. */
export const textOf = (value: unknown): string => (isText(value) ? String(value) : describe(value));

/** Where the values of a list are, and the texts that stand for them: lists may be long, and are asked often. */
interface Places {
  values: Map<unknown, number>;
  texts: Map<string, number>;
}

const known = new WeakMap<readonly Choice[], Places>();

function placesOf(choices: readonly Choice[]): Places {
  let places = known.get(choices);
  if (places) return places;
  places = { values: new Map(), texts: new Map() };
  for (const [index, { value }] of choices.entries()) {
    if (!places.values.has(value)) places.values.set(value, index);
    const text = textOf(value);
    if (!places.texts.has(text)) places.texts.set(text, index);
  }
  known.set(choices, places);
  return places;
}

/** Returns the place of a value among the choices, from 0; −1 when it is none of them. */
export function placeOf(value: unknown, choices: readonly Choice[]): number {
  const exact = placesOf(choices).values.get(value);
  if (exact !== undefined) return exact;
  const deep = typeof value === 'object' && value !== null;
  return deep ? choices.findIndex((choice) => same(choice.value, value)) : -1;
}

/** Returns true when two values are one choice: an object that came back from a worker is a copy. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  return equal(a, b);
}

/** Returns true when a value is among the values. */
export function includes(values: readonly unknown[], value: unknown): boolean {
  return among(values)(value);
}

/** Tells whether a value is among the values: for one question after the other. */
export function among(values: readonly unknown[]): (value: unknown) => boolean {
  const exact = new Set(values);
  const deep = values.filter((one) => typeof one === 'object' && one !== null);
  return (value) => exact.has(value) || deep.some((one) => same(one, value));
}

/** Returns the choice that is meant: the text of an attribute stands for the number or boolean that reads the same. */
export function meant(value: unknown, choices: readonly Choice[]): unknown {
  if (typeof value !== 'string' || placeOf(value, choices) >= 0) return value;
  const index = placesOf(choices).texts.get(value);
  return (index === undefined ? undefined : choices[index]?.value) ?? value;
}

/** Returns a list of values from what was set: a list, one value, the text of an attribute, or nothing. */
export function meantList(value: unknown, choices: readonly Choice[]): unknown[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) {
    const list = value.map((item) => meant(item, choices));
    return list.every((item, index) => item === value[index]) ? value : list;
  }
  if (typeof value === 'string' && placeOf(value, choices) < 0) return meantList(listOf(value), choices);
  return [meant(value, choices)];
}

/** Returns the choices whose label contains the text, in whatever case, each with its place in the whole list. */
export function matching(text: string, choices: readonly Choice[]): { choice: Choice; index: number }[] {
  const wanted = text.trim().toLocaleLowerCase();
  return choices
    .map((choice, index) => ({ choice, index }))
    .filter(({ choice }) => choice.label.toLocaleLowerCase().includes(wanted));
}

/** The list that a text stands for; a text that only begins like JSON is itself the one value. */
function listOf(text: string): unknown[] {
  try {
    return listConverter.fromAttribute?.(text) ?? [];
  } catch {
    return [text];
  }
}
