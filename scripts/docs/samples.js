/** The samples of code in Markdown files, as scripts that TypeScript can read. */
import { readFile } from 'node:fs/promises';

/**
 * The fenced blocks of a Markdown file. A fence of "js filters.js" gives the sample the name of a file. One of four signs
 * holds Markdown, with fences of its own.
 *
 * @returns {Promise<{ language: string, name?: string, code: string, line: number }[]>} `line` is that of the fence, from 1.
 */
export async function samplesOf(file) {
  const text = await readFile(file, 'utf8');
  return [...text.matchAll(/^(`{3,4})(\w+)(?: +(\S+))?\n([\s\S]*?)^\1$/gm)].map((found) => {
    const [, , language, name, code] = found;
    return { language, name, code, line: text.slice(0, found.index).split('\n').length };
  });
}

/**
 * The modules in a sample: itself, or the scripts of a page. Each begins in the line of the Markdown file that `line`
 * says, from 1.
 *
 * @returns {{ extension: 'js' | 'ts' | 'tsx', code: string, line: number }[]}
 */
export function modulesOf({ language, code, line }) {
  if (['js', 'ts', 'tsx'].includes(language)) return [{ extension: language, code, line: line + 1 }];
  if (language !== 'html') return [];
  return [...code.matchAll(/<script(?![^>]*\bsrc=)([^>]*)>([\s\S]*?)<\/script>/g)]
    .filter(([, attributes]) => !/importmap|json/.test(attributes))
    .map((found) => {
      const before = code.slice(0, found.index + found[0].indexOf('>') + 1);
      return { extension: 'js', code: found[2], line: line + before.split('\n').length };
    });
}
