import { expect } from '@esm-bundle/chai';
import type { HandlerContext } from '../../../src/runner/context.ts';
import { until } from '../../helpers/wait.ts';
import { HandlerWorker } from '../../helpers/engines/ffmpeg.ts';

/** `video/colours/red.mp4` is a second of 160×120 with sound. */
const fixture = async (path: string) => (await fetch(`/test/fixtures/${path}`)).blob();

describe('ctx.ffmpeg as the class of @ffmpeg/ffmpeg', function () {
  this.timeout(60_000);
  let video: Blob;
  let open: HandlerWorker[] = [];

  before(async () => void (video = await fixture('video/colours/red.mp4')));

  afterEach(() => {
    for (const each of open) each.close();
    open = [];
  });

  function worker(handler: (...args: never[]) => unknown): HandlerWorker {
    const made = new HandlerWorker(handler);
    open.push(made);
    return made;
  }

  it('runs what was written for ffmpeg.wasm as it is', async () => {
    const tested = worker(async (file: Blob, ctx: HandlerContext) => {
      const ffmpeg = await ctx.ffmpeg();
      const log: string[] = [];
      const shares: number[] = [];
      const hear = ({ message }: { message: string }) => log.push(message);
      ffmpeg.on('log', hear);
      ffmpeg.on('progress', ({ progress }) => shares.push(progress));
      const before = ffmpeg.loaded;
      await ffmpeg.load();
      await ffmpeg.load({ coreURL: 'https://unpkg.com/@ffmpeg/core@0.12.6/dist/umd/ffmpeg-core.js' });
      await ffmpeg.writeFile('input.mp4', new Uint8Array(await file.arrayBuffer()));
      const code = await ffmpeg.exec(['-i', 'input.mp4', '-vf', 'scale=64:-2', '-frames:v', '1', 'out.png']);
      const png = (await ffmpeg.readFile('out.png')) as Uint8Array<ArrayBuffer>;
      const { width } = await createImageBitmap(new Blob([png]));
      ffmpeg.off('log', hear);
      const heard = log.length;
      await ffmpeg.exec(['-version']);
      return { before, code, width, words: log.join('\n'), more: log.length - heard, shares: shares.length };
    });
    const result = (await tested.run([video])) as Record<string, unknown>;
    expect(result.words).to.include("Input #0, mov,mp4,m4a,3gp,3g2,mj2, from 'input.mp4'");
    expect(result.shares).to.be.above(0);
    expect(result, result.words as string).to.include({ before: true, code: 0, width: 64, more: 0 });
  });

  it('has ffprobe', async () => {
    const tested = worker(async (file: Blob, ctx: HandlerContext) => {
      const ffmpeg = await ctx.ffmpeg();
      await ffmpeg.writeFile('in.mp4', file);
      const entries = ['-show_entries', 'stream=codec_name,width', '-of', 'default=nw=1'];
      await ffmpeg.ffprobe(['-v', 'error', ...entries, 'in.mp4', '-o', 'found.txt']);
      return ffmpeg.readFile('found.txt', 'utf8');
    });
    // ffprobe says -1 whatever came of it: so it does in the class.
    expect(await tested.run([video])).to.equal('codec_name=h264\nwidth=160\ncodec_name=aac\n');
  });

  it('has the files and folders of the class', async () => {
    const tested = worker(async (ctx: HandlerContext) => {
      const ffmpeg = await ctx.ffmpeg();
      const names = async (path: string) =>
        (await ffmpeg.listDir(path))
          .filter(({ name }) => !/^\.\.?$/.test(name))
          .map(({ name, isDir }) => (isDir ? `${name}/` : name))
          .sort();
      await ffmpeg.createDir('texts');
      await ffmpeg.createDir('texts/empty');
      await ffmpeg.writeFile('texts/a.txt', 'héllo');
      await ffmpeg.rename('texts/a.txt', 'texts/b.txt');
      const there = await names('texts');
      const text = await ffmpeg.readFile('texts/b.txt', 'utf8');
      const bytes = await ffmpeg.readFile('texts/b.txt');
      await ffmpeg.deleteFile('texts/b.txt');
      await ffmpeg.deleteDir('texts/empty');
      return { there, text, bytes: bytes.length, left: await names('texts'), root: await names('/') };
    });
    const { root, ...result } = (await tested.run([])) as { root: string[] };
    expect(result).to.deep.equal({ there: ['b.txt', 'empty/'], text: 'héllo', bytes: 6, left: [] });
    expect(root).to.include('texts/');
  });

  it('mounts files where they lie, and lets them go', async () => {
    const tested = worker(async (file: Blob, ctx: HandlerContext) => {
      const ffmpeg = await ctx.ffmpeg();
      await ffmpeg.createDir('/blobs');
      await ffmpeg.createDir('/files');
      await ffmpeg.mount('WORKERFS', { blobs: [{ name: 'in.mp4', data: file }] }, '/blobs');
      await ffmpeg.mount('WORKERFS', { files: [new File([file], 'in.mp4')] }, '/files');
      const codes = [];
      for (const folder of ['blobs', 'files'])
        codes.push(await ffmpeg.exec(['-i', `/${folder}/in.mp4`, '-c', 'copy', `${folder}.mkv`]));
      const same = (await ffmpeg.readFile('/blobs/in.mp4')).length === file.size;
      await ffmpeg.unmount('/blobs');
      codes.push(await ffmpeg.exec(['-i', '/blobs/in.mp4', '-c', 'copy', 'none.mkv']));
      return [codes, same];
    });
    expect(await tested.run([video])).to.deep.equal([[0, 0, 1], true]);
  });

  it('ends a call by its time limit, and tells of failures by the exit code', async () => {
    const tested = worker(async (ctx: HandlerContext) => {
      const ffmpeg = await ctx.ffmpeg();
      const endless = ['-f', 'lavfi', '-i', 'testsrc=s=640x480', '-f', 'null', '-'];
      return [await ffmpeg.exec(endless, 300), await ffmpeg.exec(['-i', 'nothing.mp4', 'out.mkv'])];
    });
    expect(await tested.run([])).to.deep.equal([1, 1]);
  });

  it('is the same throughout a run, and has files of its own beside run()', async () => {
    const tested = worker(async (ctx: HandlerContext) => {
      const ffmpeg = await ctx.ffmpeg();
      await ffmpeg.writeFile('a.txt', 'mine');
      const args = ['-f', 'lavfi', '-i', 'testsrc', '-frames:v', 1, 'a.png'];
      const made = Object.keys(await ffmpeg.run(args));
      const missing = await ffmpeg.run(['-i', 'a.txt', 'out.png']).catch(({ message }: Error) => message);
      const same = (await ctx.ffmpeg()) === ffmpeg;
      const files = (await ffmpeg.listDir('/')).map(({ name }) => name);
      return { made, missing, same, kept: files.includes('a.txt'), strange: files.includes('a.png') };
    });
    const { missing, ...result } = (await tested.run([])) as Record<string, unknown>;
    expect(result).to.deep.equal({ made: ['a.png'], same: true, kept: true, strange: false });
    expect(missing).to.match(/a\.txt: No such file or directory/);
  });

  it('begins empty in the next run, also where a handler has kept it', async () => {
    const tested = worker(async (ctx: HandlerContext) => {
      const scope = globalThis as { kept?: Awaited<ReturnType<HandlerContext['ffmpeg']>> };
      const kept = scope.kept;
      const ffmpeg = (scope.kept ??= await ctx.ffmpeg());
      const other = await ctx.ffmpeg();
      const has = async (one: typeof ffmpeg) => (await one.listDir('/')).some(({ name }) => name === 'a.txt');
      const before = [await has(ffmpeg), await has(other)];
      await ffmpeg.writeFile('a.txt', 'mine');
      return [
        before,
        kept !== undefined,
        other === ffmpeg,
        await has(ffmpeg),
        await ffmpeg.exec(['-version']),
      ];
    });
    expect(await tested.run([])).to.deep.equal([[false, false], false, true, true, 0]);
    expect(await tested.run([])).to.deep.equal([[false, false], true, false, true, 0]);
  });

  it('ends with the run of the handler what nobody waits for', async () => {
    const tested = worker(async (last: boolean, ctx: HandlerContext) => {
      const scope = globalThis as { ends?: Promise<string>[] };
      const ffmpeg = await ctx.ffmpeg();
      if (last) return Promise.all(scope.ends!);
      const endless = ['-f', 'lavfi', '-i', 'testsrc=s=1920x1080', '-f', 'null', '-'];
      const begun = new Promise<void>((resolve) =>
        ffmpeg.on('log', ({ message }) => message.startsWith('frame=') && resolve()),
      );
      const ends = [ffmpeg.exec(endless), ffmpeg.run(endless)];
      scope.ends = ends.map((end) => (end as Promise<never>).catch(({ message }: Error) => message));
      return begun;
    });
    await tested.run([false]);
    const words = 'The run of the handler has ended';
    expect(await tested.run([true])).to.deep.equal([words, words]);
  });

  it('is stopped at once, and the next run goes well', async () => {
    const tested = worker(async (long: boolean, file: Blob, ctx: HandlerContext) => {
      const ffmpeg = await ctx.ffmpeg();
      ffmpeg.on('log', ({ message }) => message.startsWith('frame=') && long && ctx.info('at work'));
      await ffmpeg.writeFile('in.mp4', file);
      const slow = ['-f', 'lavfi', '-i', 'testsrc=s=1920x1080:d=3600', 'out.mkv'];
      const code = await ffmpeg.exec(long ? slow : ['-i', 'in.mp4', '-c', 'copy', 'out.mkv']);
      return [code, (await ffmpeg.readFile('out.mkv')).length > 5000];
    });
    const stop = new AbortController();
    const running = tested.run([true, video], stop.signal).catch((error: Error) => error.name);
    await until(() => tested.said.some(({ type }) => type === 'toast'));
    stop.abort();
    expect(await running).to.equal('AbortError');
    expect(await tested.run([false, video])).to.deep.equal([0, true]);
  });

  it('is ended by terminate(), and starts again with load()', async () => {
    const tested = worker(async (ctx: HandlerContext) => {
      const ffmpeg = await ctx.ffmpeg();
      const endless = ['-f', 'lavfi', '-i', 'testsrc=s=1920x1080', '-f', 'null', '-'];
      ffmpeg.on('log', ({ message }) => message.startsWith('frame=') && ffmpeg.terminate());
      const words = (call: Promise<unknown>) => call.catch(({ message }: Error) => message);
      const ended = await words(ffmpeg.exec(endless));
      const after = [ffmpeg.loaded, await words(ffmpeg.exec(['-version']))];
      await ffmpeg.load();
      return { ended, after, again: [ffmpeg.loaded, await ffmpeg.exec(['-version'])] };
    });
    expect(await tested.run([])).to.deep.equal({
      ended: 'called FFmpeg.terminate()',
      after: [false, 'ffmpeg is not loaded, call `await ffmpeg.load()` first'],
      again: [true, 0],
    });
  });

  it('starts again with load() also while it was still starting', async () => {
    const tested = worker(async (ctx: HandlerContext) => {
      const ffmpeg = await ctx.ffmpeg();
      ffmpeg.terminate();
      const name = (call: Promise<unknown>) => call.catch((error: Error) => error.name);
      const first = name(ffmpeg.load());
      ffmpeg.terminate();
      const second = name(ffmpeg.load());
      return [await first, await second, ffmpeg.loaded, await ffmpeg.exec(['-version'])];
    });
    expect(await tested.run([])).to.deep.equal(['AbortError', true, true, 0]);
  });

  it('gives up waiting by the signal of a call, as the class does', async () => {
    const tested = worker(async (ctx: HandlerContext) => {
      const ffmpeg = await ctx.ffmpeg();
      const name = (call: Promise<unknown>) => call.catch((error: Error) => error.name);
      const stop = new AbortController();
      ffmpeg.on('log', ({ message }) => message.startsWith('frame=') && stop.abort());
      const source = ['-f', 'lavfi', '-i', 'testsrc=s=640x480', '-f', 'null', '-'];
      const given = { signal: stop.signal };
      return [await name(ffmpeg.exec(source, 1000, given)), await name(ffmpeg.exec(source, -1, given))];
    });
    expect(await tested.run([])).to.deep.equal(['AbortError', 'AbortError']);
  });

  it('says that it crashed, and starts afresh with the next call', async () => {
    const tested = worker(async (file: Blob, ctx: HandlerContext) => {
      const ffmpeg = await ctx.ffmpeg();
      let last: Worker | undefined;
      const post = Worker.prototype.postMessage as (...given: unknown[]) => void;
      Worker.prototype.postMessage = function (this: Worker, ...given: unknown[]) {
        last = this;
        post.apply(this, given);
      };
      const message = 'Uncaught RuntimeError: memory access out of bounds';
      const die = () => last!.dispatchEvent(new ErrorEvent('error', { message }));
      const hear = (line: { message: string }) => line.message.startsWith('frame=') && die();
      ffmpeg.on('log', hear);
      const endless = ['-f', 'lavfi', '-i', 'testsrc=s=1920x1080', '-f', 'null', '-'];
      const { name, message: words, exitCode } = await ffmpeg.exec(endless).catch((error) => error);
      ffmpeg.off('log', hear);
      const gone = await ffmpeg.readFile('in.mp4').catch((error: Error) => error.message);
      await ffmpeg.writeFile('in.mp4', file);
      const code = await ffmpeg.exec(['-t', '0.1', '-i', 'in.mp4', '-c', 'copy', 'out.mkv']);
      return { name, words, exitCode, gone, code };
    });
    expect(await tested.run([video])).to.deep.equal({
      name: 'HandlerError',
      words:
        'ffmpeg crashed: Uncaught RuntimeError: memory access out of bounds. Its files are lost, the next call starts with a fresh one',
      exitCode: null,
      gone: 'ffmpeg.readFile("in.mp4") failed: no such file or folder',
      code: 0,
    });
  });

  it('says in words what its file system will not do', async () => {
    const tested = worker(async (ctx: HandlerContext) => {
      const ffmpeg = await ctx.ffmpeg();
      await ffmpeg.createDir('there');
      await ffmpeg.writeFile('there/a.txt', 'a');
      const calls = [
        () => ffmpeg.readFile('none.mp4'),
        () => ffmpeg.writeFile('none/a.txt', 'a'),
        () => ffmpeg.createDir('there'),
        () => ffmpeg.deleteDir('there'),
        () => ffmpeg.deleteFile('there'),
        () => ffmpeg.listDir('there/a.txt'),
        () => ffmpeg.mount('WORKERFS', { blobs: [{ name: 'a', data: new Blob(['a']) }] }, '/none'),
      ];
      return Promise.all(calls.map((call) => call().then(String, (error: Error) => error.message)));
    });
    expect(await tested.run([])).to.deep.equal([
      'ffmpeg.readFile("none.mp4") failed: no such file or folder',
      'ffmpeg.writeFile("none/a.txt") failed: no such file or folder',
      'ffmpeg.createDir("there") failed: it exists already',
      'ffmpeg.deleteDir("there") failed: the folder is not empty',
      'ffmpeg.deleteFile("there") failed: it is a folder',
      'ffmpeg.listDir("there/a.txt") failed: it is no folder',
      'ffmpeg.mount("WORKERFS") failed: no such file or folder',
    ]);
  });

  it('refuses what is none of what it takes, in words', async () => {
    const tested = worker(async (ctx: HandlerContext) => {
      const ffmpeg = (await ctx.ffmpeg()) as unknown as Record<
        string,
        (...given: unknown[]) => Promise<unknown>
      >;
      await ffmpeg.createDir!('in');
      const calls: [string, ...unknown[]][] = [
        ['exec', '-i in.mp4 out.gif'],
        ['ffprobe', [null]],
        ['writeFile', 'a.bin', 5],
        ['writeFile', 'a.bin', undefined],
        ['writeFile', 'a.bin', new ArrayBuffer(4)],
        ['readFile', 7],
        ['rename', 'a', null],
        ['mount', 'WORKERFS', { blobs: [{ name: 'a', data: 'text' }] }, '/in'],
        ['mount', 'WORKERFS', { files: [new Blob(['a'])] }, '/in'],
        ['mount', 'WORKERFS', { blobs: new Blob(['a']) }, '/in'],
        ['mount', 'WORKERFS', {}, '/in'],
        ['mount', 'IDBFS', {}, '/in'],
      ];
      const told = calls.map(([name, ...given]) =>
        ffmpeg[name]!(...given).then(String, (error: Error) => `${error.name}: ${error.message}`),
      );
      return Promise.all(told);
    });
    const written = (came: string) =>
      `ValueError: ffmpeg was given ${came} for the file "a.bin", expected a Uint8Array, a string or a Blob`;
    const shape = '{ blobs: [{ name, data: blob }] } or { files: [file] }';
    expect(await tested.run([])).to.deep.equal([
      'ValueError: ffmpeg was given "-i in.mp4 out.gif" for its arguments, expected a list such as ["-i", "in.mp4", "out.gif"]',
      'ValueError: ffmpeg was given null among its arguments, expected strings and numbers',
      written('5'),
      written('undefined'),
      written('ArrayBuffer'),
      'ValueError: ffmpeg was given 7 for a path of readFile(), expected text',
      'ValueError: ffmpeg was given null for a path of rename(), expected text',
      ...['"text"', 'Blob', 'Object', 'Object'].map(
        (came) => `ValueError: ffmpeg was given ${came} to mount, expected ${shape}`,
      ),
      'ValueError: ffmpeg cannot mount "IDBFS", only "WORKERFS" and "MEMFS"',
    ]);
  });
});
