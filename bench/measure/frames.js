import { mainThreadMs, memoryOf, openPage, pageStart, pause, workingProcess } from '../browser.js';
import { row } from '../stats.js';
import { probe } from './probe.js';
import { takeTurns } from './turns.js';

const WARM_UP_MS = 3000;
const sizes = [
  { width: 640, height: 480 },
  { width: 1280, height: 720 },
];

/** (b) Frames of a camera through a handler in a worker to a canvas. */
export async function frames({ url, seconds, repeats }) {
  const rows = [];
  for (const size of sizes)
    for (const handler of ['pass', 'flip']) {
      const page = (side) => `${url}/bench/pages/frames/${side}.html`;
      const turns = await takeTurns(repeats, (side) => stream(page(side), { ...size, handler }, seconds));
      rows.push(...rowsOf(`${size.width}×${size.height} ${handler}`, turns, seconds));
    }
  return rows;
}

function rowsOf(name, { raw, rivulet }, seconds) {
  const both = (pick) => ({ raw: raw.flatMap(pick), rivulet: rivulet.flatMap(pick) });
  const line = (what, unit, pick, more) =>
    row({ group: 'b', what: `${name}: ${what}`, unit, ...both(pick), ...more });
  return [
    line('frames shown', 'per second', (turn) => turn.fps, {
      target: 'the same',
      met: (a, b) => b.median >= 0.99 * a.median,
    }),
    line('captured to painted', 'ms', (turn) => turn.latencies, {
      target: 'p95 1.25×',
      met: (a, b) => b.p95 <= 1.25 * a.p95,
    }),
    line('main thread for a frame', 'ms', (turn) => turn.mainMs),
    line(`longest main task in ${seconds} s (0: none above 50)`, 'ms', (turn) => turn.longest, {
      target: 'none above 50',
      met: (_, b) => b.p95 === 0,
    }),
    line(`memory gained in ${seconds} s`, 'MB', (turn) => turn.gained, {
      target: 'raw ±10',
      met: (a, b) => Math.abs(b.median - a.median) <= 10,
    }),
  ];
}

/** One stream: opened, warmed up, measured. */
async function stream(url, setting, seconds) {
  const opened = await openPage(url, { onWorker: (worker) => void worker.evaluate(probe) });
  const { page, cdp, close } = opened;
  try {
    await page.evaluate((given) => globalThis.bench(given), setting);
    await pause(WARM_UP_MS);
    const origin = await pageStart(cdp);
    const timeOrigin = await page.evaluate(() => performance.timeOrigin);
    const process = await workingProcess(opened.browser);
    const before = await memoryOf(opened, process);
    await takePainted(page);
    await page.evaluate(() => globalThis.watchTasks());
    const [startMs, start] = [await mainThreadMs(cdp), performance.now()];
    await pause(seconds * 1000);
    const painted = await takePainted(page);
    const [endMs, end] = [await mainThreadMs(cdp), performance.now()];
    const longest = await page.evaluate(() => globalThis.longestTask());
    if (!painted.length) throw new Error(`${url}: no worker has painted a frame`);
    return {
      fps: painted.length / ((end - start) / 1000),
      latencies: painted.map(({ captured, at }) => at - timeOrigin - (captured - origin)),
      mainMs: (endMs - startMs) / painted.length,
      longest,
      gained: (await memoryOf(opened, process)) - before,
    };
  } finally {
    await close();
  }
}

async function takePainted(page) {
  const lists = await Promise.all(
    page.workers().map((worker) => worker.evaluate(() => globalThis.takePainted?.() ?? [])),
  );
  return lists.flat();
}
