import { expect } from '@esm-bundle/chai';
import { openCamera } from '../../src/media/device/camera.ts';
import { listDevices } from '../../src/media/device/devices.ts';
import type { CameraError } from '../../src/shared/errors.ts';
import { type FakeDevice, fakeCamera } from '../../src/testing/index.ts';
import { once, until } from '../helpers/wait.ts';

const devices = navigator.mediaDevices;
const own = { getUserMedia: devices.getUserMedia, enumerateDevices: devices.enumerateDevices };
const placed: FakeDevice[] = [];
let life: AbortController;

const put = (...options: Parameters<typeof fakeCamera>): FakeDevice => {
  const camera = fakeCamera(...options);
  placed.push(camera);
  return camera;
};
const open = (video: MediaTrackConstraints | true = true) => devices.getUserMedia({ video });
const trackOf = async (video?: MediaTrackConstraints) => (await open(video)).getVideoTracks()[0]!;

/** What a promise rejects with. */
async function failure(work: Promise<unknown>): Promise<Error & { reason?: string; constraint?: string }> {
  const value = await work.catch((error: Error) => ({ error }));
  expect(value, 'a failure').to.have.property('error');
  return (value as { error: Error }).error;
}

/** The colours of a stream's picture at some places, once it shows one that `fits`. */
async function colours(stream: MediaStream, places: number[][], fits: (seen: number[][]) => boolean) {
  const video = document.createElement('video');
  Object.assign(video, { srcObject: stream, muted: true });
  await video.play();
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  const seen = await until(() => {
    Object.assign(context.canvas, { width: video.videoWidth, height: video.videoHeight });
    context.drawImage(video, 0, 0);
    const found = places.map(([x, y]) => [...context.getImageData(x!, y!, 1, 1).data.slice(0, 3)]);
    return fits(found) && found;
  }, 'the colours');
  video.srcObject = null;
  return seen;
}

/** True when two colours are alike, but for what the browser's pipeline takes. */
const alike = (seen: number[] | undefined, wanted: number[]) =>
  seen!.every((level, at) => Math.abs(level - wanted[at]!) < 12);

describe('fakeCamera', () => {
  beforeEach(() => {
    life = new AbortController();
  });
  afterEach(() => {
    life.abort();
    for (const camera of placed.splice(0)) camera.restore();
  });

  it('shows what a function draws, frame by frame', async () => {
    const drawn: number[] = [];
    put({
      width: 64,
      height: 32,
      source(context, n) {
        drawn.push(n);
        context.fillStyle = `rgb(${(n % 8) * 30} 0 100)`;
        context.fillRect(0, 0, 32, 32);
        context.fillStyle = 'lime';
        context.fillRect(32, 0, 32, 32);
      },
    });
    const stream = await open();
    const steps: number[] = [];
    for (const step of [2, 5])
      await colours(
        stream,
        [
          [10, 16],
          [50, 16],
        ],
        ([left, right]) =>
          alike(left, [step * 30, 0, 100]) && alike(right, [0, 255, 0]) && steps.push(step) > 0,
      );
    expect(drawn.slice(0, 6)).to.deep.equal([0, 1, 2, 3, 4, 5]);
  });

  it('shows a canvas, an image, a bitmap as they are, each in its own size', async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 40, height: 30 });
    const context = canvas.getContext('2d')!;
    context.fillStyle = 'rgb(200 100 0)';
    context.fillRect(0, 0, 40, 30);
    const image = Object.assign(new Image(), { src: canvas.toDataURL() });
    await image.decode();
    for (const source of [canvas, image, await createImageBitmap(canvas)]) {
      const camera = put({ source });
      const stream = await open();
      expect(stream.getVideoTracks()[0]!.getSettings()).to.include({ width: 40, height: 30, frameRate: 30 });
      await colours(stream, [[20, 15]], ([seen]) => alike(seen, [200, 100, 0]));
      camera.restore();
    }
    context.fillStyle = 'blue';
    put({ source: canvas });
    const stream = await open();
    context.fillRect(0, 0, 40, 30);
    await colours(stream, [[20, 15]], ([seen]) => alike(seen, [0, 0, 255]));
  });

  it('gives a smaller picture from its middle, as asked', async () => {
    put({ width: 128, height: 64 });
    const stream = await open({ width: { exact: 32 }, height: { exact: 32 } });
    await colours(
      stream,
      [
        [4, 16],
        [28, 16],
      ],
      ([left, right]) => alike(left, [255, 0, 0]) && alike(right, [0, 0, 255]),
    );
    expect((await trackOf({ width: 64 })).getSettings()).to.include({ width: 64, height: 32 });
    const track = await trackOf({ width: { ideal: 1920 }, height: { ideal: 1440 } });
    expect(track.getSettings()).to.include({ width: 128, height: 64, aspectRatio: 2 });
    await track.applyConstraints({ height: 16 });
    expect(track.getSettings()).to.include({ width: 32, height: 16 });
    expect((await failure(track.applyConstraints({ height: { min: 65 } }))).name).to.equal(
      'OverconstrainedError',
    );
  });

  it('is one of several, chosen by what is asked for', async () => {
    const front = put({ facingMode: 'user', width: 64, height: 48 });
    const back = put({ facingMode: 'environment', width: 320, height: 240, label: 'Back' });
    const chosen = async (video: MediaTrackConstraints) => (await trackOf(video)).getSettings().deviceId;
    expect(await chosen({ facingMode: 'environment' })).to.equal(back.deviceId);
    expect(await chosen({ facingMode: { exact: 'user' } })).to.equal(front.deviceId);
    expect(await chosen({ deviceId: { exact: back.deviceId } })).to.equal(back.deviceId);
    expect(await chosen({ width: { min: 100 } })).to.equal(back.deviceId);
    for (const [video, constraint] of [
      [{ deviceId: { exact: 'none' } }, 'deviceId'],
      [{ width: { exact: 10_000 } }, 'width'],
      [{ facingMode: { exact: 'left' } }, 'facingMode'],
    ] as const) {
      const error = await failure(open(video));
      expect([error.name, error.constraint]).to.deep.equal(['OverconstrainedError', constraint]);
    }
    expect((await listDevices('videoinput')).map(({ label }) => label)).to.deep.equal([
      (await trackOf({ facingMode: 'user' })).label,
      'Back',
    ]);
  });

  const faults = [
    ['unplug', 'missing', 'NotFoundError'],
    ['deny', 'denied', 'NotAllowedError'],
    ['busy', 'busy', 'NotReadableError'],
  ] as const;
  for (const [fault, reason, name] of faults)
    it(`plays the fault ${fault}(), until it is mended`, async () => {
      const camera = put();
      camera[fault]();
      const error = await failure(openCamera({}, life.signal));
      expect([error.name, error.reason]).to.deep.equal(['CameraError', reason]);
      expect((error as CameraError & { cause: Error }).cause.name).to.equal(name);
      camera.mend();
      expect((await openCamera({}, life.signal)).getVideoTracks()).to.have.length(1);
    });

  it('ends its tracks when it is unplugged, clones too, and goes from the list', async () => {
    const camera = put();
    const track = await trackOf();
    const clone = track.clone();
    const ended = [once(track, 'ended'), once(clone, 'ended')];
    let seen: Event | null = null;
    track.onended = (event) => (seen = event);
    const changed = once(devices, 'devicechange');
    camera.unplug();
    await Promise.all([...ended, changed]);
    expect([track.readyState, clone.readyState]).to.deep.equal(['ended', 'ended']);
    expect(seen).to.have.property('target', track);
    expect(await listDevices('videoinput')).to.deep.equal([]);
    camera.mend();
    expect(await listDevices('videoinput')).to.have.length(1);
  });

  it('says in the permissions whether it is allowed', async () => {
    const camera = put();
    const permission = await navigator.permissions.query({ name: 'camera' });
    expect(permission.state).to.equal('granted');
    const changed = once(permission, 'change');
    camera.deny();
    await changed;
    expect(permission.state).to.equal('denied');
    expect((await devices.enumerateDevices()).find(({ kind }) => kind === 'videoinput')).to.include({
      label: '',
      deviceId: '',
    });
  });

  it('tells what it was asked for, and what it gave', async () => {
    const camera = put();
    await open({ width: 320 });
    camera.deny();
    await failure(open());
    expect(camera.asked).to.deep.equal([{ video: { width: 320 } }, { video: true }]);
    expect(camera.tracks.map(({ readyState }) => readyState)).to.deep.equal(['ended']);
  });

  it('paints no more when nobody looks, and stops its tracks with restore', async () => {
    let drawn = 0;
    const camera = put({ source: () => void drawn++, width: 16, height: 16, fps: 60 });
    const track = await trackOf();
    const clone = track.clone();
    track.stop();
    const before = drawn;
    await until(() => drawn > before + 3, 'frames for the clone');
    camera.restore();
    expect(clone.readyState).to.equal('ended');
    const after = drawn;
    put({ source: () => void 0, width: 16, height: 16 });
    await colours(await open(), [[4, 4]], ([seen]) => alike(seen, [0, 0, 0]));
    expect(drawn).to.equal(after);
  });

  it('gives the browser’s own functions back, in whichever order several are restored', async () => {
    const query = navigator.permissions.query;
    const [first, second] = [put(), put()];
    expect(devices.getUserMedia).to.not.equal(own.getUserMedia);
    first.restore();
    expect((await trackOf()).getSettings().deviceId).to.equal(second.deviceId);
    second.restore();
    expect(devices.getUserMedia).to.equal(own.getUserMedia);
    expect(devices.enumerateDevices).to.equal(own.enumerateDevices);
    expect(navigator.permissions.query).to.equal(query);
    expect(Object.keys(devices)).to.deep.equal([]);
    second.restore(); // again changes nothing
    expect(devices.getUserMedia).to.equal(own.getUserMedia);
  });

  it('leaves what a page had put there before', async () => {
    const before = async () => [];
    devices.enumerateDevices = before as never;
    put().restore();
    expect(devices.enumerateDevices).to.equal(before);
    delete (devices as { enumerateDevices?: unknown }).enumerateDevices;
  });

  it('is there where the browser has no devices at all', async () => {
    Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: undefined });
    const camera = put();
    expect((await navigator.mediaDevices.getUserMedia({ video: true })).getVideoTracks()).to.have.length(1);
    camera.restore();
    expect(navigator.mediaDevices).to.equal(undefined);
    delete (navigator as { mediaDevices?: unknown }).mediaDevices;
  });

  const wrong: [string, () => unknown, RegExp][] = [
    ['a source that is none', () => put({ source: 5 as never }), /source got 5, expected a canvas/],
    ['an image that is not loaded', () => put({ source: new Image() }), /width got 0.*must be loaded first/],
    ['no frames', () => put({ fps: 0 }), /fps got 0, expected a number from 1/],
  ];
  for (const [what, make, words] of wrong)
    it(`refuses ${what}, and stands in for nothing`, () => {
      expect(make).to.throw(words);
      expect(devices.getUserMedia).to.equal(own.getUserMedia);
    });
});
