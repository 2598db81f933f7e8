/** Pages of which a part is made from the sources: between two marks, in a page that is else written by hand. */
import { readFile, writeFile } from 'node:fs/promises';
import { Told } from './run.js';

/** @typedef {{ file: string, before: string, after: string }} Page A file's text as it is, and as it has to be. */

/**
 * Puts a text between two marks of a file.
 *
 * @param {string} [end] the second mark; without it the text goes on to the file's end.
 * @returns {Promise<Page>}
 */
export async function pageWith(file, start, text, end) {
  const before = await readFile(file, 'utf8');
  const from = before.indexOf(start);
  const to = end ? before.indexOf(end, from) : before.length;
  if (from < 0 || to < 0) throw new Told(`${file} has lost its mark ${from < 0 ? start : end}`);
  return { file, before, after: `${before.slice(0, from)}${start}\n${text}${before.slice(to)}` };
}

/**
 * Writes the pages that are not as they have to be; with `--check` only says which.
 *
 * @param {Page[]} pages
 * @throws {Told} with `--check`, when a page is stale.
 */
export async function keep(pages) {
  const stale = pages.filter(({ before, after }) => before !== after);
  const names = stale.map(({ file }) => file).join(', ');
  if (process.argv.includes('--check') && stale.length > 0)
    throw new Told(`Not as the sources say: ${names}. \`npm run docs\` writes what is generated.`);
  for (const { file, after } of stale) await writeFile(file, after);
  console.log(names ? `Written: ${names}` : 'All that is generated is as the sources say.');
}
