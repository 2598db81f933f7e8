/**
 * The test commands `open-page` and `page-report`, for what a frame in the test page cannot be: a file:// page, or an
 * isolated one. `open-page` opens a page in a browser window of its own and gives its number; `page-report` gives back,
 * as `report`, what its `globalThis.report` resolves to, or nothing yet: the test runner takes no answer that is longer
 * in coming than 20 s.
 * Payload: `{ url }`, or `{ file }` relative to the repository's root, with a query where the page takes one; the number.
 */
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';

/** Milliseconds after which `page-report` says that there is none yet. */
const PATIENCE = 5000;

export function openPage(launchOptions) {
  let browser;
  const reports = [];

  async function read({ file: path, url }) {
    browser ??= puppeteer.launch(launchOptions());
    const page = await (await browser).newPage();
    try {
      const [file, query] = path?.split('?') ?? [];
      await page.goto(file ? `${pathToFileURL(resolve(file)).href}?${query ?? ''}` : url);
      return { report: await page.evaluate(() => globalThis.report) };
    } finally {
      await page.close();
    }
  }

  return {
    name: 'open-page',
    async executeCommand({ command, payload }) {
      if (command === 'open-page')
        return reports.push(read(payload).catch(({ message }) => ({ error: message })));
      if (command === 'page-report') return Promise.race([reports[payload - 1], setTimeout(PATIENCE, {})]);
      return undefined;
    },
    async serverStop() {
      await (await browser)?.close();
    },
  };
}
