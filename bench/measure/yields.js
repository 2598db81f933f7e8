import { callPage } from '../browser.js';
import { row } from '../stats.js';
import { takeTurns } from './turns.js';

const plans = [
  { way: 'numbers', count: 5000, what: 'numbers from a generator' },
  { way: 'images', count: 150, what: '600×600 images from a generator' },
];

/** (c) From a generator in a worker to a shown output, as many as it can give. */
export async function yields({ url, repeats }) {
  const rows = [];
  for (const { way, count, what } of plans) {
    const turns = await takeTurns(repeats, async (side) => {
      const call = { way, count };
      const [, ...rates] = await callPage(`${url}/bench/pages/yields/${side}.html`, [call, call, call, call]);
      return rates;
    });
    rows.push(
      row({ group: 'c', what, unit: 'per second', raw: turns.raw.flat(), rivulet: turns.rivulet.flat() }),
    );
  }
  return rows;
}
