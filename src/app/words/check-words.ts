/** @file Tells of the page's own words that there are none. */

import { nearest } from '../../page/nearest.ts';
import { ALL } from '../../words/all.ts';
import { isWord } from '../../words/say.ts';

/** Tells in the console which of the page's own words have a key that there is not, or are none. */
export function checkWords(words: object): void {
  const keys = Object.keys(ALL);
  for (const [key, word] of Object.entries(words)) {
    const meant = nearest(key, keys);
    if (!keys.includes(key))
      console.warn(`configure(): there is no word "${key}"${meant ? `; did you mean "${meant}"?` : ''}`);
    else if (!isWord(word))
      console.warn(
        `configure(): the word "${key}" got ${JSON.stringify(word)}, expected a text or { one, other }`,
      );
  }
}
