/**
 * `npm run size`: what a page loads before anybody touches it, gzipped, against size-budget.json.
 * A real browser loads the page, so that whatever the library fetches by itself is counted.
 */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import puppeteer from 'puppeteer-core';
import { chromiumOptions } from './browser/options.js';
import { serveStatic } from './serve/static-server.js';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const { page: path, maxGzipBytes } = JSON.parse(await readFile('size-budget.json', 'utf8'));
const sizes = await measure(path);
const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);

for (const { name, bytes } of sizes) console.log(`${String(bytes).padStart(8)}  ${name}`);
console.log(`${String(total).padStart(8)}  gzip bytes in all; the budget is ${maxGzipBytes}`);
if (total > maxGzipBytes) {
  console.error(`${path} loads ${total - maxGzipBytes} bytes more than size-budget.json allows.`);
  process.exitCode = 1;
} else if (total < maxGzipBytes * 0.9) {
  console.log(
    `The budget is clearly beaten: lower maxGzipBytes in size-budget.json to ${Math.ceil(total * 1.03)}.`,
  );
}

async function measure(path) {
  const server = await serveStatic({ root: process.cwd() });
  // By another name than localhost: there hints for whoever makes the page would count, too.
  const origin = `http://rivulet.example:${server.port}`;
  const options = chromiumOptions();
  options.args.push(
    '--host-resolver-rules=MAP rivulet.example 127.0.0.1',
    `--unsafely-treat-insecure-origin-as-secure=${origin}`,
  );
  const browser = await puppeteer.launch(options);
  try {
    const page = await browser.newPage();
    const bodies = [];
    page.on('response', (response) => {
      if (response.url().startsWith(origin)) bodies.push(sized(response, origin));
    });
    const answer = await page.goto(`${origin}/${path}`, { waitUntil: 'networkidle0' });
    if (!answer?.ok()) throw new Error(`${path} could not be opened: ${answer?.status()}`);
    await page.waitForNetworkIdle({ idleTime: 1000 });
    return (await Promise.all(bodies)).filter(({ bytes }) => bytes > 0).sort((a, b) => b.bytes - a.bytes);
  } finally {
    await browser.close();
    server.close();
  }
}

async function sized(response, origin) {
  const name = response.url().slice(origin.length + 1) || basename(origin);
  if (!response.ok()) return { name, bytes: 0 };
  return { name, bytes: gzipSync(await response.buffer(), { level: 9 }).length };
}
