import { openPage, startBrowser } from '../browser.js';
import { row } from '../stats.js';
import { takeTurns } from './turns.js';

/** Loads for each repeat; one alone says little. */
const LOADS = 4;
const lines = [
  { name: 'local' },
  {
    name: '10 Mbit/s, 40 ms',
    conditions: { offline: false, latency: 40, downloadThroughput: 1.25e6, uploadThroughput: 1.25e6 },
  },
];

/** (d) From the navigation to a calculator that can be used, and to its first result; nothing cached, a fresh worker. */
export async function start({ url, repeats }) {
  const browser = await startBrowser();
  try {
    const rows = [];
    for (const { name, conditions } of lines) {
      const once = (side) => load(browser, `${url}/bench/pages/start/${side}.html`, conditions);
      await takeTurns(1, once); // the browser itself has to warm up
      const turns = await takeTurns(repeats * LOADS, once);
      const line = (what, unit, pick) =>
        row({ group: 'd', what, unit, raw: turns.raw.map(pick), rivulet: turns.rivulet.map(pick) });
      rows.push(
        line(`calculator can be used, ${name}`, 'ms', (turn) => turn.usable),
        line(`first result after the press, ${name}`, 'ms', (turn) => turn.result - turn.usable),
      );
      if (!conditions) rows.push(line('transferred, gzip', 'kB', (turn) => turn.kB));
    }
    return rows;
  } finally {
    await browser.close();
  }
}

async function load(browser, url, conditions) {
  let bytes = 0;
  const prepare = async (cdp) => {
    await cdp.send('Network.enable');
    if (conditions) await cdp.send('Network.emulateNetworkConditions', conditions);
    cdp.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  };
  const { page, close } = await openPage(url, { browser, before: prepare });
  try {
    return { ...(await page.evaluate(() => globalThis.measured)), kB: bytes / 1000 };
  } finally {
    await close();
  }
}
