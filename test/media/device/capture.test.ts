import { expect } from '@esm-bundle/chai';
import { openCapture } from '../../../src/media/device/capture.ts';
import { type Samples, concatSamples, lengthOf } from '../../../src/shared/values/samples.ts';
import { withoutProcessor } from '../../helpers/media/camera.ts';
import { risingTone, stepsOf } from '../../helpers/media/microphone.ts';
import { fakeMicrophone } from '../../../src/testing/index.ts';

/** Waits for so many seconds of sound. */
async function hear(slices: Samples[], seconds: number): Promise<void> {
  while (secondsOf(slices) < seconds) await new Promise((resolve) => setTimeout(resolve, 20));
}

const secondsOf = (slices: readonly Samples[]): number =>
  slices.reduce((sum, slice) => sum + lengthOf(slice) / slice.sampleRate, 0);

/** Keeps the page busy, as a slow script does. */
function block(milliseconds: number): void {
  for (const end = performance.now() + milliseconds; performance.now() < end; );
}

for (const way of ['of what the device gives', 'by an AudioWorklet'])
  describe(`a capture ${way}`, () => {
    const restore: (() => void)[] = [];
    let slices: Samples[];
    beforeEach(() => {
      slices = [];
      if (way !== 'of what the device gives') restore.push(withoutProcessor());
    });
    afterEach(() => {
      for (const undo of restore.splice(0)) undo();
    });

    async function listen() {
      const microphone = fakeMicrophone({ samples: risingTone });
      restore.push(() => microphone.restore());
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const [track] = stream.getAudioTracks();
      return { track: track!, capture: await openCapture(track!, (slice) => slices.push(slice)) };
    }

    it('gives every sample once, also of the time in which the page was busy', async () => {
      const { capture, track } = await listen();
      await hear(slices, 1);
      const from = performance.now();
      const before = secondsOf(slices);
      block(1500);
      await capture.finish();
      const given = secondsOf(slices) - before;
      expect(given).to.be.within(1.35, (performance.now() - from) / 1000 + 0.1);
      expect(track.readyState).to.equal('live');
      const whole = concatSamples(slices);
      // An audio context needs a moment to follow the device's clock.
      expect(stepsOf(whole).filter((at) => at > whole.sampleRate * 0.8)).to.deep.equal([]);
    });

    it('gives what was heard when the track ends by itself, and nothing after its end', async () => {
      const { capture, track } = await listen();
      await hear(slices, 0.2);
      track.stop();
      await capture.finish();
      const { length } = slices;
      await capture.finish();
      expect(slices).to.have.length(length);
    });
  });
