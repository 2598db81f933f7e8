/** @file Names the handler whose result does not fit, and where that stands. */

import { ValueError } from '../../shared/errors.ts';
import type { HandlerSource } from '../../shared/protocol.ts';
import { BEFORE_FUNCTION } from './code.ts';

/**
 * Returns what an output said of a result, with the handler that gave it. In the place of a stack, which would be ours, stands
 * the handler.
 */
export function blame(error: Error, source: HandlerSource): Error {
  if (error.name !== 'ValueError') return error;
  const { target } = error as ValueError;
  const by = ` from the handler "${source.name}"`;
  const [got, ...expected] = error.message.split(', expected ');
  const words = [got + by, ...expected].join(', expected ');
  const blamed = new ValueError(words, { target, cause: error.cause });
  blamed.stack = [`${blamed.name}: ${words}`, frameOf(source)].filter(Boolean).join('\n');
  return blamed;
}

/** The line of a stack that names a handler; nothing for one that its own worker serves. */
function frameOf(source: HandlerSource): string {
  if (source.kind === 'served') return '';
  const place = source.kind === 'module' ? source.url : `${source.file}:${placeOf(source)}`;
  return `    at ${source.name} (${place})`;
}

/** Line and column of a handler in its code, from 1. */
function placeOf(source: Extract<HandlerSource, { text: string }>): string {
  if (source.kind === 'function') return `1:${BEFORE_FUNCTION.length + 1}`;
  const name = source.export === 'default' ? '' : source.export.replace(/\$/g, '\\$&');
  const pattern = name
    ? `\\b(?:function\\b[\\s*]*|const\\s+|let\\s+|var\\s+)${name}\\b`
    : '\\bexport\\s+default\\b';
  const before = source.text.slice(0, Math.max(0, source.text.search(new RegExp(pattern)))).split('\n');
  return `${before.length}:${before.at(-1)!.length + 1}`;
}
