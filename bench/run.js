/**
 * Measures Rivulet, as built in dist/, against pages written by hand that do the same work without a library.
 *
 *   npm run bench -- [--only=a,b,c,d,e,f,g,h,i] [--seconds=5] [--repeats=4] [--dist=dist] [--json | --markdown]
 *
 * (a) calls  (b) camera frames; `--seconds` of each stream  (c) yields  (d) start of a page
 * (e) sound; `--seconds` of each recording  (f) chunks of video  (g) ffmpeg
 * (h) a model; `--seconds` of each stream  (i) tables; `--seconds` of each scrolling and generator.
 * The two sides take turns within one run: trust the ratios, not the figures of one machine.
 */
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { calls } from './measure/calls.js';
import { ffmpeg } from './measure/ffmpeg.js';
import { film } from './measure/film.js';
import { frames } from './measure/frames.js';
import { model } from './measure/model.js';
import { sound } from './measure/sound.js';
import { start } from './measure/start.js';
import { table } from './measure/table.js';
import { yields } from './measure/yields.js';
import { markdownTable, textTable } from './report.js';
import { serve } from './server.js';

const groups = { a: calls, b: frames, c: yields, d: start, e: sound, f: film, g: ffmpeg, h: model, i: table };
const root = resolve(import.meta.dirname, '..');
const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: 'a,b,c,d,e,f,g,h,i' },
    seconds: { type: 'string', default: '5' },
    repeats: { type: 'string', default: '4' },
    dist: { type: 'string', default: join(root, 'dist') },
    json: { type: 'boolean', default: false },
    markdown: { type: 'boolean', default: false },
  },
});

const dist = resolve(options.dist);
if (!existsSync(join(dist, 'rivulet.js'))) throw new Error(`${dist} holds no build: npm run build`);
const server = await serve({ root, dist });
const rows = [];
try {
  for (const name of options.only.split(',')) {
    if (!groups[name]) throw new Error(`--only takes some of ${Object.keys(groups)}, not "${name}"`);
    console.error(`(${name}) ${groups[name].name} …`);
    const more = await groups[name]({
      url: server.url,
      seconds: Number(options.seconds),
      repeats: Number(options.repeats),
    });
    rows.push(...more);
    if (options.json || options.markdown) continue;
    console.log(`${textTable(more)}\n`);
  }
} finally {
  server.close();
}
if (options.json) console.log(JSON.stringify({ cpu: cpus()[0]?.model, cores: cpus().length, rows }, null, 2));
if (options.markdown) console.log(markdownTable(rows));
