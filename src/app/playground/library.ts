/** @file Finds the script by which a page has this copy of the library. */

import { urlIn } from '../../page/own-url.ts';

/** Gives its URL; empty in a bundle, which holds no such script. */
export function libraryURL(): string {
  const own = urlIn(new Error()).replace(/[?#].*/, '');
  if (own.endsWith('/rivulet.standalone.js')) return own;
  const [, built] = /^(.*\/)chunks\/[^/]+$/.exec(own) ?? [];
  const [, source] = /^(.*\/src\/)app\/playground\/[^/]+\.ts$/.exec(own) ?? [];
  return built ? `${built}rivulet.js` : source ? `${source}index.ts` : '';
}
