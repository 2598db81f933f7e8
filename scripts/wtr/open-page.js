/**
 * The test command `open-page`: opens a page in a browser window of its own and gives back what its
 * `globalThis.report` resolves to. For what a frame in the test page cannot be: a file:// page, or an isolated one.
 * Payload: `{ url }`, or `{ file }` relative to the repository's root, with a query where the page takes one.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';

export function openPage(launchOptions) {
  let browser;
  return {
    name: 'open-page',
    async executeCommand({ command, payload }) {
      if (command !== 'open-page') return undefined;
      browser ??= puppeteer.launch(launchOptions());
      const page = await (await browser).newPage();
      try {
        const [file, query] = payload.file?.split('?') ?? [];
        await page.goto(file ? `${pathToFileURL(resolve(file)).href}?${query ?? ''}` : payload.url);
        return await page.evaluate(() => globalThis.report);
      } finally {
        await page.close();
      }
    },
    async serverStop() {
      await (await browser)?.close();
    },
  };
}
