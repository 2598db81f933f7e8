import { expect } from '@esm-bundle/chai';
import { emulateMedia } from '@web/test-runner-commands';
import { RivImage } from '../../../src/components/image/image.ts';
import type { Input } from '../../../src/shared/protocol.ts';
import { answerWith, follower, setHidden, withoutProcessor } from '../../helpers/media/camera.ts';
import { type FakeCameraOptions, type FakeDevice, fakeCamera } from '../../../src/testing/index.ts';
import { pictureOf, pixelOf, plain } from '../../helpers/components/image.ts';
import { button, press, wordsOf } from '../../helpers/press.ts';
import { once, recordEvents, until } from '../../helpers/wait.ts';
import { canEmulateMedia, resetMedia } from '../../helpers/media-features.ts';
import { place } from '../../helpers/page.ts';
import { recordCamera } from '../../helpers/stream.ts';

let camera: FakeDevice;
const restore: (() => void)[] = [];

const putImage = (options: ConstructorParameters<typeof RivImage>[0] = {}): RivImage =>
  place(new RivImage({ sources: ['webcam'], ...options }));

const preview = (image: RivImage) => image.shadowRoot!.querySelector('video');
const stopped = () => camera.tracks.every((track) => track.readyState === 'ended');
const frameOf = (input: Input | null) => (input as { source: VideoFrame }).source;

beforeEach(() => {
  camera = fakeCamera({ width: 64, height: 48 });
});
afterEach(() => {
  document.body.querySelectorAll('riv-image').forEach((each) => each.remove());
  for (const undo of restore.splice(0)) undo();
  camera.restore();
});

/** Puts these cameras in the place of the one. */
function cameras(...options: FakeCameraOptions[]): FakeDevice[] {
  camera.restore();
  const all = options.map((each) => fakeCamera({ width: 64, height: 48, ...each }));
  restore.push(() => all.forEach((each) => each.restore()));
  return all;
}

describe('the camera of an Image', () => {
  it('asks for nothing before the user presses', async () => {
    const image = putImage();
    await image.updateComplete;
    expect(camera.asked).to.have.length(0);
    expect(button(image, 'Click to Access Webcam')).to.not.equal(null);
    expect(image.shadowRoot?.querySelector('.controls')?.textContent?.trim()).to.equal('Camera off');
  });

  it('keeps the keyboard’s place when the camera is there', async () => {
    const image = putImage();
    const open = await until(() => button(image, /Webcam/));
    open.focus();
    open.click();
    const capture = await until(() => button(image, /Capture/));
    await until(() => image.shadowRoot!.activeElement === capture, 'the focus');
  });

  it('[C94] wishes for 1920×1440, or for what the page says', async () => {
    const image = putImage();
    await press(image, /Webcam/);
    await until(() => preview(image));
    expect(camera.asked[0]!.video).to.deep.equal({ width: { ideal: 1920 }, height: { ideal: 1440 } });
    const own = putImage({ constraints: { video: { width: 320 } }, facing: 'environment' });
    await press(own, /Webcam/);
    await until(() => preview(own));
    expect(camera.asked[1]!.video).to.deep.equal({ width: 320, facingMode: { ideal: 'environment' } });
  });

  it('[C97] says why it was refused, in the component alone, and offers another try', async () => {
    camera.deny();
    const image = putImage({ streaming: true });
    let toasts = 0;
    image.addEventListener('riv-toast', () => (toasts += 1));
    await press(image, /Webcam/);
    await until(() => wordsOf(image).includes('may not be used'));
    expect(toasts).to.equal(0);
    expect(wordsOf(image)).to.contain('NotAllowedError: Permission denied');
    expect(image.streamState).to.equal('closed');
    expect(button(image, 'Record')).to.equal(null);
    camera.mend();
    await press(image, /Try again/);
    await until(() => button(image, 'Record'));
  });

  it('[C96] offers the cameras and stops the one before', async () => {
    const [a, b] = cameras({ label: 'Camera a' }, { label: 'Camera b' });
    const image = putImage({ streaming: true });
    await press(image, /Webcam/);
    const select = await until(() => image.shadowRoot!.querySelector('select'));
    expect([...select.options].map((option) => option.text)).to.deep.equal(['Camera a', 'Camera b']);
    select.value = b!.deviceId;
    select.dispatchEvent(new Event('change'));
    await until(() => b!.tracks.length === 1);
    expect([...a!.tracks, ...b!.tracks].map((track) => track.readyState)).to.deep.equal(['ended', 'live']);
    expect((b!.asked[1]!.video as MediaTrackConstraints).deviceId).to.deep.equal({ exact: b!.deviceId });
    await press(image, 'Record');
    await until(() => button(image, 'Stop'));
    expect(image.shadowRoot!.querySelector('select')).to.equal(null);
  });

  it('takes a photo as it was seen: upload, input and change fire, and the camera is closed', async () => {
    const image = putImage();
    await press(image, /Webcam/);
    await until(() => (preview(image)?.readyState ?? 0) >= 2);
    const fired = recordEvents(image, RivImage.events);
    await press(image, 'Capture photo');
    await once(image, 'change');
    expect(fired).to.deep.equal(['upload', 'input', 'change']);
    expect((image.value as File).name).to.equal('image.png');
    expect(stopped()).to.equal(true);
    await image.updateComplete;
    await until(() => pictureOf(image));
    expect(pixelOf(image, 5, 5)[2]).to.be.above(200); // mirrored: blue is on the left
  });

  it('forgets a photo that was asked for when the camera is closed before its first frame', async () => {
    const undo = answerWith(async () => document.createElement('canvas').captureStream(0)); // never gives a frame
    const image = putImage();
    await press(image, /Webcam/);
    await until(() => button(image, 'Capture photo'));
    await press(image, 'Capture photo');
    await press(image, 'Close camera');
    undo();
    await press(image, /Webcam/);
    await until(() => (preview(image)?.readyState ?? 0) >= 2);
    await image.updateComplete;
    expect(image.value).to.equal(null);
    expect(button(image, 'Capture photo')).to.not.equal(null);
    await press(image, 'Capture photo');
    await once(image, 'change');
    expect((image.value as File).name).to.equal('image.png');
  });

  it('shows words when the camera is unplugged, and can be opened again', async () => {
    const image = putImage({ streaming: true });
    await press(image, /Webcam/);
    await until(() => button(image, 'Record'));
    camera.unplug();
    await until(() => wordsOf(image).includes('went away'));
    camera.mend();
    await press(image, /Try again/);
    await until(() => button(image, 'Record'));
  });

  it('[C107] is let go when the element leaves the page, and works again afterwards', async () => {
    const image = putImage({ streaming: true });
    await recordCamera(image);
    await until(() => button(image, 'Stop'));
    image.remove();
    await until(stopped);
    expect(image.streamState).to.equal('closed');
    document.body.append(image);
    await recordCamera(image);
    await until(() => button(image, 'Stop'));
  });

  it('stays open when the element is moved within one task', async () => {
    const image = putImage({ streaming: true });
    await press(image, /Webcam/);
    await until(() => button(image, 'Record'));
    const box = document.createElement('div');
    document.body.append(box);
    image.remove();
    box.append(image);
    await new Promise((resolve) => setTimeout(resolve));
    await new Promise((resolve) => setTimeout(resolve));
    expect(stopped()).to.equal(false);
    await until(() => !preview(image)!.paused);
    box.remove();
    image.remove();
  });

  it('tells of a track that another script has stopped, without an event, and can be opened again', async () => {
    const image = putImage({ streaming: true });
    await recordCamera(image);
    await until(() => button(image, 'Stop'));
    camera.tracks[0]!.stop();
    await until(() => wordsOf(image).includes('went away'));
    expect(image.streamState).to.equal('closed');
    await press(image, /Try again/);
    await until(() => button(image, 'Record'));
  });

  it('works where the browser does not list its devices', async () => {
    const own = navigator.mediaDevices.enumerateDevices;
    navigator.mediaDevices.enumerateDevices = () => Promise.reject(new Error('no list'));
    restore.push(() => {
      navigator.mediaDevices.enumerateDevices = own;
    });
    const image = putImage({ streaming: true });
    const errors = recordEvents(image, ['error']);
    await recordCamera(image);
    await until(() => button(image, 'Stop'));
    await until(() => image.streamState === 'open');
    expect(errors).to.deep.equal([]);
  });

  const takesStopAway: [string, (image: RivImage) => void][] = [
    ['sources without it', (image) => (image.sources = ['upload'])],
    ['another source before it', (image) => (image.sources = ['upload', 'webcam'])],
    ['interactive = false', (image) => (image.interactive = false)],
    ['an update of a handler', (image) => image.update({ interactive: false })],
    ['visible = false', (image) => (image.visible = false)],
  ];
  for (const [what, act] of takesStopAway)
    it(`ends, and lets the camera go, where nobody could press Stop any more: ${what}`, async () => {
      const image = putImage({ streaming: true });
      const { follow, recording, settle } = follower();
      image.onRecord(follow);
      await recordCamera(image);
      const { ended, cancelled } = await recording;
      act(image);
      await until(stopped);
      expect(ended.aborted, 'ended').to.equal(true);
      expect(cancelled.aborted, 'what is in flight counts').to.equal(false);
      settle();
      await until(() => image.streamState === 'closed');
    });

  it('is let go where it is open, and nobody could close it any more', async () => {
    const image = putImage();
    await press(image, /Webcam/);
    await until(() => button(image, /Capture/));
    image.interactive = false;
    await until(stopped);
    image.interactive = true;
    await press(image, /Webcam/);
    await until(() => button(image, /Capture/));
  });

  it('[C107] is let go when the page is left', async () => {
    const image = putImage({ streaming: true });
    await press(image, /Webcam/);
    await until(() => button(image, 'Record'));
    dispatchEvent(new Event('pagehide'));
    await until(stopped);
  });
});

describe('a recording Image', () => {
  it('gives each follower its own recording, and frames', async () => {
    const image = putImage({ streaming: true });
    const [a, b] = [follower(), follower()];
    image.onRecord(a.follow);
    image.onRecord(b.follow);
    await recordCamera(image);
    const [first, second] = [await a.recording, await b.recording];
    expect(first).to.not.equal(second);
    const frames = first.frames();
    expect(frames !== null).to.equal('MediaStreamTrackProcessor' in globalThis);
    if (frames) {
      const reader = frames.getReader();
      const { value: frame } = await reader.read();
      expect(frame!.displayWidth).to.be.above(0);
      frame!.close();
      void reader.cancel();
    }
    for (let at = 0; at < 3; at++) frameOf(await first.take()).close();
    expect(first.remote(3)).to.deep.equal({
      kind: 'image',
      type: 'data',
      source: { camera: 3 },
      mirror: true,
    });
    expect(first.count).to.be.above(1);
    expect(first.joins).to.equal(false);
  });

  it('hands out each frame once where the browser has no track processor', async () => {
    restore.push(withoutProcessor());
    const image = putImage({ streaming: true, type: 'bitmap', mirror: false });
    const { follow, recording } = follower();
    image.onRecord(follow);
    await recordCamera(image);
    const given = await recording;
    expect(given.frames()).to.equal(null);
    const stamps: number[] = [];
    for (let at = 0; at < 5; at++) {
      const input = await given.take();
      expect(input).to.include({ kind: 'image', type: 'bitmap', mirror: false });
      stamps.push(frameOf(input).timestamp);
      frameOf(input).close();
    }
    expect(new Set(stamps).size).to.equal(5);
    const waiting = given.take();
    await press(image, /Stop|Waiting/);
    expect(await given.take()).to.equal(null);
    const last = await waiting;
    if (last) frameOf(last).close();
  });

  it('[C88] ends with Stop: the input ends at once, the rest when its followers are done', async () => {
    const image = putImage({ streaming: true });
    const { follow, recording, settle } = follower();
    image.onRecord(follow);
    await recordCamera(image);
    const given = await recording;
    image.streamState = 'open';
    await press(image, 'Stop');
    expect(given.ended.aborted).to.equal(true);
    expect(given.cancelled.aborted).to.equal(false);
    expect(image.streamState).to.equal('open');
    settle();
    await until(() => image.streamState === 'closed');
    expect(stopped()).to.equal(true);
    expect(image.value).to.equal(null);
    await until(() => button(image, 'Click to Access Webcam'));
  });

  it('is cancelled when Stop is pressed again', async () => {
    const image = putImage({ streaming: true });
    const { follow, recording } = follower();
    image.onRecord(follow);
    await recordCamera(image);
    const given = await recording;
    image.streamState = 'open';
    await press(image, 'Stop');
    await image.updateComplete;
    await press(image, 'Stop');
    expect(given.cancelled.aborted).to.equal(true);
  });

  it('[C90] [C91] says "Waiting" while it waits, and is withdrawn by pressing it', async () => {
    const image = putImage({ streaming: true });
    const { follow, recording } = follower();
    image.onRecord(follow);
    await recordCamera(image);
    const given = await recording;
    expect(image.streamState).to.equal('waiting');
    await press(image, 'Waiting');
    expect(given.ended.aborted).to.equal(true);
  });

  it('[C100] ends with words when a follower fails', async () => {
    const image = putImage({ streaming: true });
    const { follow, recording, settle } = follower();
    image.onRecord(follow);
    await recordCamera(image);
    const given = await recording;
    settle(new Error('boom'));
    await until(() => image.streamState === 'closed');
    expect(given.ended.aborted).to.equal(true);
    expect(image.message).to.contain('handler failed');
    expect(stopped()).to.equal(true);
  });

  it('[C105] has the last frame as its value: null before the first one, after Clear and after Stop', async () => {
    const image = putImage({ streaming: true });
    const { follow, recording, settle } = follower();
    image.onRecord(follow);
    await recordCamera(image);
    const given = await recording;
    expect(image.value).to.equal(null);
    await until(() => (preview(image)?.readyState ?? 0) >= 2);
    given.remote(1);
    const frame = image.value as ImageData;
    expect([frame.width, frame.height]).to.deep.equal([64, 48]);
    expect(frame.data[2]).to.be.above(200); // mirrored: blue is on the left
    expect(image.value).to.equal(frame);
    image.clear();
    expect(image.value).to.equal(null);
    given.remote(1);
    expect((await image.toBlob())!.type).to.equal('image/png');
    const input = await image.toHandler();
    expect(frameOf(input)).to.be.instanceOf(VideoFrame);
    frameOf(input).close();
    settle();
    await until(() => image.streamState === 'closed');
    expect(image.value).to.equal(null);
  });

  it('[C83] shows a result in the place of the preview, which goes on feeding', async () => {
    restore.push(withoutProcessor());
    const image = putImage({ streaming: true });
    const { follow, recording } = follower();
    image.onRecord(follow);
    await recordCamera(image);
    const given = await recording;
    expect(preview(image)).to.not.equal(null);
    image.fromHandler(plain(8, 8, [0, 255, 0, 255]));
    await image.updateComplete;
    expect(pixelOf(image)).to.deep.equal([0, 255, 0, 255]);
    expect(getComputedStyle(preview(image)!).visibility).to.equal('hidden');
    for (let at = 0; at < 3; at++) frameOf(await given.take()).close();
  });

  it('turns from the front camera to the back one, and back', async () => {
    const [front, back] = cameras({ facingMode: 'user' }, { facingMode: 'environment' });
    const image = putImage({ streaming: true });
    await press(image, /Webcam/);
    const wishes = () => (front!.asked.at(-1)!.video as MediaTrackConstraints).facingMode;
    await until(() => button(image, 'Use the back camera'));
    expect(preview(image)!.classList.contains('mirrored')).to.equal(true);
    await press(image, 'Use the back camera');
    await until(() => button(image, 'Use the front camera'));
    expect(wishes()).to.deep.equal({ ideal: 'environment' });
    expect(preview(image)!.classList.contains('mirrored')).to.equal(false);
    expect([...front!.tracks, ...back!.tracks].map((track) => track.readyState)).to.deep.equal([
      'ended',
      'live',
    ]);
    await press(image, 'Use the front camera');
    await until(() => button(image, 'Use the back camera'));
    expect(wishes()).to.deep.equal({ ideal: 'user' });
  });

  it('offers no other side where cameras do not say which way they look', async () => {
    cameras({}, {});
    const image = putImage({ streaming: true });
    await press(image, /Webcam/);
    await until(() => image.shadowRoot!.querySelector('select'));
    expect(button(image, /^Use the/)).to.equal(null);
  });

  it('[C93] mirrors preview and frames alike, unless the camera faces away', async () => {
    for (const [facingMode, mirror] of [
      [undefined, true],
      ['user', true],
      ['environment', false],
    ] as const) {
      const [one] = cameras({ facingMode });
      const image = putImage({ streaming: true });
      const { follow, recording } = follower();
      image.onRecord(follow);
      await recordCamera(image);
      expect((await recording).remote(0)).to.include({ mirror });
      expect(preview(image)!.classList.contains('mirrored')).to.equal(mirror);
      image.remove();
      one!.restore();
    }
  });

  it('[C108] waits while the tab is hidden', async () => {
    restore.push(() => setHidden(false));
    const image = putImage({ streaming: true });
    const { follow, recording } = follower();
    image.onRecord(follow);
    await recordCamera(image);
    const given = await recording;
    await given.visible();
    setHidden(true);
    let shown = false;
    const waiting = given.visible().then(() => (shown = true));
    await new Promise(requestAnimationFrame);
    expect(shown).to.equal(false);
    setHidden(false);
    await waiting;
    setHidden(true);
    const ending = given.visible();
    await press(image, /Stop|Waiting/);
    await ending;
  });

  it('fires stream for the page when no binding follows', async () => {
    const image = putImage({ streaming: true });
    const fired = once(image, 'stream');
    await recordCamera(image);
    await fired;
    expect(image.streamState).to.equal('open');
    await press(image, 'Stop');
    await until(() => image.streamState === 'closed');
  });

  it('[C98] records for a stream binding without being told to stream', async () => {
    const image = putImage();
    const { follow, recording } = follower();
    const off = image.onRecord(follow);
    await recordCamera(image);
    await recording;
    off();
  });

  it('[C99] cannot be built without the webcam', () => {
    expect(() => new RivImage({ streaming: true, sources: ['upload'] })).to.throw(/expected \["webcam"\]/);
    expect(new RivImage({ streaming: true }).sources).to.deep.equal(['webcam']);
    expect(new RivImage().sources).to.deep.equal(['upload', 'webcam', 'clipboard']);
  });

  it('[C81] [C112] shows the time that is left at its lower edge, also in words', async () => {
    const image = putImage({ streaming: true });
    await image.updateComplete;
    const timer = () => image.shadowRoot!.querySelector('[role=timer]');
    expect(timer()).to.equal(null);
    image.showLimit({ endsAt: performance.now() + 20_000, seconds: 20 });
    const bar = await until(timer);
    await until(() => bar.getAttribute('aria-label') === 'Time left: 20 s');
    expect(bar.getBoundingClientRect().height).to.equal(4);
    const edge = image.shadowRoot!.querySelector('.surface')!.getBoundingClientRect().bottom;
    expect(edge - bar.getBoundingClientRect().bottom).to.be.below(2);
    image.showLimit(null);
    await image.updateComplete;
    expect(timer()).to.equal(null);
  });

  if (canEmulateMedia)
    it('shows the time that is left in words to those who prefer less motion', async () => {
      await emulateMedia({ reducedMotion: 'reduce' });
      try {
        const image = putImage({ streaming: true });
        await press(image, /Webcam/); // what shows the time is loaded with the camera
        await until(() => button(image, 'Record'));
        image.showLimit({ endsAt: performance.now() + 20_000, seconds: 20 });
        const bar = await until(() => image.shadowRoot!.querySelector('[role=timer]'));
        const part = (name: string) => bar.shadowRoot!.querySelector<HTMLElement>(`[part=${name}]`)!;
        await until(() => part('left')?.textContent === '20 s left');
        expect(getComputedStyle(part('bar')).display).to.equal('none');
        const box = part('left').getBoundingClientRect();
        const surface = image.shadowRoot!.querySelector('.surface')!.getBoundingClientRect();
        expect(box.width).to.be.above(30);
        expect([box.right < surface.right, box.bottom < surface.bottom]).to.deep.equal([true, true]);
      } finally {
        await resetMedia();
      }
    });
});
