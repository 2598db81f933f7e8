import { expect } from '@esm-bundle/chai';
import { openCapture } from '../../src/media/device/capture.ts';
import { openMicrophone } from '../../src/media/device/microphone.ts';
import { listDevices } from '../../src/media/device/devices.ts';
import { type FakeDevice, fakeCamera, fakeMicrophone } from '../../src/testing/index.ts';
import { withoutProcessor } from '../helpers/media/camera.ts';
import { indexOf, noise } from '../helpers/media/sound.ts';
import { until } from '../helpers/wait.ts';

const devices = navigator.mediaDevices;
const own = devices.getUserMedia;
const placed: FakeDevice[] = [];
let life: AbortController;

const put = (...options: Parameters<typeof fakeMicrophone>): FakeDevice => {
  const microphone = fakeMicrophone(...options);
  placed.push(microphone);
  return microphone;
};

/** What is heard, once it is so many samples. */
async function heard(length: number, constraints: MediaTrackConstraints = {}): Promise<Float32Array[]> {
  const [track] = (await openMicrophone(constraints, life.signal)).getAudioTracks();
  const slices: Float32Array[][] = [];
  const capture = await openCapture(track!, ({ channels }) => slices.push(channels));
  const count = () => slices.reduce((sum, [first]) => sum + first!.length, 0);
  await until(() => count() >= length, `${length} samples`);
  await capture.finish();
  track!.stop();
  return slices[0]!.map((_, at) => Float32Array.from(slices.flatMap((slice) => [...slice[at]!])));
}

describe('fakeMicrophone', () => {
  beforeEach(() => {
    life = new AbortController();
  });
  afterEach(() => {
    life.abort();
    for (const microphone of placed.splice(0)) microphone.restore();
  });

  for (const [way, without] of [
    ['the way that the browser has', false],
    ['Web Audio', true],
  ] as const)
    it(`has its very samples heard by ${way}`, async () => {
      const back = without ? withoutProcessor() : () => undefined;
      const samples = noise(12_000).channels[0]!;
      put({ samples, sampleRate: 48_000 });
      const [sound] = await heard(72_000).finally(back);
      // A second of it, twice, from wherever the page began to listen.
      const twice = Float32Array.from([...samples, ...samples]);
      expect(indexOf(sound!, twice, 1e-4)).to.be.at.least(0);
    });

  it('hears a function, sample by sample, at a rate of its own', async () => {
    put({ samples: (n) => (n % 1600) / 3200, sampleRate: 16_000 });
    const [sound] = await heard(24_000);
    const ramp = Float32Array.from({ length: 16_000 }, (_, n) => (n % 1600) / 3200);
    expect(indexOf(sound!, ramp, 1e-4)).to.be.at.least(0);
  });

  it('has as many channels as it is given, or one where that is asked for', async () => {
    const [left, right] = [noise(4800).channels[0]!, noise(4800, { from: 9999 }).channels[0]!];
    put({ samples: [left, right] });
    const both = await heard(24_000);
    expect(both).to.have.length(2);
    const [l, r] = [indexOf(both[0]!, left, 1e-4), indexOf(both[1]!, right, 1e-4)];
    expect(l).to.be.at.least(0);
    expect(l).to.equal(r);
    const stream = await devices.getUserMedia({ audio: { channelCount: { exact: 1 } } });
    expect(stream.getAudioTracks()[0]!.getSettings()).to.include({ channelCount: 1, sampleRate: 48_000 });
  });

  const faults = [
    ['unplug', 'missing'],
    ['deny', 'denied'],
    ['busy', 'busy'],
  ] as const;
  for (const [fault, reason] of faults)
    it(`plays the fault ${fault}()`, async () => {
      const microphone = put();
      microphone[fault]();
      const error = await openMicrophone({}, life.signal).catch((error: unknown) => error);
      expect(error).to.include({ name: 'MicrophoneError', reason });
      microphone.mend();
      expect((await openMicrophone({}, life.signal)).getAudioTracks()).to.have.length(1);
    });

  it('is in place together with a camera, each restored by itself', async () => {
    const microphone = put();
    const camera = fakeCamera({ width: 32, height: 32 });
    placed.push(camera);
    const stream = await devices.getUserMedia({ video: true, audio: true });
    expect(
      stream
        .getTracks()
        .map(({ kind }) => kind)
        .sort(),
    ).to.deep.equal(['audio', 'video']);
    expect(camera.asked).to.deep.equal([{ video: true, audio: true }]);
    microphone.restore();
    expect(stream.getAudioTracks()[0]!.readyState).to.equal('ended');
    expect(stream.getVideoTracks()[0]!.readyState).to.equal('live');
    expect((await listDevices('videoinput')).length).to.equal(1);
    const none = await devices.getUserMedia({}).catch((error: unknown) => error);
    expect(none).to.be.instanceOf(TypeError);
    camera.restore();
    expect(devices.getUserMedia).to.equal(own);
  });

  it('stops the camera again when the microphone beside it is refused', async () => {
    const camera = fakeCamera({ width: 32, height: 32 });
    placed.push(camera);
    put().deny();
    const error = await devices.getUserMedia({ video: true, audio: true }).catch((error: unknown) => error);
    expect(error).to.include({ name: 'NotAllowedError' });
    expect(camera.tracks.map(({ readyState }) => readyState)).to.deep.equal(['ended']);
  });

  it('refuses samples that are none', () => {
    expect(() => put({ samples: [] })).to.throw(/samples got an array of 0, expected a Float32Array/);
    expect(() => put({ samples: 'la' as never })).to.throw(/samples got "la"/);
    expect(() => put({ sampleRate: 4 })).to.throw(/sampleRate got 4/);
    expect(devices.getUserMedia).to.equal(own);
  });
});
