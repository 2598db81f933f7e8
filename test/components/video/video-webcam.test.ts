import { expect } from '@esm-bundle/chai';
import { RivVideo } from '../../../src/components/video/video.ts';
import * as rv from '../../../src/index.ts';
import { axeProblems } from '../../helpers/axe.ts';
import {
  type FakeCameraOptions,
  type FakeDevice,
  fakeCamera,
  fakeMicrophone,
} from '../../../src/testing/index.ts';
import { button, press, wordsOf } from '../../helpers/press.ts';
import { once, recordEvents, until } from '../../helpers/wait.ts';
import { look } from '../../helpers/media/video.ts';
import { mount } from '../../helpers/page.ts';

const devices: FakeDevice[] = [];

afterEach(() => {
  document.body.replaceChildren();
  for (const device of devices.splice(0)) device.restore();
});

const EVENTS = 'startRecording stopRecording upload input change clear'.split(' ');

const putVideo = (options: ConstructorParameters<typeof RivVideo>[0] = {}): Promise<RivVideo> =>
  mount(new RivVideo({ sources: ['webcam'], ...options }));

/** A camera that shows red on the left and blue on the right, and a microphone that hears a tone. */
function fake(options: FakeCameraOptions = {}): { camera: FakeDevice; microphone: FakeDevice } {
  const camera = fakeCamera({ width: 128, height: 96, ...options });
  const microphone = fakeMicrophone();
  devices.push(camera, microphone);
  return { camera, microphone };
}

/** All that was opened is let go. */
const released = () =>
  devices.every(({ tracks }) => tracks.every(({ readyState }) => readyState === 'ended'));

/** The colours at the left and at the right of a file's picture, once it is there to be drawn. */
async function sides(file: Blob): Promise<string[]> {
  const video = Object.assign(document.createElement('video'), {
    muted: true,
    src: URL.createObjectURL(file),
  });
  await video.play();
  const canvas = new OffscreenCanvas(4, 1);
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  const drawn = () => {
    context.drawImage(video, 0, 0, 4, 1);
    const { data } = context.getImageData(0, 0, 4, 1);
    return data[3]! > 0 && [...data.subarray(0, 3)].some((level) => level > 128) ? data : null;
  };
  await until(drawn);
  const data = drawn()!;
  video.pause();
  return [0, 12].map((at) => (data[at]! > 128 ? 'red' : data[at + 2]! > 128 ? 'blue' : 'other'));
}

/** True when a file has sound. */
async function sounds(file: Blob): Promise<boolean> {
  const context = new OfflineAudioContext(1, 48000, 48000);
  return context.decodeAudioData(await file.arrayBuffer()).then(
    (sound) => sound.getChannelData(0).some((level) => Math.abs(level) > 0.1),
    () => false,
  );
}

async function record(video: RivVideo, seconds = 1): Promise<File> {
  const started = once(video, 'startRecording');
  await press(video, 'Record');
  await started;
  const end = performance.now() + seconds * 1000;
  await until(() => performance.now() > end && /0:0\d/.test(wordsOf(video)));
  await press(video, 'Stop');
  await until(() => video.value);
  return video.value as File;
}

describe('a Video that records', () => {
  for (const mirror of [true, false])
    it(`[C93] records what the preview shows, ${mirror ? '' : 'not '}mirrored`, async () => {
      fake();
      const video = await putVideo({ mirror });
      const events = recordEvents(video, EVENTS);
      await press(video, /Webcam/);
      await until(() => button(video, 'Record'));
      expect(video.shadowRoot!.querySelector('video')!.classList.contains('mirrored')).to.equal(mirror);
      const file = await record(video);
      expect(events).to.deep.equal(['startRecording', 'stopRecording', 'input', 'change']);
      expect([file.name, file.type]).to.deep.equal(['video.webm', 'video/webm']);
      expect(await sides(file)).to.deep.equal(mirror ? ['blue', 'red'] : ['red', 'blue']);
      const { duration, width } = await look(file);
      expect(duration, 'a file that says how long it is').to.be.within(0.5, 4);
      expect(width).to.equal(128);
      await until(released);
      expect(((await video.toHandler()) as { value: unknown }).value).to.equal(file);
    });

  it('never mirrors a camera that faces away', async () => {
    fake({ facingMode: 'environment' });
    const video = await putVideo({ facing: 'environment' });
    await press(video, /Webcam/);
    expect(await sides(await record(video))).to.deep.equal(['red', 'blue']);
  });

  it('has sound when that is wanted: by default where files may be given', async () => {
    const { microphone } = fake();
    const silent = await putVideo();
    await press(silent, /Webcam/);
    expect(await sounds(await record(silent))).to.equal(false);
    expect(microphone.asked).to.deep.equal([]);
    const video = await putVideo({ sources: ['upload', 'webcam'] });
    await press(video, 'Webcam');
    await until(() => microphone.asked.length > 0);
    expect(await sounds(await record(video, 1.5))).to.equal(true);
    await until(released);
  });

  it('records without sound where there is no microphone, and says so', async () => {
    fake().microphone.unplug();
    const video = await putVideo({ includeAudio: true });
    await press(video, /Webcam/);
    await until(() => /The recording will have no sound. No microphone was found/.test(video.message));
    expect(await sides(await record(video))).to.deep.equal(['blue', 'red']);
  });

  it('[C94] asks for what it is told to, else for the usual size', async () => {
    const { camera } = fake();
    for (const constraints of [null, { video: { width: 320 } }, { height: 200 }]) {
      const video = await putVideo({ constraints });
      await press(video, /Webcam/);
      await until(() => button(video, 'Record'));
      video.remove();
    }
    expect(camera.asked.map(({ video }) => video)).to.deep.equal([
      { width: { ideal: 1920 }, height: { ideal: 1440 } },
      { width: 320 },
      { height: 200 },
    ]);
  });

  it('can record again, and go back to files', async () => {
    fake();
    const video = await putVideo({ sources: ['upload', 'webcam'], includeAudio: false });
    await press(video, 'Webcam');
    const first = await record(video);
    await press(video, 'Record again');
    const second = await record(video);
    expect(second).to.not.equal(first);
    const events = recordEvents(video, EVENTS);
    await press(video, 'Upload');
    expect(events).to.deep.equal(['clear', 'input', 'change']);
    expect(video.value).to.equal(null);
  });

  it('keeps what it has when it is taken out of the page while recording, and lets the camera go', async () => {
    fake();
    const video = await putVideo();
    await press(video, /Webcam/);
    const started = once(video, 'startRecording');
    await press(video, 'Record');
    await started;
    video.remove();
    await until(released);
    document.body.append(video);
    await press(video, /Webcam/);
    expect((await record(video)).size).to.be.above(0);
  });

  const takesStopAway: [string, (video: RivVideo) => void][] = [
    ['sources without it', (video) => (video.sources = ['upload'])],
    ['interactive = false', (video) => (video.interactive = false)],
    ['an update of a handler', (video) => video.update({ interactive: false })],
  ];
  for (const [what, act] of takesStopAway)
    it(`keeps what it has, and lets the camera go, where nobody could press Stop any more: ${what}`, async () => {
      fake();
      const video = await putVideo();
      await press(video, /Webcam/);
      const started = once(video, 'startRecording');
      await press(video, 'Record');
      await started;
      await until(() => /0:01/.test(wordsOf(video)));
      const over = once(video, 'stopRecording');
      act(video);
      await until(released);
      expect(((await over).detail as { value: File }).value.size).to.be.above(0);
      await until(() => video.streamState === 'closed');
    });

  it('keeps what it has, and lets the camera go, where a handler in its worker takes Stop away', async () => {
    fake();
    const video = new rv.Video({ sources: ['webcam'], interactive: true });
    const go = new rv.Button({ value: 'Go' });
    const app = await mount(new rv.Blocks());
    app.append(video, go);
    const binding = rv.on(go, 'click', {
      fn: (ctx) => ctx.update({ interactive: false }),
      outputs: video,
    });
    await press(video, /Webcam/);
    const started = once(video, 'startRecording');
    await press(video, 'Record');
    await started;
    await until(() => /0:01/.test(wordsOf(video)));
    const over = once(video, 'stopRecording');
    await press(go, 'Go');
    await until(() => !video.interactive, 'the update of the handler', 60);
    await until(released);
    expect(((await over).detail as { value: File }).value.size).to.be.above(0);
    binding.remove();
  });

  const failures: [string, 'deny' | 'unplug' | 'busy', RegExp][] = [
    ['denied', 'deny', /may not be used here/],
    ['missing', 'unplug', /No camera was found/],
    ['busy', 'busy', /in use by another program/],
  ];
  for (const [reason, fault, words] of failures)
    it(`[C97] says so when the camera is ${reason}, and can be asked again`, async () => {
      const { camera } = fake();
      camera[fault]();
      const video = await putVideo();
      await press(video, /Webcam/);
      await until(() => words.test(wordsOf(video)));
      camera.mend();
      await press(video, /Try again/);
      await until(() => button(video, 'Record'));
    });

  it('has no problem that axe finds, recording and filled', async () => {
    fake();
    const video = await putVideo({ label: 'Film' });
    await press(video, /Webcam/);
    const started = once(video, 'startRecording');
    await press(video, 'Record');
    await started;
    await until(() => /0:0\d/.test(wordsOf(video)));
    expect(await axeProblems(video)).to.deep.equal([]);
    await press(video, 'Stop');
    await until(() => video.value);
    expect(await axeProblems(video)).to.deep.equal([]);
  });
});
