import { callPage } from '../browser.js';
import { row, summary } from '../stats.js';
import { takeTurns } from './turns.js';

const paces = [
  { name: 'one in each animation frame', count: 100, paced: true },
  { name: 'one after the other', count: 1000, paced: false },
];

/** (a) A small value: from the user's edit to a handler in a worker and back to the shown result. */
export async function calls({ url, repeats }) {
  const rows = [];
  for (const { name, ...pace } of paces) {
    const turns = await takeTurns(repeats, (side) =>
      samples(`${url}/bench/pages/call/${side}.html`, side, pace),
    );
    const [post, comlink] = ['postMessage', 'comlink'].map((way) => turns.raw.flatMap((turn) => turn[way]));
    const rivulet = turns.rivulet.flatMap((turn) => turn.binding);
    const own = summary(comlink).median - summary(post).median;
    rows.push(
      row({
        ...{
          group: 'a',
          unit: 'ms',
          what: `edit of a number to its result, ${name}; raw: postMessage`,
          raw: post,
          rivulet,
        },
        target: "2× + Comlink's own",
        met: (raw, ours) => ours.median <= 2 * raw.median + own,
      }),
      row({ group: 'a', unit: 'ms', what: 'the same; raw: a Comlink call', raw: comlink, rivulet }),
    );
  }
  return rows;
}

async function samples(url, side, pace) {
  const ways = side === 'raw' ? ['postMessage', 'comlink'] : ['binding'];
  const round = ways.map((way) => ({ way, ...pace }));
  const results = await callPage(url, [...round, ...round, ...round]); // the first round warms up
  return Object.fromEntries(
    ways.map((way, at) => [way, [...results[at + ways.length], ...results[at + 2 * ways.length]]]),
  );
}
