import { openPage } from '../browser.js';
import { row } from '../stats.js';
import { takeTurns } from './turns.js';

/** How often each command is measured on one page. */
const counts = { version: 1, remux: 8, transcode: 2, frames: 2 };
const names = {
  version: 'load, with the download, and say its version',
  remux: '7.8 s of 320×240 into another container',
  transcode: 'the same through x264, ultrafast',
  frames:
    "its pictures encoded anew; raw: by ffmpeg, Rivulet: by the browser's codecs (ctx.frames, ctx.clip)",
};

/**
 * (g) ffmpeg in a handler; raw: the core by itself in a worker. The first run of all loads it. The last one is done by
 * the browser's own codecs in Rivulet.
 */
export async function ffmpeg({ url, repeats }) {
  // The server compresses 32 MB when they are first asked for.
  for (const file of ['js', 'wasm'])
    await (await fetch(`${url}/dist/ffmpeg/ffmpeg-core.${file}`)).arrayBuffer();
  const { raw, rivulet } = await takeTurns(repeats, (side) => run(`${url}/bench/pages/ffmpeg/${side}.html`));
  return Object.keys(counts).map((command) => {
    const samples = (turns) => turns.flatMap((turn) => turn[command]);
    const what = names[command];
    return row({ group: 'g', what, unit: 'ms', raw: samples(raw), rivulet: samples(rivulet) });
  });
}

async function run(url) {
  const { page, close } = await openPage(url);
  try {
    await page.waitForFunction(() => globalThis.bench);
    const times = {};
    for (const [command, count] of Object.entries(counts)) {
      times[command] = [];
      for (let at = 0; at < count; at++)
        times[command].push(await page.evaluate((each) => globalThis.bench(each), command));
    }
    return times;
  } finally {
    await close();
  }
}
