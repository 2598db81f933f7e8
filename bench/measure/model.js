import { existsSync } from 'node:fs';
import { callPage, openPage, pageStart, pause } from '../browser.js';
import { row } from '../stats.js';
import { takeTurns } from './turns.js';

const WARM_UP_MS = 4000;
/** Tensors that are made; the first third warms up. */
const TENSORS = 150;

/** A model for faces where it lies beside the repository; else a small one of its shape. */
const MODEL = existsSync(new URL('../../../shared/models', import.meta.url))
  ? '/shared/models/ultraface-rfb-320.onnx'
  : '/test/fixtures/models/orange.onnx';

/** (h) A model: frames of a camera, pixels to a tensor, and the first result of a page. */
export async function model({ url, seconds, repeats }) {
  const page = (side) => `${url}/bench/pages/model/${side}.html`;
  const frames = await takeTurns(repeats, (side) => stream(page(side), seconds));
  const tensors = await takeTurns(repeats, async (side) => {
    const [turn] = await callPage(page(side), [{ what: 'tensors', count: TENSORS }]);
    return turn;
  });
  const once = [{ what: 'first', url: MODEL }];
  await takeTurns(1, (side) => callPage(page(side), once)); // the server reads its files
  const first = await takeTurns(repeats, (side) => callPage(page(side), once));
  const warm = (samples) => samples.slice(TENSORS / 3);
  return [
    line(frames, 'frames 640×480 through the model', 'per second', (turn) => turn.fps, {
      target: '0.95×',
      met: (a, b) => b.median >= 0.95 * a.median,
    }),
    line(frames, 'captured to its faces in the page', 'ms', (turn) => turn.latencies, {
      target: '1.25×',
      met: (a, b) => b.median <= 1.25 * a.median,
    }),
    line(tensors, '640×480 to a tensor', 'ms', ({ same }) => warm(same), {
      target: '1.25×',
      met: (a, b) => b.median <= 1.25 * a.median,
    }),
    line(tensors, '640×480 to a tensor of 320×240', 'ms', ({ scaled }) => warm(scaled), {
      target: '1.25×',
      met: (a, b) => b.median <= 1.25 * a.median,
    }),
    line(first, 'navigation to the first result, nothing cached', 'ms', (milliseconds) => milliseconds, {
      target: '1.25×',
      met: (a, b) => b.median <= 1.25 * a.median,
    }),
  ];
}

function line({ raw, rivulet }, what, unit, pick, more) {
  return row({ group: 'h', what, unit, raw: raw.flatMap(pick), rivulet: rivulet.flatMap(pick), ...more });
}

/** One stream: opened, warmed up, measured. */
async function stream(url, seconds) {
  const { page, cdp, close } = await openPage(url);
  try {
    await page.evaluate((url) => globalThis.bench({ what: 'stream', url }), MODEL);
    await pause(WARM_UP_MS);
    const origin = await pageStart(cdp);
    await page.evaluate(() => globalThis.takeSeen());
    const start = performance.now();
    await pause(seconds * 1000);
    const seen = await page.evaluate(() => globalThis.takeSeen());
    const fps = seen.length / ((performance.now() - start) / 1000);
    return { fps, latencies: seen.map(({ captured, at }) => at - (captured - origin)) };
  } finally {
    await close();
  }
}
