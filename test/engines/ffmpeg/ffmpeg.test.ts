import { expect } from '@esm-bundle/chai';
import type { HandlerContext } from '../../../src/runner/context.ts';
import { ffmpeg, itReal, realFile, shared } from '../../helpers/beside.ts';
import { FFmpegWorker, HASHES, HandlerWorker, about, hashes } from '../../helpers/engines/ffmpeg.ts';
import { expectedOf, fixture } from '../../helpers/fixtures.ts';

const bytesOf = async (blob: Blob | undefined) => new Uint8Array(await blob!.arrayBuffer());

describe('ctx.ffmpeg', function () {
  this.timeout(60_000);
  let video: Blob;
  let worker: FFmpegWorker;

  before(async () => {
    video = await fixture('film.mp4');
    worker = new FFmpegWorker();
  });

  after(() => worker?.close());

  /** What ours reads in a film, by the hashes of all that comes out. */
  async function read(film: Blob, args: string[]): Promise<string[]> {
    const { files } = await worker.ffmpeg(['-i', 'in', ...args, 'hashes.txt'], { in: film });
    return hashes(await files['hashes.txt']!.text());
  }

  for (const film of ['film.mp4', 'film.mpegts', 'film.webm'] as const)
    it(`takes the same packets out of ${film} as the system’s ffmpeg`, async () => {
      const { packets } = await expectedOf(film);
      expect(packets.length).to.be.above(200);
      expect(await read(await fixture(film), HASHES.packets)).to.deep.equal(packets);
    });

  for (const [codec, film] of [
    ['H.264', 'film.mp4'],
    ['VP8', 'film.webm'],
    ['VP9', 'film-vp9.webm'],
  ] as const)
    it(`decodes ${codec} to the same frames as the system’s ffmpeg`, async () => {
      const { frames } = await expectedOf(film);
      expect(frames).to.have.length(234);
      expect(await read(await fixture(film), HASHES.frames)).to.deep.equal(frames);
    });

  for (const [codec, film] of [
    ['H.264', 'rabbit320.mp4'],
    ['VP8', 'rabbit320.webm'],
  ] as const)
    itReal(
      `reads a real film in ${codec} as the system’s ffmpeg does`,
      async () => {
        const file = await realFile(`media/${film}`);
        for (const args of [HASHES.packets, HASHES.frames]) {
          const theirs = hashes(await about(file, args));
          expect(theirs.length).to.be.above(200);
          expect(await read(file, args)).to.deep.equal(theirs);
        }
      },
      shared && ffmpeg,
    );

  it('gives back files that hold the very packets of their source', async () => {
    const args = ['-i', 'in.mp4', '-map', '0', '-c', 'copy', 'out.mkv'];
    const { files } = await worker.ffmpeg(args, { 'in.mp4': video });
    expect(Object.keys(files)).to.deep.equal(['out.mkv']);
    expect(files['out.mkv']!.type).to.equal('video/x-matroska');
    const back = hashes(await about(files['out.mkv']!, HASHES.streams));
    expect(back).to.deep.equal((await expectedOf('film.mp4')).streams);
  });

  it('encodes sound without loss: the samples of a FLAC are those of the WAV', async () => {
    const sound = await fixture('speech.wav');
    const { files } = await worker.ffmpeg(['-i', 'in.wav', 'out.flac'], { 'in.wav': sound });
    const pcm = ['-f', 's16le', 'out.raw'];
    const { files: decoded } = await worker.ffmpeg(['-i', 'in.flac', ...pcm], {
      'in.flac': files['out.flac']!,
    });
    const raw = await bytesOf(decoded['out.raw']);
    const wav = await bytesOf(sound);
    expect(raw.length).to.equal(wav.length - 44); // the rest is the header
    expect(raw.every((value, at) => value === wav[wav.length - raw.length + at])).to.equal(true);
    expect(raw.some((value) => value !== 0)).to.equal(true);
  });

  it('encodes VP9 and Opus, which need a large stack', async () => {
    const args = ['-t', 0.2, '-i', 'in.mp4', '-deadline', 'realtime', '-cpu-used', 8, 'out.webm'];
    const { files, log } = await worker.ffmpeg(args, { 'in.mp4': video });
    expect(log.join('\n')).to.include('(libvpx-vp9)').and.to.include('(libopus)');
    const theirs = await about(files['out.webm']!, ['-f', 'framemd5']);
    // Columns: stream, times, duration in ticks of the stream, bytes, hash.
    const frames = hashes(theirs).map((line) => line.split(',').map(Number));
    expect(frames.filter(([stream]) => stream === 0).length).to.equal(6);
    const samples = frames.reduce((sum, [stream, , , duration]) => sum + (stream === 1 ? duration! : 0), 0);
    expect(samples).to.be.within(0.2 * 48_000, 0.24 * 48_000);
  });

  it('makes a GIF with the wanted frames', async () => {
    const args = ['-t', '1', '-i', 'in.mp4', '-vf', 'fps=10,scale=160:-1', 'out.gif'];
    const { files } = await worker.ffmpeg(args, { 'in.mp4': video });
    const decoder = new ImageDecoder({ type: 'image/gif', data: files['out.gif']!.stream() });
    await decoder.completed;
    expect(decoder.tracks.selectedTrack!.frameCount).to.equal(10);
    const { image } = await decoder.decode();
    expect([image.displayWidth, files['out.gif']!.type]).to.deep.equal([160, 'image/gif']);
    image.close();
    decoder.close();
  });

  it('gives back all that the run wrote, and not what it was given', async () => {
    const still = await worker.ffmpeg(['-i', 'in.mp4', '-vf', 'fps=1', 'still-%d.png'], { 'in.mp4': video });
    const names = Object.keys(still.files).sort();
    expect(names).to.deep.equal(Array.from({ length: 8 }, (_, at) => `still-${at + 1}.png`));
    const frames = Object.fromEntries(names.map((name) => [`shots/${name}`, still.files[name]]));
    const args = ['-i', 'shots/still-%d.png', 'film.mp4', '-frames:v', 1, 'shots/first.jpg'];
    const film = await worker.ffmpeg(args, frames);
    expect(Object.keys(film.files).sort()).to.deep.equal(['film.mp4', 'shots/first.jpg']);
    expect((await createImageBitmap(film.files['shots/first.jpg']!)).width).to.equal(320);
  });

  it('gives back a file that was given and then written', async () => {
    const bytes = new TextEncoder().encode('before');
    const args = ['-i', 'in.mp4', '-c', 'copy', '-f', 'framemd5', 'list.txt'];
    const { files } = await worker.ffmpeg(args, { 'in.mp4': video, 'list.txt': bytes });
    expect(await files['list.txt']!.text()).to.include('#dimensions 0: 320x');
  });

  it('gives back a large file that was given and then written', async () => {
    const large = new Blob([new Uint8Array(65 * 2 ** 20)]);
    const args = ['-f', 'lavfi', '-i', 'sine=d=1', '-ar', 8000, 'out/sound.wav'];
    const { files } = await worker.ffmpeg(args, { 'out/sound.wav': large });
    expect(Object.keys(files)).to.deep.equal(['out/sound.wav']);
    expect(files['out/sound.wav']!.size).to.be.within(16_000, 16_200); // one second at 8 kHz
  });

  it('gives back empty files too', async () => {
    const args = ['-i', 'in.mp4', '-t', 0, '-f', 'rawvideo', 'none.raw'];
    expect((await worker.ffmpeg(args, { 'in.mp4': video })).files['none.raw']!.size).to.equal(0);
  });

  it('leaves a handler the bytes that it gave', async () => {
    const tested = new HandlerWorker(async (blob: Blob, ctx: HandlerContext) => {
      const bytes = new Uint8Array(await blob.arrayBuffer());
      const { run } = await ctx.ffmpeg();
      const one = await run(['-i', 'in.mp4', '-c', 'copy', 'out.mkv'], { 'in.mp4': bytes });
      const two = await run(['-i', 'in.mp4', '-c', 'copy', 'out.mkv'], { 'in.mp4': bytes });
      return [bytes.length, one['out.mkv']!.size, two['out.mkv']!.size];
    });
    const [left, one, two] = (await tested.run([video])) as number[];
    expect(left).to.equal(video.size);
    expect(one).to.equal(two);
    tested.close();
  });

  it('lets runs of one worker wait for each other', async () => {
    const tested = new HandlerWorker(async (blob: Blob, ctx: HandlerContext) => {
      const { run } = await ctx.ffmpeg();
      const order: string[] = [];
      const copy = (name: string) =>
        run(['-i', 'in.mp4', '-c', 'copy', name], { 'in.mp4': blob }, { onLog: () => order.push(name) });
      const found = await Promise.all(['a.mkv', 'b.mkv', 'c.mkv'].map(copy));
      const turns = order.filter((name, at) => name !== order[at - 1]);
      return [turns, found.map((files) => Object.keys(files).join())];
    });
    const all = ['a.mkv', 'b.mkv', 'c.mkv'];
    expect(await tested.run([video])).to.deep.equal([all, all]);
    tested.close();
  });

  it('starts each run afresh: nothing that one was told is left for the next', async () => {
    const copy = ['-i', 'in.mp4', '-c', 'copy', 'out.mkv'];
    await worker.ffmpeg(['-loglevel', 'quiet', ...copy], { 'in.mp4': video });
    const { log } = await worker.ffmpeg(copy, { 'in.mp4': video });
    expect(log.join('\n')).to.match(/Duration: 00:00:07\.80/);
    await worker.ffmpeg(['-version']);
    expect((await worker.ffmpeg(copy, { 'in.mp4': video })).log.length).to.equal(log.length);
  });

  it('reads a file of 1 GB where it lies', async () => {
    const zeros = new Blob([new Uint8Array(64 * 2 ** 20)]);
    const free = new Uint8Array(8); // a box of an MP4 that says nothing, 1 GB long
    new DataView(free.buffer).setUint32(0, 2 ** 30 + 8);
    free.set(new TextEncoder().encode('free'), 4);
    const huge = new Blob([video, free, ...Array<Blob>(16).fill(zeros)]);
    expect(huge.size).to.be.above(2 ** 30);
    const copy = (from: Blob) => worker.ffmpeg(['-i', 'in.mp4', '-c', 'copy', 'out.mp4'], { 'in.mp4': from });
    const [small, large] = [await copy(video), await copy(huge)];
    expect(await bytesOf(large.files['out.mp4'])).to.deep.equal(await bytesOf(small.files['out.mp4']));
  });
});
