/** @file Lets errors travel with class and cause. */

import { ERRORS, type RivuletError, cut, wordsOf } from './errors.ts';
import type { WireError } from './protocol.ts';

type ErrorClass = new (message: string, fields: never) => RivuletError;

const isError = (value: unknown): value is Error =>
  value instanceof Error || (typeof DOMException === 'function' && value instanceof DOMException);

/** Causes of causes that travel: nobody reads more, and some go round. */
const MOST_CAUSES = 20;

/** Makes an error fit to travel: class name, message, stack, plain fields and cause. */
export function toWire(error: unknown, depth = 0): WireError {
  if (!isError(error)) return { name: 'Error', message: cut(wordsOf(error)), fields: {} };
  const fields: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(error))
    if (key !== 'name' && (value === null || ['string', 'number', 'boolean'].includes(typeof value)))
      fields[key] = value;
  const wire: WireError = { name: String(error.name), message: cut(String(error.message)), fields };
  if (typeof error.stack === 'string') wire.stack = cut(error.stack);
  if (depth === MOST_CAUSES) wire.cause = { thrown: 'and so on: further causes are left out' };
  else if (error.cause !== undefined)
    wire.cause = isError(error.cause)
      ? toWire(error.cause, depth + 1)
      : { thrown: cut(wordsOf(error.cause)) };
  return wire;
}

/** Makes an error out of what travelled: one of our classes by name, else an `Error` of that name. */
export function fromWire(wire: WireError): Error {
  const cause = wire.cause && ('thrown' in wire.cause ? wire.cause.thrown : fromWire(wire.cause));
  const Class = (ERRORS as Record<string, ErrorClass>)[wire.name];
  const made = Class
    ? new Class(wire.message, { ...wire.fields, cause } as never)
    : new Error(wire.message, cause === undefined ? undefined : { cause });
  const error = Object.assign(made, wire.fields);
  if (!Class) Object.defineProperty(error, 'name', { value: wire.name, configurable: true });
  if (wire.stack) error.stack = wire.stack;
  return error;
}
