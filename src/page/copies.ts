/** @file Knows of further copies of the library on the page: two versions, or one from two places. */

import { urlIn } from './own-url.ts';

/** The version of this copy. */
export const VERSION = '0.1.0';

const shared = globalThis as { [key: symbol]: unknown };

/** Returns what all copies of the library on a page share under a name, as they share the page's elements. */
export function sharedByCopies<Value>(name: string, make: () => Value): Value {
  return (shared[Symbol.for(name)] ??= make()) as Value;
}

const copies = sharedByCopies<string[]>('rivulet copies', () => []);

/** True for the copy whose elements the page has. */
export const isFirstCopy = copies.length === 0;

if (typeof document !== 'undefined') {
  copies.push(`${VERSION} (${urlIn(new Error()) || document.baseURI})`);
  if (!isFirstCopy)
    console.warn(
      `Rivulet is on this page ${copies.length} times: ${copies.join(', ')}. All its elements are those of the first; ` +
        'configure() of each counts for all. Load it once',
    );
}
