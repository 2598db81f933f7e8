import { expect } from '@esm-bundle/chai';
import '../../../src/app/engine-locator.ts';
import { RivVideo } from '../../../src/components/video/video.ts';
import { axeProblems } from '../../helpers/axe.ts';
import { press, wordsOf } from '../../helpers/press.ts';
import { once, recordEvents, until } from '../../helpers/wait.ts';
import { clip, colourOf, look } from '../../helpers/media/video.ts';
import { mount } from '../../helpers/page.ts';

afterEach(() => document.body.replaceChildren());

const EVENTS = 'upload input change clear play pause stop end startRecording stopRecording'.split(' ');

const putVideo = (options: ConstructorParameters<typeof RivVideo>[0] = {}): Promise<RivVideo> =>
  mount(new RivVideo(options));

/** The `<video>` that a component shows. */
const shown = (video: RivVideo): HTMLVideoElement | null =>
  playerOf(video)?.shadowRoot?.querySelector('video') ?? null;

const playerOf = (video: RivVideo) => video.shadowRoot!.querySelector('riv-video-player');

/** Waits until a picture is shown. */
const pictured = (video: RivVideo) =>
  until(() => {
    const element = shown(video);
    return element && element.readyState >= 2 && colourOf(element) !== 'black' ? element : null;
  }, 'a picture');

/** Gives a file as the user does. */
async function pick(video: RivVideo, file: File): Promise<void> {
  const input = video.shadowRoot!.querySelector<HTMLInputElement>('input[type=file]')!;
  const data = new DataTransfer();
  data.items.add(file);
  input.files = data.files;
  input.dispatchEvent(new Event('change'));
}

const file = async (name: string, as = name): Promise<File> => {
  const blob = await clip(name);
  return new File([blob], as, { type: blob.type });
};
const given = async (video: RivVideo): Promise<unknown> =>
  ((await video.toHandler()) as { value: unknown }).value;

describe('a Video and its file', () => {
  it('takes a picked file: upload, input, change, and gives it to a handler as it is', async () => {
    const video = await putVideo({ label: 'Film' });
    const events = recordEvents(video, EVENTS);
    const red = await file('red.mp4');
    await pick(video, red);
    await once(video, 'change');
    expect(events).to.deep.equal(['upload', 'input', 'change']);
    expect(video.value).to.equal(red);
    expect(await given(video)).to.equal(red);
    expect(await video.toBlob()).to.equal(red);
    expect(colourOf(await pictured(video))).to.equal('red');
  });

  it('fires change alone for a handler, and nothing for the page', async () => {
    const video = await putVideo();
    const events = recordEvents(video, EVENTS);
    const [red, blue] = [await clip('red.mp4'), await clip('blue.webm')];
    video.value = red;
    await video.updateComplete;
    expect(events).to.deep.equal([]);
    video.fromHandler(blue);
    video.fromHandler(blue);
    expect(events).to.deep.equal(['change']);
    await until(() => shown(video) && colourOf(shown(video)!) === 'blue');
    video.clear();
    video.clear();
    expect(events).to.deep.equal(['change', 'change']);
    expect(video.value).to.equal(null);
    expect(await video.toBlob()).to.equal(null);
    expect(await given(video)).to.equal(null);
  });

  it('takes URLs and bytes', async () => {
    const video = await putVideo();
    video.fromHandler('/test/fixtures/video/colours/lime.mp4');
    await pictured(video);
    expect(colourOf(shown(video)!)).to.equal('lime');
    expect((await video.toBlob())!.size).to.equal((await clip('lime.mp4')).size);
    video.fromHandler(new Uint8Array(await (await clip('blue.mp4')).arrayBuffer()));
    await until(() => shown(video) && colourOf(shown(video)!) === 'blue');
    expect((await given(video)) as Blob).to.be.instanceOf(Blob);
  });

  it('takes a file of another frame as one of its own page', async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const lime = await clip('lime.webm');
    const { Blob: TheirBlob } = frame.contentWindow as Window & typeof globalThis;
    const theirs = new TheirBlob([lime], { type: 'video/webm' });
    expect(theirs).not.to.be.instanceOf(Blob);
    const video = await putVideo();
    video.fromHandler(theirs);
    const file = await video.toBlob();
    expect([file instanceof Blob, file?.size, file?.type]).to.deep.equal([true, lime.size, 'video/webm']);
  });

  it('plays, pauses and ends: play, pause, and at the end stop and end', async () => {
    const video = await putVideo({ interactive: false });
    const events = recordEvents(video, EVENTS);
    video.fromHandler(await clip('red.mp4'));
    await pictured(video);
    const player = playerOf(video)!;
    player.muted = true;
    await press(player, 'Play');
    await once(video, 'play');
    await press(player, 'Pause');
    await once(video, 'pause');
    await press(player, 'Play');
    await once(video, 'end');
    expect(events).to.deep.equal(['change', 'play', 'pause', 'play', 'stop', 'end']);
    expect(video.playbackPosition).to.be.closeTo(1, 0.1);
  });

  it('plays by itself with autoplay, and begins again with loop', async () => {
    const video = await putVideo({ interactive: false, autoplay: true, loop: true });
    const events = recordEvents(video, EVENTS);
    video.fromHandler(await clip('red.mp4'));
    await once(video, 'play');
    const element = shown(video)!;
    await once(element, 'seeked'); // begun again
    expect(element.paused).to.equal(false);
    expect(events).to.not.include('end');
  });

  it('goes to a place that is set, and tells where it is', async () => {
    const video = await putVideo({ value: await clip('red.mp4'), playbackPosition: 0.6 });
    const element = await pictured(video);
    await until(() => Math.abs(element.currentTime - 0.6) < 0.05);
    playerOf(video)!.seek(0.2);
    await until(() => Math.abs(video.playbackPosition - 0.2) < 0.05);
    video.fromHandler(await clip('blue.mp4'));
    await until(() => colourOf(shown(video)!) === 'blue');
    expect(video.playbackPosition).to.equal(0);
  });

  it('[C150] is trimmed by its user, and that can be taken back', async () => {
    const red = await file('red.mp4');
    const video = await putVideo({ value: red });
    await pictured(video);
    const player = playerOf(video)!;
    await press(player, 'Trim');
    const events = recordEvents(video, EVENTS);
    await press(player, 'Trim');
    await once(video, 'change');
    expect(events).to.deep.equal(['input', 'change']);
    const part = await look(video.value as Blob);
    expect(part.duration).to.be.closeTo(0.25, 0.08);
    await press(player, 'Undo');
    expect(video.value).to.equal(red);
  });

  it('shows subtitles in srt, vtt and JSON', async () => {
    const srt =
      '1\r\n00:00:00,000 --> 00:00:00,900\r\nGood <i>evening</i>\r\n\r\n2\r\n00:00:00,900 --> 00:00:02,000\r\nTwo\r\nlines\r\n';
    const json = JSON.stringify([{ text: 'Good evening', timestamp: [0, 0.9] }]);
    for (const subtitles of [
      srt,
      new Blob([srt]),
      json,
      'WEBVTT\n\n00:00.000 --> 00:00.900\nGood evening\n',
    ]) {
      const video = await putVideo({ value: await clip('red.mp4'), subtitles });
      const element = await pictured(video);
      const track = await until(() => element.textTracks[0]);
      const cue = (await until(() => track.cues?.[0])) as VTTCue;
      expect(track.mode).to.equal('showing');
      expect(cue.text.replace(/<.*?>/g, '')).to.equal('Good evening');
      expect([cue.startTime, cue.endTime]).to.deep.equal([0, 0.9]);
      video.remove();
    }
  });

  it('converts for a handler: format, and without sound', async () => {
    const video = await putVideo({ value: await clip('red.mp4'), includeAudio: false });
    const silent = (await given(video)) as Blob;
    expect(silent.size).to.be.below((await clip('red.mp4')).size);
    expect((await look(silent)).colours).to.deep.equal(['red']);
    const webm = await putVideo({ value: await clip('red.mp4'), format: 'webm' });
    const made = (await given(webm)) as Blob;
    expect(made.type).to.equal('video/webm');
    expect((await look(made)).colours).to.deep.equal(['red']);
    expect((await video.toBlob('video/webm'))!.type).to.equal('video/webm');
  });

  for (const scheme of ['light', 'dark'])
    it(`has no problem that axe finds (${scheme})`, async () => {
      const page = document.createElement('main');
      page.style.cssText = `color-scheme: ${scheme}; background: Canvas; color: CanvasText`;
      document.body.append(page);
      const red = await clip('red.mp4');
      for (const options of [
        {},
        { value: red },
        { value: red, interactive: false },
        { sources: ['webcam'] },
      ]) {
        const video = new RivVideo({ label: 'Film', ...(options as object) });
        page.append(video);
        await video.updateComplete;
        if ('value' in options) await pictured(video);
      }
      expect(await axeProblems(page)).to.deep.equal([]);
    });
});

describe('a Video that is given what it cannot show', () => {
  const truncated = async () =>
    new File([(await clip('red.mp4')).slice(0, 3000)], 'cut.mp4', { type: 'video/mp4' });
  /** Its pictures say that they are written in a way that there is none of. */
  const unknown = async () => {
    const bytes = new Uint8Array(await (await clip('silent.mp4')).arrayBuffer());
    const text = new TextDecoder('latin1').decode(bytes);
    bytes.set(new TextEncoder().encode('zzzz'), text.indexOf('avc1', text.indexOf('stsd')));
    return new File([bytes], 'what.mp4', { type: 'video/mp4' });
  };
  const wrong: [string, () => Promise<File>, RegExp][] = [
    ['no bytes', async () => new File([], 'none.mp4', { type: 'video/mp4' }), /“none.mp4” is empty/],
    ['a truncated file', truncated, /“cut.mp4”, video\/mp4, cannot be played: it is damaged/],
    ['a sound', () => file('sound.mp4'), /“sound.mp4” has no pictures: it is a sound/],
    ['a codec that nobody knows', unknown, /“what.mp4”, video\/mp4, cannot be played/],
    [
      'text',
      async () => new File(['words'], 'words.txt', { type: 'text/plain' }),
      /is not a video: it is text\/plain/,
    ],
    [
      'a gigabyte of nothing',
      async () => new File(Array(1024).fill(new Blob([new Uint8Array(1 << 20)])), 'big.bin'),
      /“big.bin” is not a video/,
    ],
    [
      'a gigabyte that begins like a video',
      async () => {
        const head = (await clip('red.mp4')).slice(0, 64);
        return new File([head, ...Array(1024).fill(new Blob([new Uint8Array(1 << 20)]))], 'big.mp4', {
          type: 'video/mp4',
        });
      },
      /“big.mp4”, video\/mp4, cannot be played/,
    ],
  ];
  for (const [what, make, words] of wrong)
    it(`says so of ${what}, and keeps what it has`, async () => {
      const red = await clip('red.mp4');
      const video = await putVideo();
      const events = recordEvents(video, EVENTS);
      await pick(video, await make());
      await until(() => video.message !== '', 'a message');
      expect(video.message).to.match(words);
      expect(events).to.deep.equal([]);
      video.fromHandler(red);
      expect(video.value).to.equal(red);
      expect(video.message).to.equal('');
    });

  it('takes a file of another name than its kind, and saves it under the right one', async () => {
    const video = await putVideo();
    await pick(video, await file('red.webm', 'holiday.mp4'));
    await once(video, 'change');
    await pictured(video);
    expect(wordsOf(video)).to.not.match(/cannot/);
  });

  it('writes a file anew that the browser does not play', async () => {
    const video = await putVideo();
    await pick(video, await file('red.mpegts', 'red.ts'));
    await once(video, 'change');
    const value = video.value as File;
    expect([value.name, value.type]).to.deep.equal(['red.mp4', 'video/mp4']);
    expect(colourOf(await pictured(video))).to.equal('red');
    const output = await putVideo({ interactive: false });
    output.fromHandler(await clip('blue.mpegts'));
    await until(() => shown(output) && shown(output)!.videoWidth > 0 && colourOf(shown(output)!) === 'blue');
  });

  it('names the type of what a handler gave and nobody can play', async () => {
    const video = await putVideo({ interactive: false });
    video.fromHandler(await unknown());
    await until(() => /\(video\/mp4\) cannot be played/.test(wordsOf(playerOf(video) ?? video)));
  });

  it('says of what a handler gave that it is empty, or cut off', async () => {
    const red = await clip('red.mp4');
    const head = red.slice(0, 40, 'video/mp4'); // not even its table of contents
    for (const [given, words] of [
      [new Blob([], { type: 'video/mp4' }), /The video \(video\/mp4\) is empty\./],
      [head, /cannot be played.*cut off: nothing in it can be found/],
    ] as const) {
      const video = await putVideo({ interactive: false });
      video.fromHandler(given);
      await until(() => words.test(wordsOf(playerOf(video) ?? video)), String(words));
      video.remove();
    }
  });

  it('has ffmpeg read what no browser does', async function () {
    this.timeout(60_000);
    const video = await putVideo();
    await pick(video, await file('old.avi'));
    await once(video, 'change');
    const value = video.value as File;
    expect([value.name, value.type]).to.deep.equal(['old.mp4', 'video/mp4']);
    const { duration, width } = await look(value);
    expect([Math.round(duration), width]).to.deep.equal([1, 160]);
  });

  it('refuses what is no video', async () => {
    const video = await putVideo();
    expect(() => video.fromHandler(12)).to.throw(/got 12, expected a Blob, the bytes or the URL of a video/);
    expect(() => video.fromHandler(new Blob(['x'], { type: 'image/png' }))).to.throw(/image\/png/);
  });
});
