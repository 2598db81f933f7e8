/** @file Reads what a handler is given. */

import { allInputs, dropInputs } from '../../shared/inputs.ts';
import type { Port } from '../../shared/port.ts';
import type { Input } from '../../shared/protocol.ts';

/** Makes the input of a value in place of an element's own. @throws {ValueError} when it does not fit the element */
export const inputFor = (port: Port, value: unknown): Input | Promise<Input> =>
  port.inputOf?.(value) ?? { kind: 'value', value };

/** Reads the inputs now, or what `values` make in their place; waits only where one has a file to read. */
export function readInputs(inputs: readonly Port[], values?: readonly unknown[]): Input[] | Promise<Input[]> {
  const read: (Input | Promise<Input>)[] = [];
  try {
    inputs.forEach((port, at) => read.push(values ? inputFor(port, values[at]) : port.toHandler()));
  } catch (error) {
    dropInputs(read);
    throw error;
  }
  return read.some((each) => each instanceof Promise) ? allInputs(read) : (read as Input[]);
}
