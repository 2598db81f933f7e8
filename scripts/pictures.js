/**
 * Takes the gallery's pictures: `node scripts/pictures.js [demo …]`, after a build. Opens each demo in Chromium, brings
 * it into a state worth a picture, and writes picture.webp and picture-dark.webp into its folder.
 */
import { readdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { paintedCamera } from './pictures/devices.js';
import { poses } from './pictures/poses.js';
import { chromiumOptions } from './browser/options.js';
import { engineFile } from './serve/engine-files.js';
import { serveStatic } from './serve/static-server.js';

const MOST_BYTES = 25_000;
const root = fileURLToPath(new URL('..', import.meta.url));

/** Only the demo, without the page's header, in the middle. */
const frame = `
  header { display: none }
  body { display: grid; align-content: safe center; min-height: 100vh; margin: 0; max-width: none; padding: 16px }
`;

const server = await serveStatic({ root, rewrite: ({ pathname }) => ({ path: engineFile(pathname) }) });
const { url } = server;
const browser = await puppeteer.launch(chromiumOptions());
try {
  const folders = await readdir(`${root}/demos`, { withFileTypes: true });
  const all = folders.filter((each) => each.isDirectory()).map(({ name }) => name);
  const wished = process.argv.slice(2);
  for (const name of wished.length > 0 ? wished : all)
    for (const scheme of ['light', 'dark']) await take(name, scheme);
} finally {
  await browser.close();
  server.close();
}

async function take(name, scheme) {
  const page = await browser.newPage();
  await page.setViewport({ width: 720, height: 450, deviceScaleFactor: 8 / 9 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.evaluateOnNewDocument(paintedCamera);
  await page.goto(`${url}/demos/${name}/index.html`);
  await page.addStyleTag({ content: frame });
  await page.waitForSelector(
    'riv-interface:defined, riv-blocks:defined, riv-chat-interface:defined, riv-playground:defined',
  );
  await page.$eval('riv-interface, riv-blocks, riv-chat-interface, riv-playground', (app) => app.ready);
  await poses[name]?.(page);
  await page.evaluate(() => document.activeElement?.blur());
  const path = `demos/${name}/picture${scheme === 'dark' ? '-dark' : ''}.webp`;
  let picture;
  for (let quality = 85; quality > 0; quality -= 15) {
    picture = await page.screenshot({ type: 'webp', quality });
    if (picture.length < MOST_BYTES) break;
  }
  await writeFile(`${root}/${path}`, picture);
  console.log(`${path} ${(picture.length / 1000).toFixed(1)} KB`);
  await page.close();
}
