import { openPage, pause } from '../browser.js';
import { chunkLength, level } from '../pages/speak/handlers.js';
import { row } from '../stats.js';
import { takeTurns } from './turns.js';

const RATE = 48000;
const CHUNKS = 12;
const ROUNDING = 1.5 / 32768;
const ways = ['samples', 'WAV'];

/** (e) Sound from a microphone into a handler, and from a generator to the ear. */
export async function sound({ url, seconds, repeats }) {
  const page = (side, what) => `${url}/bench/pages/${what}/${side}.html`;
  const rows = [];
  const heard = await takeTurns(repeats, (side) => listen(page(side, 'listen'), seconds));
  rows.push(
    line(heard, 'newest sample captured to handler called', 'ms', ({ latencies }) => latencies),
    line(
      heard,
      `samples lost or doubled in ${seconds} s, handler slower than the chunks`,
      'samples',
      (turn) => turn.lost,
      {
        target: '0',
        met: (_, b) => b.p95 === 0,
      },
    ),
  );
  for (const way of ways) {
    const played = await takeTurns(repeats, (side) => speak(page(side, 'speak'), way));
    rows.push(
      line(played, `${way}: first yield to its sound`, 'ms', ({ delay }) => delay, {
        target: 'under 100',
        met: (_, b) => b.p95 < 100,
      }),
      line(played, `${way}: gap at each join`, 'samples', ({ gaps }) => gaps, {
        target: '0',
        met: (_, b) => b.p95 === 0,
      }),
    );
  }
  return rows;
}

function line({ raw, rivulet }, what, unit, pick, more) {
  return row({ group: 'e', what, unit, raw: raw.flatMap(pick), rivulet: rivulet.flatMap(pick), ...more });
}

/** One recording: when its handler was called after the newest sample, and how many samples did not come once. */
async function listen(url, seconds) {
  const { page, close } = await openPage(url);
  try {
    page.evaluate(() => void globalThis.bench());
    await pause(seconds * 1000);
    const given = await page.evaluate(() => globalThis.silence());
    await pause(100);
    await page.evaluate(() => globalThis.finish());
    const start = await page.evaluate(() => globalThis.soundStart());
    const lists = await Promise.all(
      page.workers().map((worker) => worker.evaluate(() => globalThis.takeHeard?.() ?? [])),
    );
    const chunks = lists.flat();
    let lost = given - 1 - chunks.at(-1).last;
    chunks.forEach(({ first, missing }, at) => {
      lost += missing + (at ? Math.abs(first - chunks[at - 1].last - 1) : 0);
    });
    // What is left at Stop is not newest: nobody waited for it.
    const latencies = chunks.slice(0, -1).map(({ at, last }) => at - start - ((last + 1) / RATE) * 1000);
    return { lost, latencies };
  } finally {
    await close();
  }
}

/** One stream of chunks to the ear: from the first yield to its sound, and what lies between two chunks. */
async function speak(url, way) {
  const { page, close } = await openPage(url);
  try {
    const over = page.evaluate((given) => globalThis.bench(given), { way, count: CHUNKS });
    // A press as by hand, without which browsers play nothing.
    await page.click('#go', { delay: 60 });
    await over;
    const tape = await page.evaluate(async () => {
      const { samples, ...others } = await globalThis.takeTape();
      return { ...others, samples: Array.from(samples) };
    });
    const yielded = (
      await Promise.all(page.workers().map((worker) => worker.evaluate(() => globalThis.firstYield)))
    ).find(Boolean);
    let place = placeOf(tape.samples, 0, 0);
    const delay = tape.origin + ((tape.from + place) / RATE) * 1000 - yielded;
    const gaps = [];
    for (let chunk = 1; chunk < CHUNKS; chunk++) {
      const due = place + chunkLength;
      // A little before, for chunks that overlap.
      place = placeOf(tape.samples, chunk * chunkLength, due - 2400);
      gaps.push(place - due);
    }
    return { delay, gaps };
  } finally {
    await close();
  }
}

/** Where the recording has sample `n` and those behind it, from a place on; browsers decode 16 bits in two ways. */
function placeOf(samples, n, from) {
  for (let at = from; at < samples.length; at++) {
    let i = 0;
    while (i < 100 && Math.abs(samples[at + i] - level(n + i)) < ROUNDING) i++;
    if (i === 100) return at;
  }
  throw new Error(`Sample ${n} of the sound was not heard as it is`);
}
