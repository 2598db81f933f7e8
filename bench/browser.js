/** The browser of the benchmark, and what it tells about a page. */
import { readFileSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { chromiumOptions } from '../scripts/browser/options.js';

/** Starts a browser; the caller closes it. */
export const startBrowser = () => puppeteer.launch(chromiumOptions());

/**
 * Opens a page, by default in a browser of its own, so that no page inherits another one's workers and memory.
 *
 * @param {string} url
 * @param {{ browser?: import('puppeteer-core').Browser, onWorker?: (worker: import('puppeteer-core').WebWorker) => void,
 *   before?: (cdp: import('puppeteer-core').CDPSession) => Promise<void> }} [options]
 *   a browser that is on already, and what is to be done with each worker as it starts and before the page is loaded.
 */
export async function openPage(url, { browser, onWorker, before } = {}) {
  const own = browser ?? (await startBrowser());
  const page = browser ? await (await browser.createBrowserContext()).newPage() : (await own.pages())[0];
  page.on('pageerror', (error) => console.error(`${url}: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && console.error(`${url}: ${message.text()}`));
  if (onWorker) page.on('workercreated', onWorker);
  const cdp = await page.createCDPSession();
  // In CPU time: what others do on this machine does not count.
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await before?.(cdp);
  await page.goto(url);
  await page.bringToFront();
  return { browser: own, page, cdp, close: () => (browser ? page.browserContext().close() : own.close()) };
}

/** Loads a page and calls its `bench` with each of `calls`, one after the other; resolves to what they gave. */
export async function callPage(url, calls) {
  const { page, close } = await openPage(url);
  try {
    const results = [];
    for (const options of calls)
      results.push(await page.evaluate((given) => globalThis.bench(given), options));
    return results;
  } finally {
    await close();
  }
}

/** Milliseconds of CPU that the page's own thread has used so far. */
export async function mainThreadMs(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
}

/** Milliseconds on the monotonic clock, which frames are stamped with, at which `performance.now()` of the page was 0. */
export async function pageStart(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'NavigationStart').value * 1000;
}

/** The process that is working for the page now. */
export async function workingProcess(browser) {
  const session = await browser.target().createCDPSession();
  const times = async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    return new Map(
      processInfo.filter(({ type }) => type === 'renderer').map(({ id, cpuTime }) => [id, cpuTime]),
    );
  };
  const before = await times();
  await pause(500);
  const gained = [...(await times())].map(([id, time]) => [id, time - (before.get(id) ?? 0)]);
  await session.detach();
  return gained.sort((a, b) => b[1] - a[1])[0][0];
}

/**
 * Megabytes that a page's process holds, after garbage was collected in it and its workers. Frames on their way make
 * it sway, so the least of several looks counts. Linux only; else `NaN`.
 */
export async function memoryOf({ page, cdp }, pid) {
  for (const { client } of page.workers()) await client.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  let least = Number.POSITIVE_INFINITY;
  for (let look = 0; look < 20; look++) {
    await pause(30);
    least = Math.min(least, residentMB(pid));
  }
  return least;
}

function residentMB(pid) {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}

/** Waits. */
export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
