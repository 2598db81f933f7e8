/**
 * `npm run zip`: builds, and writes rivulet-VERSION.zip for those who copy: a starter page, and beside it dist/ with the
 * files of the engines, so that the page asks no other site for anything.
 */
import './node/version.js';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installWhenMissing } from './node/dependencies.js';
import { enginePackages } from './serve/engine-files.js';
import { script } from './node/run.js';

/** Files of the engines' packages that Rivulet asks for; the packages hold other builds, too. */
const ASKED =
  /^(ffmpeg-core(\.worker)?\.js|ffmpeg-core\.wasm|ort\.(wasm|jspi|webgpu)\.min\.mjs|ort-wasm-simd-threaded(\.jspi|\.asyncify)?\.(mjs|wasm))$/;

await script(async () => {
  process.chdir(fileURLToPath(new URL('..', import.meta.url)));
  await installWhenMissing();
  await (await import('./build.js')).build();
  const { version } = JSON.parse(await readFile('package.json', 'utf8'));
  const name = `rivulet-${version}`;
  const files = { ...(await pages()), ...(await folder('dist', 'dist')), ...(await engines()) };
  const { zipSync } = await import('fflate');
  const inFolder = Object.fromEntries(
    Object.entries(files).map(([path, bytes]) => [`${name}/${path}`, bytes]),
  );
  const zip = zipSync(inFolder, { level: 9, mtime: new Date() });
  await writeFile(`${name}.zip`, zip);
  console.log(`Wrote ${name}.zip: ${Object.keys(files).length} files, ${(zip.length / 1e6).toFixed(1)} MB`);
});

/** The starter page with the script beside it, and the licence. */
async function pages() {
  const starter = await readFile('starter/index.html', 'utf8');
  const local = starter
    .replace(/(src|href)="https:[^"]*\/dist\/rivulet\.(js|css)"/g, '$1="dist/rivulet.$2"')
    .replace(/^ *<!-- Or your own copy.*\n/m, '');
  return { 'index.html': Buffer.from(local), LICENSE: await readFile('LICENSE') };
}

async function engines() {
  const found = {};
  for (const [name, path] of Object.entries(enginePackages)) {
    Object.assign(found, await folder(path, `dist/${name}`, ASKED));
    found[`dist/${name}/LICENSE.txt`] = Buffer.from(await license(path));
  }
  return found;
}

/** Where the files of a package are from, and the licence that they are under. */
async function license(path) {
  const manifest = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)[0];
  const { name, version, license, repository } = JSON.parse(
    await readFile(`${manifest}/package.json`, 'utf8'),
  );
  const url = (repository.url ?? repository).replace(/^git\+/, '');
  const { default: spdx } = await import('spdx-license-list/full.js');
  return `These files are ${name} ${version}, unchanged.
Their source, and how they are built from it: ${url}
Their licence, ${license}:

${spdx[license].licenseText.replace(/<year> <copyright holders>/i, `the authors of ${name}`)}
`;
}

/** The files of a folder by their path in the zip. */
async function folder(from, to, asked = /./) {
  const found = {};
  for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !asked.test(entry.name)) continue;
    const path = posix.join((entry.parentPath ?? entry.path).replaceAll('\\', '/'), entry.name);
    found[posix.join(to, posix.relative(from, path))] = await readFile(path);
  }
  return found;
}
