/** @file Gives each output its value. */

import { HandlerError } from '../shared/errors.ts';
import { theHandler } from '../shared/the-handler.ts';
import { isSkip, skip, type OutputIds } from '../shared/protocol.ts';

/**
 * Gives each output its value: one output takes the result as it is; several take an array, or an object whose
 * keys are output ids (those not named are left alone).
 *
 * @param warn - called when there are too many values; the surplus is dropped.
 * @throws {HandlerError} when there are too few values, or a key is no output.
 */
export function distribute(
  result: unknown,
  outputs: OutputIds,
  handler: string,
  warn: (message: string) => void,
): unknown[] {
  if (outputs.length === 0) return [];
  if (outputs.length === 1) return [result];
  if (isSkip(result)) return outputs.map(() => skip);
  if (keyed(result, outputs)) return byId(result as Record<string, unknown>, outputs, handler);
  const values: unknown[] = Array.isArray(result) ? result : [result];
  if (values.length < outputs.length)
    throw new HandlerError(
      `${theHandler(handler, 'The')} gave ${values.length} ${values.length === 1 ? 'value' : 'values'} for ` +
        `${outputs.length} outputs: return an array of ${outputs.length}, or an object keyed by output id`,
      { handler },
    );
  if (values.length > outputs.length)
    warn(
      `${theHandler(handler, 'The')} gave ${values.length} values for ${outputs.length} outputs; the last ones are ignored`,
    );
  return values.slice(0, outputs.length);
}

/** An object counts as keyed by id when at least one of its keys is an output's id. */
function keyed(result: unknown, outputs: OutputIds): boolean {
  if (typeof result !== 'object' || result === null || Array.isArray(result)) return false;
  const prototype: unknown = Object.getPrototypeOf(result);
  if (prototype !== Object.prototype && prototype !== null) return false;
  return outputs.some((id) => id !== '' && Object.hasOwn(result, id));
}

function byId(result: Record<string, unknown>, outputs: OutputIds, handler: string): unknown[] {
  const strange = Object.keys(result).filter((key) => !outputs.includes(key));
  if (strange.length)
    throw new HandlerError(
      `${theHandler(handler, 'The')} gave a value for "${strange[0]}", which is no output of it; ` +
        `its outputs are ${outputs
          .filter(Boolean)
          .map((id) => `"${id}"`)
          .join(', ')}`,
      { handler },
    );
  return outputs.map((id) => (Object.hasOwn(result, id) ? result[id] : skip));
}
