/**
 * `npm run fixtures`: makes test/fixtures/media/ anew, with the system's own ffmpeg, ffprobe and espeak-ng: films of test
 * pictures and speech, and expected.json, what that ffmpeg reads in them. Tests compare ours with it.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Told, runNode, script } from './node/run.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'test/fixtures/media');
const start = promisify(execFile);
const run = async (command, ...args) => {
  const given = args.flatMap((arg) => (typeof arg === 'string' ? arg.split(' ') : arg));
  try {
    return (await start(command, given, { cwd: folder, maxBuffer: 2 ** 28, encoding: 'buffer' })).stdout;
  } catch (error) {
    throw error.code === 'ENOENT'
      ? new Told(`The fixtures are made with ${command}, which is not here.`)
      : error;
  }
};
/** In words parted by blanks; a list is one word each, blanks and all. */
const ffmpeg = (...args) => run('ffmpeg', '-v error -nostdin -y', ...args);

const SECONDS = 7.8;
const WORDS = [
  ['en-gb', 'Good morning. This is a voice that no one owns.'],
  ['en-us+f3', 'It counts: one, two, three, and then it is silent.'],
];
/** Same bytes for the same ffmpeg: nothing of the day or the version goes into the file. */
const exact = '-map_metadata -1 -fflags +bitexact -flags:v +bitexact -flags:a +bitexact';
const pictures = `-f lavfi -i testsrc2=s=320x240:r=30:d=${SECONDS}`;
const sound = `-i speech.wav -t ${SECONDS} -map 0:v -map 1:a -ac 2`;
const opus = '-c:a libopus -b:a 32k';

/** Two sentences by two voices, between silences: 16 kHz, one channel. */
async function speech() {
  const own = await mkdtemp(join(tmpdir(), 'speech-'));
  const files = [0, 1].map((at) => join(own, `${at}.wav`));
  for (const [at, [voice, words]] of WORDS.entries())
    await run('espeak-ng', ['-v', voice, '-s', '150', '-w', files[at], words]);
  const inARow =
    '[0]adelay=800,apad=pad_dur=1.5[a];[1]apad=pad_dur=1.2[b];[a][b]concat=n=2:v=0:a=1,aresample=16000,volume=0.9';
  const inputs = files.flatMap((file) => ['-i', file]);
  await ffmpeg(inputs, ['-filter_complex', inARow], '-ac 1 -c:a pcm_s16le', exact, 'speech.wav');
  await rm(own, { recursive: true });
}

async function films() {
  const h264 = '-c:v libx264 -preset slow -crf 30 -pix_fmt yuv420p -bf 2 -c:a aac -b:a 64k -ar 44100';
  await ffmpeg(pictures, sound, h264, exact, '-movflags +faststart film.mp4');
  await ffmpeg('-i film.mp4 -t 3 -map 0 -c copy', exact, '-f mpegts film.mpegts');
  await ffmpeg(pictures, sound, '-c:v libvpx -b:v 200k -g 60', opus, exact, 'film.webm');
  await ffmpeg(pictures, sound, '-c:v libvpx-vp9 -crf 48 -b:v 0 -g 60', opus, exact, 'film-vp9.webm');
  // A sound with a picture, as music has its cover.
  const cover =
    '-f lavfi -i testsrc2=s=64x64:d=1 -map 0:a -map 1:v -frames:v 1 -c:v png -disposition:v attached_pic';
  await ffmpeg('-t 3 -i speech.wav', cover, '-c:a libmp3lame -b:a 48k', exact, '-id3v2_version 3 cover.mp3');
}

const lines = (bytes) =>
  bytes
    .toString()
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.replaceAll(' ', ''));

/** Mean colours `[r, g, b]` of the quarters of some frames of a film of 320 × 240, by their numbers. */
async function colours(film) {
  const rgb = await ffmpeg(`-i ${film} -an -f rawvideo -pix_fmt rgb24 -`);
  const [width, height] = [320, 240];
  const quarter = (frame, left, top) => {
    const sums = [0, 0, 0];
    for (let y = top; y < top + height / 2; y++)
      for (let x = left; x < left + width / 2; x++)
        for (let c = 0; c < 3; c++) sums[c] += rgb[((frame * height + y) * width + x) * 3 + c];
    return sums.map((sum) => Number((sum / ((width * height) / 4)).toFixed(1)));
  };
  const places = [0, height / 2].flatMap((top) => [0, width / 2].map((left) => [left, top]));
  return Object.fromEntries(
    [0, 60, 117, 200, 233].map((at) => [at, places.map((place) => quarter(at, ...place))]),
  );
}

/** Where a film is cut, and how many of its frames are whole before that. */
async function cut(film) {
  const { size } = await stat(join(folder, film));
  const bytes = Math.round(size * 0.6);
  const packets = await run(
    'ffprobe',
    `-v error -select_streams v -show_entries packet=pos,size -of csv=p=0 ${film}`,
  );
  // `size,pos`; in WebM a block begins with four bytes of its own.
  const ends = lines(packets).map((line) => line.split(',').reduce((sum, each) => sum + Number(each), 4));
  return { bytes, frames: ends.filter((end) => end <= bytes).length };
}

async function expected(film) {
  const hash = (...args) => ffmpeg(`-i ${film}`, ...args, '-').then(lines);
  return {
    streams: await hash('-map 0 -c copy -f streamhash -hash MD5'),
    packets: await hash('-map 0 -c copy -f framehash -hash CRC32'),
    frames: await hash('-an -pix_fmt yuv420p -f framehash -hash CRC32'),
  };
}

await script(async () => {
  await speech();
  await films();
  const found = {};
  for (const film of ['film.mp4', 'film.mpegts', 'film.webm', 'film-vp9.webm'])
    found[film] = await expected(film);
  Object.assign(found['film.mp4'], { colours: await colours('film.mp4') });
  Object.assign(found['film.webm'], { cut: await cut('film.webm') });
  const file = join(folder, 'expected.json');
  const by = (await run('ffmpeg', '-version')).toString().split('\n')[0];
  await writeFile(file, JSON.stringify({ by, ...found }, null, 2));
  process.exitCode = await runNode(join(root, 'node_modules/@biomejs/biome/bin/biome'), [
    'format',
    '--write',
    file,
  ]);
  const { length } = await readFile(file);
  console.log(`Made test/fixtures/media/; expected.json has ${length} bytes`);
});
