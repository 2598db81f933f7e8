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

/** True for a sample that is an app by itself: it names no file beside it, and no other package. */
export function isWhole({ language, name, code }) {
  if (name || !['js', 'html'].includes(language)) return false;
  if (
    /['"]\.{1,2}\/(?!dist\/)|from ['"](?!rivulet['"]|https?:)|rivulet\/\w|rv\.handlers\(/.test(
      code.replace(/["'](\.\/)?rivulet\.js["']/g, ''),
    )
  )
    return false;
  return language === 'js'
    ? /\brv\.\w+\(|\bnew /.test(code) && /mount\(|append\(/.test(code)
    : /<riv-/.test(code);
}

/** By which the page asks for a sample of a Markdown file, the first one being 0. */
export const sampleName = (file, at) => `${file.replace(/\.md$/, '')}:${at}`;
