import { callPage } from '../browser.js';
import { row } from '../stats.js';
import { takeTurns } from './turns.js';

/** (f) Chunks of video that play as one: ten of a second each. */
export async function film({ url, repeats }) {
  const turns = await takeTurns(repeats, async (side) => {
    const [result] = await callPage(`${url}/bench/pages/film/${side}.html`, [{}]);
    return result;
  });
  const line = (what, unit, pick, more) =>
    row({
      group: 'f',
      what,
      unit,
      raw: turns.raw.flatMap(pick),
      rivulet: turns.rivulet.flatMap(pick),
      ...more,
    });
  return [
    line('first chunk to its first picture', 'ms', ({ first }) => first),
    line('stalls in ten chunks of a second', '', ({ stalls }) => stalls, {
      target: '0',
      met: (_, b) => b.p95 === 0,
    }),
    line('gap at each join', 'ms', ({ gaps }) => gaps, {
      target: 'under 1 ms',
      met: (_, b) => b.median < 1,
    }),
  ];
}
