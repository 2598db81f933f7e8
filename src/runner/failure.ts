/** @file Makes a HandlerError of whatever a handler threw. */

import { HandlerError, wordsOf } from '../shared/errors.ts';
import type { WireError } from '../shared/protocol.ts';
import { theHandler } from '../shared/the-handler.ts';
import { toWire } from '../shared/wire-error.ts';
import type { LoadedHandler } from './steps.ts';

/** Errors of ours that a handler hands on: they stay what they are. */
const OWN = ['MediaError', 'AssetError', 'ValueError', 'WorkerError'];

/**
 * Makes what a handler threw fit to travel: a HandlerError with the handler's name. Never throws, whatever was thrown.
 */
export function failureOf(thrown: unknown, { name, explain }: LoadedHandler): WireError {
  try {
    const kind = (thrown as Error | null | undefined)?.name;
    const ours = typeof kind === 'string' && kind.endsWith('Error') && 'handler' in (thrown as object);
    if (ours && (thrown as HandlerError).handler === '') (thrown as HandlerError).handler = name; // an engine's
    if (ours || OWN.includes(kind ?? '')) return toWire(thrown);
    const message = explain?.(thrown) ?? wordsFor(thrown, name);
    const error = new HandlerError(message, { handler: name, cause: thrown ?? undefined });
    if ((thrown as Error | null)?.stack) error.stack = (thrown as Error).stack;
    return toWire(error);
  } catch {
    // Anything can be thrown, also what cannot be looked at.
    return toWire(
      new HandlerError(`${theHandler(name, 'The')} threw what cannot be read`, { handler: name }),
    );
  }
}

/** An error's words, or a thrown string; anything else says by itself too little. */
function wordsFor(thrown: unknown, name: string): string {
  const spoken =
    typeof thrown === 'string' || typeof (thrown as Error | null | undefined)?.message === 'string';
  const words = wordsOf(thrown);
  if (words === '') return `${theHandler(name, 'The')} failed without a message`;
  return spoken ? words : `${theHandler(name, 'The')} threw ${words}, expected an Error`;
}
