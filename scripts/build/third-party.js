/** The licences of the packages whose code is in the scripts of dist/. */
import { readFile, readdir } from 'node:fs/promises';

/** @param {Iterable<string>} modules ids of the bundled modules. */
export async function thirdPartyLicenses(modules) {
  const folders = new Set();
  for (const id of modules) {
    const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id.replaceAll('\\', '/'))?.[0];
    if (!folder || folder.includes('\0')) continue;
    folders.add(folder);
    for (const inner of await bundledIn(id)) folders.add(inner);
  }
  // Comlink is in the inlined worker, whose modules are not listed; it is on the page's side as well.
  const texts = await Promise.all([...folders].sort().map(license));
  return `Rivulet's scripts contain code of these packages.\n\n${texts.join('\n\n')}\n`;
}

async function license(folder) {
  const { name, version, license } = JSON.parse(await readFile(`${folder}/package.json`, 'utf8'));
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? (await readFile(`${folder}/${file}`, 'utf8')).trim() : '';
  return `---- ${name} ${version} (${license})\n\n${text}`.trim();
}

/** The packages within a script that its makers have bundled, as the source map beside it names them. */
async function bundledIn(id) {
  if (!id.endsWith('.min.js')) return [];
  const map = await readFile(`${id}.map`, 'utf8').catch(() => '{}');
  const names = (JSON.parse(map).sources ?? []).map(
    (source) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1],
  );
  const root = id.slice(0, id.indexOf('node_modules/') + 'node_modules/'.length);
  return [...new Set(names)].filter(Boolean).map((name) => root + name);
}
