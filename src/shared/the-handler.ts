/** @file Names a handler in a sentence. */

/** The name of a handler that has none of its own; `apiName` tells it, messages leave it out. */
export const NAMELESS = 'handler';

/** Names that say nothing: that one, and that of an export without one. */
const EMPTY = [NAMELESS, 'default'];

/** Names a handler in a sentence: `the handler "invert"`, or `the handler` where it has no name. */
export function theHandler(name: string, the: 'the' | 'The' = 'the'): string {
  return EMPTY.includes(name) ? `${the} handler` : `${the} handler "${name}"`;
}
