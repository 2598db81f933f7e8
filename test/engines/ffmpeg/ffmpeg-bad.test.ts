import { expect } from '@esm-bundle/chai';
import type { HandlerContext } from '../../../src/runner/context.ts';
import { type FFmpegFailure, FFmpegWorker, HandlerWorker } from '../../helpers/engines/ffmpeg.ts';
import { fixture } from '../../helpers/fixtures.ts';

const copy = ['-i', 'in.mp4', '-c', 'copy', 'out.mkv'];

describe('ctx.ffmpeg, given what it cannot use', function () {
  this.timeout(60_000);
  let video: Blob;
  let worker: FFmpegWorker;

  before(async () => {
    video = await fixture('film.mp4');
    worker = new FFmpegWorker();
  });

  // Whatever went wrong, the next run goes well.
  afterEach(async () => {
    const { files } = await worker.ffmpeg(copy, { 'in.mp4': video });
    expect(files['out.mkv']!.size).to.be.above(190_000);
  });

  after(() => worker?.close());

  /** Runs what has to fail, and checks what every such error says. */
  async function failing(args: readonly unknown[], data: unknown, says: RegExp) {
    const error = await worker.failure(args, data === undefined ? {} : { 'in.mp4': data });
    expect(error.name).to.equal('HandlerError');
    expect(error.handler).to.equal('tested');
    expect(error.message).to.match(/^ffmpeg ended with exit code 1: /);
    expect(error.message).to.match(says);
    expect(error.exitCode).to.equal(1);
    expect(error.log).to.match(says);
    return error;
  }

  it('says that an empty file is none', () =>
    failing(copy, new Blob([]), /in\.mp4: Invalid data found when processing input/));

  it('says that a file of zeros is none', () =>
    failing(copy, new Uint8Array(100_000), /in\.mp4: Invalid data found when processing input/));

  it('says what a file lacks that was cut off', () =>
    failing(copy, video.slice(0, 3000), /error reading header/));

  it('gives what a file holds that was cut off behind its table', async () => {
    const { files, log } = await worker.ffmpeg(copy, { 'in.mp4': video.slice(0, 100_000) });
    expect(files['out.mkv']!.size).to.be.within(70_000, 100_000);
    expect(log.join('\n')).to.include('partial file');
  });

  it('reads a file by what it holds, whatever its name says', async () => {
    const webm = await fixture('film.webm');
    const { files, log } = await worker.ffmpeg(copy, { 'in.mp4': webm });
    expect(log.join('\n')).to.include('matroska,webm, from');
    expect(files['out.mkv']!.size).to.be.above(210_000);
  });

  it('says that a video without pictures has none', async () => {
    const sound = await fixture('cover.mp3');
    const args = ['-t', '1', '-i', 'in.mp4', '-map', '0:v:0', 'out.gif'];
    // The file's cover counts as a picture, a WAV has none.
    const { files } = await worker.ffmpeg(['-t', '1', '-i', 'in.mp4', '-vn', 'out.wav'], { 'in.mp4': sound });
    await failing(args, files['out.wav'], /matches no streams/);
  });

  it('says which codec it does not know', () =>
    failing(['-i', 'in.mp4', '-c:v', 'nonesuch', 'out.mp4'], video, /Unknown encoder 'nonesuch'/));

  it('says that a file holds a codec that nobody knows', async () => {
    const bytes = new Uint8Array(await video.arrayBuffer());
    const text = new TextDecoder('latin1').decode(bytes);
    bytes.set(new TextEncoder().encode('zzzz'), text.indexOf('avc1', text.indexOf('stsd')));
    await failing(['-i', 'in.mp4', '-an', 'out.gif'], new Blob([bytes]), /zzzz|unknown codec|Decoder/);
  });

  it('says which option it does not know', () =>
    failing(['-i', 'in.mp4', '-nonesuch', '1', 'out.mp4'], video, /Unrecognized option 'nonesuch'/));

  it('says which result has no known kind', () =>
    failing(['-i', 'in.mp4', 'out.nonesuch'], video, /Unable to find a suitable output format/));

  it('says which file it was not given', () =>
    failing(copy, undefined, /in\.mp4: No such file or directory/));

  it('says what a filter does not like, before those who only hand it on', async () => {
    const args = ['-i', 'in.mp4', '-vf', 'crop=5000:5000', 'out.mp4'];
    const { message } = await failing(args, video, /Invalid too big or non positive size for width '5000'/);
    expect(message).not.to.match(/0x|Conversion failed|Stream mapping/);
  });

  it('keeps the last lines of its log, not all', async () => {
    const error = await worker.failure(['-loglevel', 'debug', ...copy], {});
    expect(error.log.split('\n').length).to.equal(20);
    expect(error.log).to.match(/in\.mp4: No such file or directory$/);
  });

  it('says where to look when it was told to be quiet', async () => {
    const { message } = await worker.failure(['-loglevel', 'quiet', ...copy], {});
    expect(message).to.equal('ffmpeg ended with exit code 1: it did not say why (see -loglevel)');
  });

  it('reaches no network', () =>
    failing(['-i', `${location.origin}/test/fixtures/media/film.mp4`, 'out.mp4'], undefined, /unreachable/));

  it('says so when memory is not enough', () => {
    const sound = 'anullsrc,aformat=dbl,adelay=8000000'; // 2.8 GB at once
    return failing(['-f', 'lavfi', '-i', sound, 'out.wav'], undefined, /Out of memory/);
  });

  it('says of a result outside of its folder that it does not come back', async () => {
    for (const path of ['../out.mkv', '/tmp/out.mkv']) {
      const error = await worker.failure([...copy.slice(0, -1), path], { 'in.mp4': video });
      expect(error.name).to.equal('ValueError');
      expect(error.message).to.equal(
        `ffmpeg wrote "${path}", which does not come back: name results without / or .. in front`,
      );
    }
    const { files } = await worker.ffmpeg([...copy.slice(0, -1), '-f', 'null', '/dev/null'], {
      'in.mp4': video,
    });
    expect(files).to.deep.equal({});
  });

  it('refuses arguments and files that are none, in words', async () => {
    const refusals: [unknown, Record<string, unknown>, RegExp][] = [
      ['-i in.mp4 out.gif', {}, /given "-i in\.mp4 out\.gif" for its arguments, expected a list/],
      [['-i', null], {}, /given null among its arguments/],
      [copy, { 'in.mp4': null }, /given null for the file "in\.mp4", expected a Blob or a Uint8Array/],
      [copy, { 'in.mp4': 'data:,' }, /given "data:," for the file/],
      [copy, { '../in.mp4': video }, /cannot call a file "\.\.\/in\.mp4"/],
      [copy, { '/in.mp4': video }, /cannot call a file "\/in\.mp4"/],
      [copy, { in: video, 'in/a.mp4': video }, /cannot call a file "in": "in\/a\.mp4" has it as a folder/],
      [copy, video as never, /given Blob.* for its files, expected an object/],
      [copy, [video] as never, /given .* for its files, expected an object/],
      [copy, null as never, /given null for its files, expected an object/],
    ];
    for (const [args, files, says] of refusals) {
      const error = await worker.failure(args as never, files);
      expect(error.name).to.equal('ValueError');
      expect(error.message).to.match(says);
    }
  });

  it('refuses options that are none, in words', async () => {
    const tested = new HandlerWorker(async (ctx: HandlerContext) => {
      const { run } = await ctx.ffmpeg();
      const wrong = [null, 5, [], { signal: {} }, { signal: null }, { onProgress: 1 }, { onLog: 'x' }];
      const said = [...wrong, { duration: '5' }].map((options) =>
        run(['-version'], {}, options as never).then(
          () => 'no error',
          ({ name, message }: Error) => `${name}: ${message}`,
        ),
      );
      const { signal } = new AbortController();
      return [...(await Promise.all(said)), await run(['-version'], undefined, { signal, duration: 5 })];
    });
    const option = (came: string, name: string, expected: string) =>
      `ValueError: ffmpeg was given ${came} for its option "${name}", expected ${expected}`;
    const options = (came: string) =>
      `ValueError: ffmpeg was given ${came} for its options, expected an object such as { onProgress }`;
    expect(await tested.run([])).to.deep.equal([
      options('null'),
      options('5'),
      options('an array of 0'),
      option('Object', 'signal', 'an AbortSignal'),
      option('null', 'signal', 'an AbortSignal'),
      option('1', 'onProgress', 'a function'),
      option('"x"', 'onLog', 'a function'),
      option('"5"', 'duration', 'seconds'),
      {},
    ]);
    tested.close();
  });

  it('says that it crashed over a file that has changed since it was given, and starts anew', async () => {
    const tested = new HandlerWorker(async (good: Blob, ctx: HandlerContext) => {
      const folder = await navigator.storage.getDirectory();
      const handle = await folder.getFileHandle('large.mp4', { create: true });
      const write = async (data: Blob) => {
        const writing = await handle.createWritable();
        await writing.write(data);
        await writing.close();
      };
      const { run } = await ctx.ffmpeg();
      try {
        await write(new Blob([new Uint8Array(65 * 2 ** 20)]));
        const file = await handle.getFile();
        await write(new Blob(['another']));
        const crash = await run(['-i', 'in.mp4', 'out.mkv'], { 'in.mp4': file }).catch((error) => error);
        const { name, message, exitCode, log } = crash;
        const next = await run(['-i', 'in.mp4', '-c', 'copy', 'out.mkv'], { 'in.mp4': good });
        return { name, message, exitCode, log, size: next['out.mkv']!.size };
      } finally {
        await folder.removeEntry('large.mp4');
      }
    });
    const crash = (await tested.run([video])) as FFmpegFailure & { size: number };
    expect([crash.name, crash.exitCode, crash.log]).to.deep.equal(['HandlerError', null, '']);
    expect(crash.message).to.match(
      /^ffmpeg crashed: .*could not be read.* The next run starts with a fresh one$/,
    );
    expect(crash.size).to.be.above(190_000);
    tested.close();
  });

  it('says that its worker died, with the last lines of the log, and starts anew', async () => {
    const tested = new HandlerWorker(async (good: Blob, ctx: HandlerContext) => {
      const { run } = await ctx.ffmpeg();
      let last: Worker;
      const post = Worker.prototype.postMessage as (...given: unknown[]) => void;
      Worker.prototype.postMessage = function (this: Worker, ...given: unknown[]) {
        last = this;
        post.apply(this, given);
      };
      const slow = ['-f', 'lavfi', '-i', 'testsrc=s=1920x1080:d=3600', 'out.mp4'];
      const die = (line: string) => line.startsWith('frame=') && last.dispatchEvent(new ErrorEvent('error'));
      const { message, exitCode, log } = await run(slow, {}, { onLog: die }).catch((error) => error);
      const next = await run(['-i', 'in.mp4', '-c', 'copy', 'out.mkv'], { 'in.mp4': good });
      return { message, exitCode, log, size: next['out.mkv']!.size };
    });
    const death = (await tested.run([video])) as FFmpegFailure & { size: number };
    expect(death.message).to.match(/^ffmpeg ran out of memory: its worker died\./);
    expect([death.exitCode, death.size > 190_000]).to.deep.equal([null, true]);
    expect(death.log).to.include('testsrc').and.to.include('libx264');
    tested.close();
  });
});
