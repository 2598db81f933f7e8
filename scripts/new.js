/**
 * `npm run new NAME [control | display | plain]`: begins a component: its folder, its line in src/components/index.ts, its
 * test, and a demo with a test of its own, all of which work; then `npm run docs`, unless `--no-docs` says that this comes
 * later. A control (the default) is edited by the user, a display only shows a value, and a plain one has none.
 */
import './node/version.js';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { entryTexts } from './build/public-names.js';
import { Told, runNode, script } from './node/run.js';

const INDEX = 'src/components/index.ts';
const TEMPLATES = 'scripts/new';

await script(async () => {
  process.chdir(fileURLToPath(new URL('..', import.meta.url)));
  const given = process.argv.slice(2);
  const [name, kind = 'control'] = given.filter((each) => each !== '--no-docs');
  const kinds = await readdir(TEMPLATES);
  if (!/^[a-z][a-z\d]*(-[a-z\d]+)*$/.test(name ?? ''))
    throw new Told(
      `${name === undefined ? 'No name was given' : `The name is ${JSON.stringify(name)}`}; it takes small letters, digits and hyphens, such as color-picker: npm run new color-picker`,
    );
  if (!kinds.includes(kind))
    throw new Told(`The kind is ${JSON.stringify(kind)}; there are ${kinds.sort().join(', ')}.`);

  const named = spellings(name);
  const files = {
    component: `src/components/${name}/${name}.ts`,
    styles: `src/components/${name}/${name}.styles.ts`,
    test: `test/components/${name}.test.ts`,
    demo: `demos/${named.thing_name}/index.html`,
    'demo-test': `test/demos/components/${named.thing_name}.ts`,
  };
  const folders = [files.component, files.demo].map((file) => dirname(file));
  await refuseTaken(name, named.ThingName, [...folders, files.test, files['demo-test']]);

  for (const [part, file] of Object.entries(files)) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, fill(await readFile(`${TEMPLATES}/${kind}/${part}.txt`, 'utf8'), named));
  }
  await addToIndex(name, named.ThingName);
  const scripts = [...Object.values(files).filter((file) => file.endsWith('.ts')), INDEX];
  await runNode('node_modules/@biomejs/biome/bin/biome', ['format', '--write', ...scripts], { quiet: true });
  console.log(`Written: ${[...Object.values(files), INDEX].join(', ')}`);
  if (!given.includes('--no-docs') && (await runNode('scripts/docs.js', []))) process.exit(1);
  console.log(
    `Next: npm test -- --files ${files.test}, then node scripts/pictures.js ${named.thing_name} for the gallery.`,
  );
});

/** The name as the templates spell it in its different places. */
function spellings(name) {
  const words = name.split('-');
  const large = words.map((word) => word[0].toUpperCase() + word.slice(1));
  return {
    'thing-name': name,
    thing_name: words.join('_'),
    thingName: [words[0], ...large.slice(1)].join(''),
    ThingName: large.join(''),
    'Thing name': [large[0], ...words.slice(1)].join(' '),
  };
}

function fill(template, named) {
  return template.replace(/thing[-_]name|thingName|ThingName|Thing name/g, (word) => named[word]);
}

/** @throws {Told} when something of that name is there, which is never written over */
async function refuseTaken(name, publicName, paths) {
  const there = paths.find((path) => existsSync(path));
  if (there) throw new Told(`There is ${there} already; a new component has another name.`);
  const sources = (await readdir('src', { recursive: true })).filter((file) => file.endsWith('.ts'));
  for (const file of sources)
    if ((await readFile(`src/${file}`, 'utf8')).includes(`'riv-${name}'`))
      throw new Told(`<riv-${name}> is in src/${file} already; a new component has another name.`);
  const lists = (await entryTexts()).flatMap(([, text]) => [...text.matchAll(/\{([^{}]*)\} from/g)]);
  const names = lists.flatMap(([, list]) =>
    list.split(',').map((entry) => entry.trim().split(' as ').at(-1)),
  );
  if (names.includes(publicName))
    throw new Told(`rv.${publicName} is something else already; a new component has another name.`);
}

/** Adds the line, in the order of the alphabet. */
async function addToIndex(name, publicName) {
  const text = await readFile(INDEX, 'utf8');
  const at = text.indexOf('export');
  const lines = text.slice(at).match(/export [^;]+;\n/g);
  lines.push(`export { Riv${publicName} as ${publicName} } from './${name}/${name}.ts';\n`);
  await writeFile(INDEX, text.slice(0, at) + lines.sort().join(''));
}
