/** The public names of the library, as its entry gives them. */
import { readFile } from 'node:fs/promises';
import { posix } from 'node:path';

/**
 * Reads the entry, with the lists that it passes on as a whole.
 *
 * @returns {Promise<[file: string, text: string][]>} each file with its text.
 */
export async function entryTexts(file = 'src/index.ts') {
  const text = await readFile(file, 'utf8');
  const lists = [...text.matchAll(/^export \* from '([^']+)'/gm)].map(([, from]) =>
    entryTexts(posix.join(posix.dirname(file), from)),
  );
  return [[file, text], ...(await Promise.all(lists)).flat()];
}

/** Gives the public names of the elements, by the names of their classes. @returns {Promise<Map<string, string>>} */
export async function elementNames() {
  const texts = await entryTexts();
  const exports = texts.flatMap(([, text]) => [...text.matchAll(/\b(Riv\w+) as (\w+)/g)]);
  return new Map(exports.map(([, own, name]) => [own, name]));
}
