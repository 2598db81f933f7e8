/**
 * Writes dist/: the scripts, the stylesheet, type declarations, the custom elements manifest and the data for HTML editors; and index.html,
 * the gallery of the demos.
 * Everything is made in a folder beside it and moved into place at the end, so that dist/ is always whole.
 */
import './node/version.js';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { frameworkTypes } from './build/framework-types.js';
import { writeGallery } from './docs/gallery.js';
import { htmlData } from './build/html-data.js';
import { installWhenMissing } from './node/dependencies.js';
import { makeManifest } from './build/manifest.js';
import { elementNames } from './build/public-names.js';
import { placeKeeping } from './build/place-keeping.js';
import { runNode, script } from './node/run.js';
import { thirdPartyLicenses } from './build/third-party.js';

const outDir = `dist.${process.pid}`;

/** Builds dist/. @throws when a step fails; dist/ is then as it was. */
export async function build() {
  const start = performance.now();
  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir);
  try {
    await Promise.all([scripts(), declarations(), manifest(), styles(), writeGallery()]);
    await rm('dist', { recursive: true, force: true });
    await rename(outDir, 'dist');
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
  console.log(`Built dist/ in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

async function scripts() {
  const { build: vite } = await import('vite');
  const modules = new Set();
  const note = {
    name: 'note-modules',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) for (const id of chunk.moduleIds ?? []) modules.add(id);
    },
  };
  for (const mode of [
    'rivulet',
    'node',
    'worker',
    'testing',
    'handler-worker',
    'engine-ffmpeg',
    'ffmpeg-thread',
    'engine-gradio',
    'engine-onnx',
    'engine-video',
    'standalone',
  ]) {
    // The default loader of the configuration writes into node_modules, which may not be writable.
    await vite({ mode, configLoader: 'runner', build: { outDir }, plugins: [note] });
  }
  await writeFile(`${outDir}/THIRD-PARTY-LICENSES.txt`, await thirdPartyLicenses(modules));
}

async function styles() {
  await writeFile(`${outDir}/rivulet.css`, await placeKeeping());
}

async function declarations() {
  const tsc = 'node_modules/typescript/bin/tsc';
  const types = `${outDir}/types`;
  const worker = [
    '-p',
    'tsconfig.worker.json',
    '--noEmit',
    'false',
    '--declaration',
    '--emitDeclarationOnly',
  ];
  const page = await runNode(tsc, ['-p', 'tsconfig.types.json', '--outDir', types], { quiet: true });
  const both =
    page ||
    (await runNode(tsc, [...worker, '--noCheck', '--rootDir', '.', '--outDir', types], { quiet: true }));
  if (both !== 0) throw new Error('The type declarations could not be made');
  // Types that were not written down are named after where they lie: in a package that is another one's own.
  for (const name of await readdir(types, { recursive: true })) {
    if (!name.endsWith('.d.ts')) continue;
    const text = await readFile(`${types}/${name}`, 'utf8');
    if (text.includes('import("lit-html")'))
      await writeFile(`${types}/${name}`, text.replaceAll('import("lit-html")', 'import("lit")'));
  }
}

async function manifest() {
  const elements = await makeManifest(outDir);
  await writeFile(`${outDir}/custom-elements.json`, JSON.stringify(elements));
  await writeFile(`${outDir}/html.html-data.json`, JSON.stringify(htmlData(elements)));
  await mkdir(`${outDir}/types`, { recursive: true });
  const types = frameworkTypes(elements, await elementNames());
  for (const [name, text] of Object.entries(types)) await writeFile(`${outDir}/types/${name}`, text);
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await script(async () => {
    process.chdir(fileURLToPath(new URL('..', import.meta.url)));
    // A build that was killed leaves its folder behind.
    for (const name of await readdir('.')) {
      const pid = /^dist\.(\d+)$/.exec(name)?.[1];
      if (pid && !isRunning(Number(pid))) await rm(name, { recursive: true, force: true });
    }
    await installWhenMissing();
    await build();
  });

function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
