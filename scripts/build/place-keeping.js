/** Makes dist/rivulet.css, which keeps the place of elements that are not defined yet, of src/rivulet.css. */
import { readFile, readdir } from 'node:fs/promises';

/** Text boxes of so many lines are known; CSS cannot count with an attribute everywhere. */
const LINES = [2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20];

/** Gives the stylesheet, with the tags of all elements in their places. */
export async function placeKeeping() {
  const elements = await declared();
  const list = (fits) => `:is(${elements.filter(fits).map(({ tag }) => tag)}):not(:defined)`;
  const words = {
    component: list(({ traits, tag }) => !isApp(tag) && !traits.includes('unseen')),
    cell: list(({ traits }) => /\bcell: true/.test(traits)),
    unseen: list(({ traits }) => traits.includes('unseen')),
    lines: LINES.map((lines) => `riv-textbox[lines="${lines}"]:not(:defined){--_more:${lines - 1}}`).join(
      '\n',
    ),
  };
  const source = await readFile('src/rivulet.css', 'utf8');
  // Names of properties begin with two signs, too, and an underscore.
  const css = source.replace(/(?<![\w-])--(component|cell|unseen|lines)\b/g, (_, word) => words[word]);
  const { transform } = await import('esbuild');
  const { code } = await transform(css, { loader: 'css', minify: true, legalComments: 'none' });
  return code;
}

const isApp = (tag) => ['riv-interface', 'riv-blocks'].includes(tag);

/** What each element says of itself in its `@element` line. @returns {Promise<{ tag: string, traits: string }[]>} */
async function declared() {
  const names = (await readdir('src', { recursive: true })).filter((name) => name.endsWith('.ts')).sort();
  const texts = await Promise.all(names.map((name) => readFile(`src/${name}`, 'utf8')));
  return texts.flatMap((text) =>
    [...text.matchAll(/^@element\('([\w-]+)'([^)]*)\)/gm)].map(([, tag, traits]) => ({ tag, traits })),
  );
}
