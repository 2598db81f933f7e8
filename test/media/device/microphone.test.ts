import { expect } from '@esm-bundle/chai';
import { lostMicrophone, openMicrophone } from '../../../src/media/device/microphone.ts';
import type { DeviceFailure, MicrophoneError } from '../../../src/shared/errors.ts';
import { type FakeDevice, fakeMicrophone } from '../../../src/testing/index.ts';
import { refuse } from '../../helpers/media/camera.ts';

describe('openMicrophone', () => {
  let microphone: FakeDevice;
  let life: AbortController;
  beforeEach(() => {
    microphone = fakeMicrophone();
    life = new AbortController();
  });
  afterEach(() => {
    life.abort();
    microphone.restore();
  });

  it('gives sound, and no picture, until the signal aborts', async () => {
    const stream = await openMicrophone({ echoCancellation: false }, life.signal);
    expect(microphone.asked).to.deep.equal([{ audio: { echoCancellation: false }, video: false }]);
    expect(stream.getAudioTracks()[0]!.readyState).to.equal('live');
    life.abort();
    await Promise.resolve();
    await Promise.resolve();
    expect(stream.getAudioTracks()[0]!.readyState).to.equal('ended');
  });

  const refusals: [string, DeviceFailure, RegExp][] = [
    ['NotAllowedError', 'denied', /microphone may not be used here/],
    ['NotFoundError', 'missing', /No microphone was found/],
    ['NotReadableError', 'busy', /in use by another program/],
    ['AbortError', 'failed', /could not be started/],
  ];
  for (const [name, reason, words] of refusals)
    it(`says "${reason}" for a ${name}`, async () => {
      const undo = refuse(name, 'no');
      const error = await openMicrophone({}, life.signal).catch(
        (thrown: unknown) => thrown as MicrophoneError,
      );
      undo();
      expect(error).to.include({ name: 'MicrophoneError', reason });
      expect((error as MicrophoneError).message).to.match(words);
      expect(((error as MicrophoneError).cause as Error).name).to.equal(name);
    });

  it('asks once more, without demands, for a microphone that is no longer there', async () => {
    await openMicrophone({ deviceId: { exact: 'gone' } }, life.signal);
    expect(microphone.asked[1]).to.deep.equal({ audio: { deviceId: { ideal: 'gone' } }, video: false });
  });

  it('has words for one that is unplugged', () => {
    expect(lostMicrophone()).to.include({ name: 'MicrophoneError', reason: 'missing' });
  });
});
