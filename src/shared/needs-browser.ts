/** @file What a public name is where there is no browser: the build for servers gives this for each of them. */

import { RivuletError } from './errors.ts';

/**
 * Makes what stands for a class or function that needs a browser. It can be extended, and asked for with `instanceof`.
 *
 * @returns a function that throws a `RivuletError` when it is called, or constructed.
 */
export function needsBrowser(name: string): () => never {
  function Absent(): never {
    const what = new.target ? `new rv.${name}` : `rv.${name}`;
    throw new RivuletError(`${what}() needs a browser: ${'document' in globalThis ? MISPLACED : SERVER}`);
  }
  Object.defineProperty(Absent, 'name', { value: name });
  return Absent;
}

const SERVER =
  'on a server, Rivulet can be imported and configured. Do this once the page has come alive, as in useEffect or onMounted.';

const MISPLACED =
  'this is the build of Rivulet for servers. Let the bundler resolve packages with the condition "browser".';
