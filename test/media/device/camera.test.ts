import { expect } from '@esm-bundle/chai';
import { openCamera, soften } from '../../../src/media/device/camera.ts';
import { listDevices } from '../../../src/media/device/devices.ts';
import type { CameraError } from '../../../src/shared/errors.ts';
import { type FakeDevice, fakeCamera } from '../../../src/testing/index.ts';
import { answerWith, refuse } from '../../helpers/media/camera.ts';

const failure = async (promise: Promise<unknown>): Promise<CameraError> => {
  try {
    await promise;
  } catch (error) {
    return error as CameraError;
  }
  throw new Error('nothing was thrown');
};

describe('openCamera', () => {
  let camera: FakeDevice;
  let life: AbortController;
  beforeEach(() => {
    camera = fakeCamera();
    life = new AbortController();
  });
  afterEach(() => {
    life.abort();
    camera.restore();
  });

  it('gives a live picture until the signal aborts', async () => {
    const stream = await openCamera({ width: { ideal: 320 } }, life.signal);
    expect(stream.getVideoTracks()[0]!.readyState).to.equal('live');
    expect(stream.getAudioTracks()).to.have.length(0);
    life.abort();
    await Promise.resolve();
    await Promise.resolve();
    expect(stream.getVideoTracks()[0]!.readyState).to.equal('ended');
  });

  it('stops the tracks when the permission comes after the abort', async () => {
    let grant!: () => void;
    const asked = new Promise<void>((resolve) => (grant = resolve));
    const undo = answerWith(async (constraints, get) => {
      await asked;
      return get(constraints);
    });
    const opening = openCamera({}, life.signal);
    life.abort(new DOMException('no longer', 'AbortError'));
    expect((await failure(opening)).name).to.equal('AbortError');
    grant();
    while (camera.tracks.length === 0) await new Promise((resolve) => setTimeout(resolve));
    await new Promise((resolve) => setTimeout(resolve));
    expect(camera.tracks.map((track) => track.readyState)).to.deep.equal(['ended']);
    undo();
  });

  it('asks for nothing when the signal has aborted before', async () => {
    life.abort();
    expect((await failure(openCamera({}, life.signal))).name).to.equal('AbortError');
    expect(camera.asked).to.have.length(0);
  });

  const reasons = {
    NotAllowedError: 'denied',
    NotFoundError: 'missing',
    NotReadableError: 'busy',
    SecurityError: 'blocked',
    AbortError: 'failed',
    TypeError: 'failed',
  };
  for (const [name, reason] of Object.entries(reasons))
    it(`[C97] says "${reason}" for ${name}, in words, with the browser's own error as cause`, async () => {
      const undo = refuse(name, 'as the browser says');
      const error = await failure(openCamera({}, life.signal));
      undo();
      expect(error.name).to.equal('CameraError');
      expect(error.reason).to.equal(reason);
      expect(error.message).to.match(/^The |^No |^This /);
      expect((error.cause as Error).message).to.equal('as the browser says');
    });

  it('asks again, without demands, when no camera meets them', async () => {
    await openCamera({ deviceId: { exact: 'unplugged' } }, life.signal);
    expect(camera.asked.map(({ video }) => (video as MediaTrackConstraints).deviceId)).to.deep.equal([
      { exact: 'unplugged' },
      { ideal: 'unplugged' },
    ]);
  });

  it('says "insecure" where the page has no camera at all', async () => {
    const page = { devices: navigator.mediaDevices, secure: window.isSecureContext };
    Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: undefined });
    Object.defineProperty(window, 'isSecureContext', { configurable: true, value: false });
    const error = await failure(openCamera({}, life.signal));
    delete (navigator as { mediaDevices?: unknown }).mediaDevices;
    Object.defineProperty(window, 'isSecureContext', { configurable: true, value: page.secure });
    expect(navigator.mediaDevices).to.equal(page.devices);
    expect(error.reason).to.equal('insecure');
    expect(error.message).to.contain('https');
  });

  it('names the attribute that the frame around needs', async () => {
    const frame = document.createElement('iframe');
    frame.allow = "camera 'none'";
    document.body.append(frame);
    const module = new URL('../../../src/media/device/camera.ts', import.meta.url).href;
    const inner = frame.contentDocument!;
    const result = new Promise<CameraError>((resolve) =>
      Object.assign(frame.contentWindow!, { done: resolve }),
    );
    const script = inner.createElement('script');
    script.type = 'module';
    script.textContent = `import { openCamera } from '${module}';
      openCamera({}, new AbortController().signal).then(() => done({ reason: 'none' }), done);`;
    inner.head.append(script);
    const error = await result;
    frame.remove();
    // Only Chromium tells a policy from a refusal.
    expect(error.reason).to.equal('featurePolicy' in document ? 'blocked' : 'denied');
    expect(error.message).to.contain('allow="camera"');
  });
});

describe('soften', () => {
  it('turns demands into wishes and keeps the rest', () => {
    const given = {
      width: { exact: 640 },
      height: { min: 100, max: 200 },
      frameRate: 30,
      facingMode: { ideal: 'user' },
    };
    expect(soften(given)).to.deep.equal({
      width: { ideal: 640 },
      height: { ideal: 200 },
      frameRate: 30,
      facingMode: { ideal: 'user' },
    });
  });
});

describe('listDevices', () => {
  it('gives each camera a name', async () => {
    const cameras = await listDevices('videoinput');
    expect(cameras.length).to.be.above(0);
    for (const { label } of cameras) expect(label).to.not.equal('');
  });
});
