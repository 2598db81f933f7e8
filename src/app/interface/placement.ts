/** @file Sorts the children of an Interface into inputs, outputs and the rest, and tells its kind. */

import { ValueError } from '../../shared/errors.ts';
import {
  type Component,
  type ComponentOption,
  checkComponent,
  isComponent,
  isShown,
  isState,
  makeComponent,
} from '../shortcuts.ts';

/** Lists of an Interface that a script may give. */
export type Role = 'input' | 'output' | 'additional';

/** The four ways in which an Interface lays itself out. */
export type InterfaceKind = 'standard' | 'output-only' | 'input-only' | 'unified';

/** The components of an Interface, as its children and their slots say. */
export interface InterfaceParts {
  /** The handler's arguments, additional ones last. */
  inputs: Component[];
  /** What takes the results. */
  outputs: Component[];
  additional: Component[];
  kind: InterfaceKind;
}

/**
 * The lists that a script gave, each component a child of the Interface in the slot of its role. What was given by
 * script keeps its order; children that came otherwise follow in document order.
 */
export class Placement {
  #given: Record<Role, Component[]> = { input: [], output: [], additional: [] };

  constructor(private readonly host: HTMLElement) {}

  /** Makes the components of a list, and puts them into their slot. @throws {ValueError} for what is none */
  place(role: Role, options: ComponentOption | readonly ComponentOption[] | null | undefined): void {
    const components = listOf(options).map(makeComponent);
    const former = this.#given[role];
    this.#given[role] = components;
    for (const component of former) if (!this.#roleOf(component)) component.remove();
    for (const component of [...former, ...components]) {
      const slot = this.#roleOf(component);
      if (!slot) continue;
      component.slot = slot;
      if (component.parentNode !== this.host) this.host.append(component);
    }
  }

  #roleOf(component: Component): Role | 'both' | '' {
    const { input, output, additional } = this.#given;
    const isInput = input.includes(component);
    if (output.includes(component)) return isInput ? 'both' : 'output';
    if (isInput) return 'input';
    return additional.includes(component) ? 'additional' : '';
  }

  /** The components as they are now. @throws {ValueError} when the States do not make a pair */
  parts(): InterfaceParts {
    const found = [...this.host.children].flatMap((child) =>
      componentsIn(child).map((component) => ({ component, slot: child.slot })),
    );
    const inSlots = (role: Role, ...slots: string[]): Component[] => {
      const there = found.filter(({ slot }) => slots.includes(slot)).map(({ component }) => component);
      const given = this.#given[role].filter((component) => there.includes(component));
      return [...given, ...there.filter((component) => !given.includes(component))];
    };
    const additional = inSlots('additional', 'additional');
    const inputs = [...inSlots('input', 'input', 'both'), ...additional];
    const outputs = pairStates(inputs, inSlots('output', 'output', 'both'));
    return { inputs, outputs, additional, kind: kindOf(inputs.filter(isShown), outputs.filter(isShown)) };
  }
}

/** Makes a list of one entry or a list of them. */
export function listOf<T>(options: T | readonly T[] | null | undefined): T[] {
  if (options === null || options === undefined || (options as unknown) === '') return [];
  return Array.isArray(options) ? [...(options as readonly T[])] : [options as T];
}

/**
 * Checks the lists that a script gave, before anything is made of them. Children may bring what they lack.
 *
 * @throws {ValueError} for what is no component, without any, and when States make no pair.
 */
export function checkParts(
  inputs: unknown[],
  outputs: unknown[],
  additional: unknown[],
  children: readonly unknown[],
): void {
  for (const component of [...inputs, ...outputs, ...additional]) checkComponent(component);
  if (children.length > 0) return;
  if (inputs.length + outputs.length + additional.length === 0)
    throw new ValueError('An Interface needs inputs or outputs; it got neither', { target: 'inputs' });
  checkStates([...inputs, ...additional], outputs);
}

/** Throws unless there is one State on each side, or none. */
function checkStates(inputs: readonly unknown[], outputs: readonly unknown[]): void {
  const [ins, outs] = [inputs.filter(isState).length, outputs.filter(isState).length];
  if (ins === outs && ins <= 1) return;
  throw new ValueError(
    `An Interface takes one State in its inputs and one in its outputs, or none; it got ${ins} and ${outs}`,
    { target: 'State' },
  );
}

/** The outputs, with the State of the inputs in the place of theirs: it is one variable. */
function pairStates(inputs: Component[], outputs: Component[]): Component[] {
  checkStates(inputs, outputs);
  const state = inputs.find(isState);
  return outputs.map((output) => (isState(output) && state ? state : output));
}

function kindOf(inputs: Component[], outputs: Component[]): InterfaceKind {
  if (outputs.length === 0) return 'input-only';
  if (inputs.length === 0) return 'output-only';
  const same = inputs.length === outputs.length && inputs.every((input, index) => input === outputs[index]);
  return same ? 'unified' : 'standard';
}

/** Returns true while an element in a slot is none that is known: the handler would take other arguments for it. */
export function hasStranger(app: Element): boolean {
  const unknown = [...app.querySelectorAll(':not(:defined)')];
  return unknown.some((each) => each.localName.startsWith('riv-') && each.closest('[slot]'));
}

/** A child that is a component, or the components in a child that lays them out. */
function componentsIn(child: Element): Component[] {
  if (isComponent(child)) return [child];
  return child.slot ? [...child.querySelectorAll('*')].filter(isComponent) : [];
}
