/** Pages of which a part is made from the sources: between two marks, in a page that is else written by hand. */
import { readFile, writeFile } from 'node:fs/promises';
import { Told } from '../node/run.js';

/** @typedef {{ file: string, before: string, after: string }} Page A file's text as it is, and as it has to be. */

/**
 * Puts texts between marks of a file.
 *
 * @param {...[start: string, text: string, end?: string]} parts without a second mark a text goes on to the file's end.
 * @returns {Promise<Page>}
 */
export async function pageWith(file, ...parts) {
  const before = await readFile(file, 'utf8');
  let after = before;
  for (const [start, text, end] of parts) {
    const from = after.indexOf(start);
    const to = end ? after.indexOf(end, from) : after.length;
    if (from < 0 || to < 0) throw new Told(`${file} has lost its mark ${from < 0 ? start : end}`);
    after = `${after.slice(0, from)}${start}\n${text}${after.slice(to)}`;
  }
  return { file, before, after };
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
