import { expect } from '@esm-bundle/chai';
import { on } from '../../../src/bind/binding/on.ts';
import { RivButton } from '../../../src/components/button/button.ts';
import { RivVideo } from '../../../src/components/video/video.ts';
import type { RivVideoPlayer } from '../../../src/components/video/player/video-player.ts';
import { button, press, wordsOf } from '../../helpers/press.ts';
import { once, recordEvents, until } from '../../helpers/wait.ts';
import { watchUrls } from '../../helpers/garbage.ts';
import { clip, colourOf, look } from '../../helpers/media/video.ts';

const restore: (() => void)[] = [];
const COLOURS = ['red', 'lime', 'blue'];
const EVENTS = 'change play pause stop end'.split(' ');

afterEach(() => {
  document.body.replaceChildren();
  for (const undo of restore.splice(0)) undo();
});

interface Run {
  video: RivVideo;
  /** Yields a value, and waits until it was taken. */
  give(value: unknown): Promise<void>;
  /** Ends the generator; with an error it fails. */
  end(error?: Error): void;
  stop(): void;
  /** Starts a further run. */
  again(): void;
}

/** A Video, and a generator that yields what the test gives it. */
async function run(options: object = {}): Promise<Run> {
  const video = new RivVideo({ streaming: true, autoplay: true, ...options });
  const start = new RivButton();
  document.body.append(start, video);
  await video.updateComplete;
  let queue: { value?: unknown; error?: Error; over?: boolean; taken: () => void }[] = [];
  let wake: () => void = () => undefined;
  const binding = on(start, 'click', {
    fn: async function* ({ signal }: { signal: AbortSignal }) {
      for (;;) {
        while (queue.length === 0 && !signal.aborted)
          await new Promise<void>((resolve) => {
            wake = resolve;
            signal.addEventListener('abort', () => resolve());
          });
        if (signal.aborted) return;
        const { value, error, over, taken } = queue.shift()!;
        if (error) throw error;
        if (over) return;
        yield value as Blob;
        taken();
      }
    },
    outputs: video,
    thread: 'main',
    triggerMode: 'multiple',
    concurrencyLimit: 1,
  });
  restore.push(() => binding.remove());
  const push = (entry: object) =>
    new Promise<void>((taken) => {
      queue.push({ ...entry, taken });
      wake();
    });
  const again = () => {
    queue = [];
    start.dispatchEvent(new CustomEvent('click'));
  };
  again();
  return {
    video,
    give: (value) => push({ value }),
    end: (error) => void push({ error, over: true }),
    stop: () => binding.cancel(),
    again,
  };
}

const playerOf = (video: RivVideo): RivVideoPlayer | null =>
  video.shadowRoot!.querySelector('riv-video-player');
const shown = (video: RivVideo): HTMLVideoElement | null =>
  playerOf(video)?.shadowRoot?.querySelector('video') ?? null;
const colour = (video: RivVideo): string => (shown(video) ? colourOf(shown(video)!) : '');
const shows = (video: RivVideo, name: string) => until(() => colour(video) === name, name);

/** Which colours are seen, in order. */
function watch(video: RivVideo): string[] {
  const seen: string[] = [];
  let going = true;
  restore.push(() => (going = false));
  const step = () => {
    const now = colour(video);
    if (COLOURS.includes(now) && now !== seen.at(-1)) seen.push(now);
    if (going) requestAnimationFrame(step);
  };
  step();
  return seen;
}

/** Takes MediaSource away, as on older iPhones. */
function withoutMediaSource(): void {
  const own = MediaSource;
  Object.assign(globalThis, { MediaSource: undefined });
  restore.push(() => Object.assign(globalThis, { MediaSource: own }));
}

describe('a Video that streams', () => {
  for (const kind of ['mp4', 'mpegts', 'webm'])
    it(`[C118] [C120] [C131] [C132] plays ${kind} from the first chunk on, and gives one file in the end`, async () => {
      const { video, give, end } = await run();
      const events = recordEvents(video, EVENTS);
      const seen = watch(video);
      await Promise.all([once(video, 'play'), give(await clip(`red.${kind}`))]);
      expect(video.status.stage).to.equal('generating');
      for (const name of COLOURS.slice(1)) await give(await clip(`${name}.${kind}`));
      end();
      await once(video, 'end');
      expect(seen).to.deep.equal(COLOURS);
      expect(events).to.deep.equal(['change', 'play', 'change', 'change', 'stop', 'end']);
      const file = (await video.toBlob())!;
      const type = kind === 'webm' ? 'video/webm' : 'video/mp4';
      expect(file.type).to.equal(type);
      const whole = await look(file);
      expect(whole.duration).to.be.closeTo(3, 0.05);
      expect(whole.colours).to.deep.equal(COLOURS);
      expect(((await video.toHandler()) as { value: Blob }).value).to.equal(file);
      expect(video.value).to.equal(file);
    });

  it('[C121] takes bytes and URLs, and skips what is null', async () => {
    const { video, give, end } = await run();
    const bytes = new Uint8Array(await (await clip('red.mp4')).arrayBuffer());
    await give(null);
    await give(bytes);
    bytes.fill(0); // whoever gave it may write on
    await give(null);
    await give('/test/fixtures/video/colours/lime.mp4');
    end();
    const seen = watch(video);
    await once(video, 'end');
    expect(seen).to.deep.equal(['red', 'lime']);
    expect((await look((await video.toBlob())!)).duration).to.be.closeTo(2, 0.05);
    expect(video.message).to.equal('');
  });

  it('[C122] waits when the handler is slow, and goes on where it was, without an end', async () => {
    const { video, give, end } = await run();
    const events = recordEvents(video, EVENTS);
    await Promise.all([once(video, 'play'), give(await clip('red.mp4'))]);
    const element = shown(video)!;
    await until(() => element.currentTime > 0.8 && /Waiting for more/.test(wordsOf(playerOf(video)!)));
    const stood = element.currentTime;
    await give(await clip('lime.mp4'));
    await shows(video, 'lime');
    expect(element.currentTime).to.be.within(stood, 1.7);
    end();
    await once(video, 'end');
    expect(events).to.deep.equal(['change', 'play', 'change', 'stop', 'end']);
  });

  it('[C123] keeps what came when the handler fails or is stopped', async () => {
    for (const way of ['fails', 'is stopped']) {
      const { video, give, end, stop } = await run({ autoplay: false });
      await give(await clip('red.mp4'));
      await give(await clip('lime.mp4'));
      await until(() => playerOf(video)?.duration === 2);
      if (way === 'fails') end(new Error('no more'));
      else stop();
      await until(() => !['pending', 'generating'].includes(video.status.stage));
      expect((await look((await video.toBlob())!)).colours).to.deep.equal(['red', 'lime']);
      const seen = watch(video);
      playerOf(video)!.muted = true;
      await press(playerOf(video)!, 'Play');
      await once(video, 'end');
      expect(seen, way).to.deep.equal(['red', 'lime']);
      video.remove();
    }
  });

  it('[C124] gives way to a second run', async () => {
    const first = await run();
    const { video } = first;
    await Promise.all([once(video, 'play'), first.give(await clip('red.mp4'))]);
    const before = shown(video)!;
    first.stop();
    first.again();
    await first.give(await clip('blue.mp4'));
    await until(() => shown(video) !== before && colour(video) === 'blue');
    expect(before.hasAttribute('src')).to.equal(false);
    first.end();
    await once(video, 'end');
    expect((await look((await video.toBlob())!)).colours).to.deep.equal(['blue']);
  });

  it('[C125] plays nothing before the user does, without autoplay', async () => {
    const { video, give, end } = await run({ autoplay: false });
    const events = recordEvents(video, EVENTS);
    await give(await clip('red.mp4'));
    await shows(video, 'red');
    await give(await clip('lime.mp4'));
    end();
    await until(() => video.status.stage === 'complete');
    expect(shown(video)!.paused).to.equal(true);
    playerOf(video)!.muted = true;
    await press(playerOf(video)!, 'Play');
    await once(video, 'end');
    expect(events).to.deep.equal(['change', 'change', 'play', 'stop', 'end']);
  });

  it('[C126] is ready for a press where the browser does not let it play', async () => {
    const own = HTMLMediaElement.prototype.play;
    HTMLMediaElement.prototype.play = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    restore.push(() => (HTMLMediaElement.prototype.play = own));
    const { video, give, end } = await run();
    await give(await clip('red.mp4'));
    await shows(video, 'red');
    end();
    await until(() => video.status.stage === 'complete');
    expect(video.message).to.equal('');
    expect(button(playerOf(video)!, 'Play')!.disabled).to.equal(false);
    HTMLMediaElement.prototype.play = own;
    playerOf(video)!.muted = true;
    button(playerOf(video)!, 'Play')!.click();
    await once(video, 'end');
  });

  it('shows the only result of a plain run as any other video', async () => {
    const video = new RivVideo({ streaming: true });
    document.body.append(video);
    const over = new AbortController();
    over.abort();
    const red = await clip('red.mp4');
    video.fromHandler(red, over.signal);
    expect(video.value).to.equal(red);
    await shows(video, 'red');
  });

  it('plays clip after clip where there is no MediaSource', async () => {
    withoutMediaSource();
    for (const kind of ['mp4', 'mpegts']) {
      const { video, give, end } = await run();
      const events = recordEvents(video, EVENTS);
      const seen = watch(video);
      await Promise.all([once(video, 'play'), give(await clip(`red.${kind}`))]);
      await until(() => shown(video)!.ended); // dry
      await give(await clip(`lime.${kind}`));
      await give(await clip(`blue.${kind}`));
      await shows(video, 'blue');
      expect(playerOf(video)!.time).to.be.within(2, 3);
      expect(playerOf(video)!.duration).to.be.closeTo(3, 0.01);
      // The handler may be over before the last clip, or after it.
      if (kind === 'mpegts') await until(() => shown(video)!.ended);
      const over = once(video, 'end');
      end();
      await over;
      expect(seen).to.deep.equal(COLOURS);
      expect(events).to.deep.equal(['change', 'play', 'change', 'change', 'stop', 'end']);
      playerOf(video)!.seek(1.5);
      await shows(video, 'lime');
      expect((await look((await video.toBlob())!)).colours).to.deep.equal(COLOURS);
      video.remove();
    }
  });

  it('lets everything go when it leaves the page', async () => {
    const { video, give } = await run();
    await Promise.all([once(video, 'play'), give(await clip('red.mp4'))]);
    const element = shown(video)!;
    video.remove();
    await until(() => element.paused);
  });
});

describe('a Video that streams what does not fit', () => {
  it('[C118] fails a run that gives another type, naming the allowed ones', async () => {
    const { video, give } = await run();
    void give(await clip('old.avi'));
    await until(() => video.status.stage === 'error');
    expect((video.status as { error?: { message: string } }).error!.message).to.match(/mp4, webm or MPEG-TS/);
  });

  it('says so of bytes that are no video, and plays on with the next chunk', async () => {
    const { video, give, end } = await run();
    await give(await clip('red.mp4'));
    await give(new Uint8Array(500).fill(7));
    await give(await clip('blue.mp4'));
    end();
    const seen = watch(video);
    await once(video, 'end');
    expect(seen).to.deep.equal(['red', 'blue']);
    expect(video.message).to.match(
      /Chunk 2 of the video is not a video of a known type: expected mp4, webm or MPEG-TS/,
    );
  });

  it('tells of an empty chunk between good ones, and plays on', async () => {
    const { video, give, end } = await run();
    const toasts: string[] = [];
    const errors: Error[] = [];
    video.addEventListener('riv-toast', (event) => toasts.push((event as CustomEvent).detail.message));
    video.addEventListener('error', (event) => errors.push((event as unknown as CustomEvent).detail.error));
    await give(await clip('red.mp4'));
    await give(new Blob([], { type: 'video/mp4' }));
    await give(await clip('blue.mp4'));
    end();
    const seen = watch(video);
    await once(video, 'end');
    expect(seen).to.deep.equal(['red', 'blue']);
    expect(errors.map(({ name, message }) => `${name}: ${message}`)).to.deep.equal([
      'MediaError: Chunk 2 of the video is empty.',
    ]);
    expect(toasts).to.deep.equal(['Chunk 2 of the video is empty.']);
    expect((await look((await video.toBlob())!)).colours).to.deep.equal(['red', 'blue']);
  });

  it('says once of sound that it must leave out, and shows the pictures', async () => {
    const { video, give } = await run();
    const toasts: { level: string; message: string }[] = [];
    video.addEventListener('riv-toast', (event) => toasts.push((event as CustomEvent).detail));
    for (let chunk = 0; chunk < 2; chunk++) await give(await clip('opus.mpegts'));
    await until(() => Math.round(playerOf(video)?.duration ?? 0) === 2, 'two chunks');
    await shows(video, 'red');
    expect(toasts.map(({ level, message }) => `${level}: ${message}`)).to.deep.equal([
      'warning: Chunk 1 of the video has sound that cannot be read here (Opus): it is left out.',
    ]);
    expect(video.message).to.equal('');
  });

  it('skips a corrupt chunk between good ones, and a sound', async () => {
    const { video, give, end } = await run();
    const bytes = new Uint8Array(await (await clip('lime.mp4')).arrayBuffer());
    await give(await clip('red.mp4'));
    await give(bytes.slice(0, 2000));
    await until(() => /Chunk 2 of the video cannot be read/.test(video.message));
    await give(await clip('sound.mp4'));
    await until(() => /Chunk 3 of the video cannot be read: it has no pictures/.test(video.message));
    await give(await clip('blue.mp4'));
    end();
    const seen = watch(video);
    await once(video, 'end');
    expect(seen.slice(-1)).to.deep.equal(['blue']);
    expect((await look((await video.toBlob())!)).colours).to.deep.equal(['red', 'blue']);
  });

  it('plays chunks of different kinds, sizes and sounds, and makes one file of them', async () => {
    const { video, give, end } = await run();
    const seen: string[] = [];
    const names = ['red.mp4', 'lime.webm', 'other.mp4', 'silent.mp4', 'blue.mpegts'];
    for (const name of names) await give(await clip(name));
    end();
    const step = () => {
      const now = colour(video);
      if ([...COLOURS, 'yellow'].includes(now) && now !== seen.at(-1)) seen.push(now);
      if (!video.isConnected) return;
      requestAnimationFrame(step);
    };
    step();
    await once(video, 'end');
    expect(seen).to.deep.equal(['red', 'lime', 'yellow', 'blue']);
    expect(video.message).to.equal('');
    const whole = await look((await video.toBlob())!);
    expect(whole.duration).to.be.closeTo(5, 0.15);
    expect(whole.width).to.equal(160);
    expect(whole.colours).to.deep.equal(['red', 'lime', 'yellow', 'yellow', 'blue']);
  });

  it('keeps no clip where it plays clip by clip and has left the page, and goes on when it is back', async () => {
    const { MediaSource } = globalThis;
    const urls = watchUrls();
    restore.push(() => Object.assign(globalThis, { MediaSource }), urls.restore);
    Object.assign(globalThis, { MediaSource: undefined });
    const { video, give, end } = await run();
    await give(await clip('red.mp4'));
    await give(await clip('lime.mp4'));
    end();
    await shows(video, 'lime');
    await once(video, 'end');
    expect(urls.left.size).to.equal(1);
    video.remove();
    await until(() => urls.left.size === 0, 'the address of the clip to be given up');
    document.body.append(video);
    await shows(video, 'lime');
    playerOf(video)!.seek(0);
    await shows(video, 'red');
    video.remove();
    await until(() => urls.left.size === 0, 'the address of the clip to be given up again');
  });
});
