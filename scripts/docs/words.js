/** The list of all words in docs/reference/words.md, from the English of src/words. */
import { readFile, readdir } from 'node:fs/promises';
import { pageWith } from './generated.js';

const NO_WORDS = ['say.ts', 'locale.ts', 'all.ts'];

/** Reads the words of a file: their keys, and what they are in English. */
export function wordsIn(text) {
  const found = /= \{\n([\s\S]*?)\n\} as const;/.exec(text.replace(/^ {2}\.\.\.\w+,$/gm, ''));
  return found ? Function(`return ({${found[1]}\n})`)() : {};
}

/** @returns {Promise<[title: string, words: Record<string, string | object>][]>} the words of each part */
export async function allWords(folder = 'src/words') {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ts') && !NO_WORDS.includes(name));
  return Promise.all(
    names.sort().map(async (name) => {
      const text = await readFile(`${folder}/${name}`, 'utf8');
      return [/Words: (.*)\. \*\//.exec(text)[1], wordsIn(text)];
    }),
  );
}

/** @returns the page with its lists. */
export async function words() {
  const parts = (await allWords()).map(([title, all]) => {
    const rows = Object.entries(all).map(([key, word]) => `| \`${key}\` | ${shown(word)} |`);
    return `\n## ${title[0].toUpperCase()}${title.slice(1)}\n\n| key | English |\n|---|---|\n${rows.join('\n')}\n`;
  });
  return pageWith('docs/reference/words.md', ['<!-- words -->', parts.join('')]);
}

const shown = (word) =>
  typeof word === 'string'
    ? word
    : Object.entries(word)
        .map(([rule, text]) => `${rule}: ${text}`)
        .join('; ');
