/** The licences of the packages whose code is in the scripts of dist/. */
import { readFile, readdir } from 'node:fs/promises';

/** @param {Iterable<string>} modules ids of the bundled modules. */
export async function thirdPartyLicenses(modules) {
  const folders = new Set();
  for (const id of modules) {
    const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id.replaceAll('\\', '/'))?.[0];
    if (folder && !folder.includes('\0')) folders.add(folder);
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
