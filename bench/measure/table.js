import { openPage, pause } from '../browser.js';
import { row } from '../stats.js';

/** (i) Tables: 100 000 × 20 shown, scrolled and typed into; 30 tables of 100 × 10 a second. There is no other side. */
export async function table({ url, seconds, repeats }) {
  const { page, close } = await openPage(`${url}/bench/pages/table/rivulet.html`);
  const call = (way, given = {}) => page.evaluate((options) => globalThis.bench(options), { way, ...given });
  const found = { show: [], gaps: [], idle: [], scrollTask: [], keys: [], rate: [], task: [] };
  try {
    await page.waitForFunction(() => globalThis.bench);
    for (let turn = 0; turn < repeats; turn++) {
      found.show.push((await call('show')).ms);
      await pause(500);
      found.idle.push(...(await call('idle', { seconds: 1 })).gaps);
      const { gaps, longest } = await call('scroll', { seconds });
      found.gaps.push(...gaps);
      found.scrollTask.push(longest);
      const yields = await call('yields', { count: 30 * seconds, rate: 30 });
      found.rate.push(yields.rate);
      found.task.push(yields.longest);
    }
    await call('watchKeys');
    for (const key of 'typing into a cell, letter by letter') {
      await page.keyboard.press(key === ' ' ? 'Space' : key);
      await pause(60);
    }
    found.keys = await page.evaluate(() => globalThis.keys);
  } finally {
    await close();
  }
  const of = (what, unit, samples, raw = []) => row({ group: 'i', what, unit, raw, rivulet: samples });
  return [
    of('100 000 × 20 shown', 'ms', found.show),
    of('a frame while it scrolls (raw: while nothing happens)', 'ms', found.gaps, found.idle),
    of('longest task while it scrolls', 'ms', found.scrollTask),
    of('from a key to the frame that shows it', 'ms', found.keys),
    of('tables of 100 × 10, 30 asked for', 'per second', found.rate),
    of('longest task meanwhile', 'ms', found.task),
  ];
}
