import { expect } from '@esm-bundle/chai';
import { RivAudio } from '../../../src/components/audio/audio.ts';
import { decode } from '../../../src/media/sound/decode.ts';
import { type Samples, concatSamples, lengthOf } from '../../../src/shared/values/samples.ts';
import { setHidden, withoutProcessor } from '../../helpers/media/camera.ts';
import { button, press } from '../../helpers/press.ts';
import { recordEvents, until } from '../../helpers/wait.ts';
import { risingTone, stepsOf } from '../../helpers/media/microphone.ts';
import { type FakeDevice, fakeMicrophone } from '../../../src/testing/index.ts';
import { mount } from '../../helpers/page.ts';
import { streamInto } from '../../helpers/stream.ts';

let microphone: FakeDevice;
const restore: (() => void)[] = [];

beforeEach(() => {
  microphone = fakeMicrophone({ samples: risingTone });
});
afterEach(() => {
  document.body.querySelectorAll('riv-audio').forEach((each) => each.remove());
  for (const undo of restore.splice(0)) undo();
  microphone.restore();
});

const putAudio = (options: ConstructorParameters<typeof RivAudio>[0]): Promise<RivAudio> =>
  mount(new RivAudio({ sources: ['microphone'], ...options }));

const secondsOf = (sound: Samples): number => lengthOf(sound) / sound.sampleRate;

/** Streams into a handler on the page, which keeps what it is given. */
function keep(
  audio: RivAudio,
  options: { streamEvery?: number; timeLimit?: number } = {},
  slow: () => Promise<void> | void = () => undefined,
) {
  const chunks: { sound: Samples; at: number }[] = [];
  restore.push(
    streamInto(audio, {
      fn: async (sound: Samples) => {
        chunks.push({ sound, at: performance.now() });
        await slow();
      },
      thread: 'main',
      streamEvery: 0.2,
      ...options,
    }),
  );
  return chunks;
}

const whole = (chunks: readonly { sound: Samples }[]): Samples =>
  concatSamples(chunks.map(({ sound }) => sound));
const heard = (chunks: readonly { sound: Samples }[]): number =>
  chunks.reduce((sum, { sound }) => sum + secondsOf(sound), 0);
const closed = (audio: RivAudio) => until(() => audio.streamState === 'closed', 'the end of the stream');
const ended = () => microphone.tracks.every((track) => track.readyState === 'ended');
/** Steps after the first second: an audio context needs a while to follow the device's clock. */
const laterSteps = (sound: Samples): number[] => stepsOf(sound).filter((at) => at > sound.sampleRate);

describe('a microphone that streams into a handler', () => {
  for (const way of ['as the device gives it', 'by an AudioWorklet'])
    it(`[C85] [C86] gives what is new each time, and the whole recording in all, ${way}`, async () => {
      if (way !== 'as the device gives it') restore.push(withoutProcessor());
      const audio = await putAudio({});
      const chunks = keep(audio);
      const events = recordEvents(audio, [
        'startRecording',
        'stopRecording',
        'input',
        'change',
        'clear',
        'stream',
      ]);
      await press(audio, /Microphone/);
      const pressed = performance.now();
      await press(audio, 'Record');
      await until(() => audio.streamState === 'open');
      const from = performance.now();
      await until(() => heard(chunks) > 3);
      expect(audio.streamState).to.equal('open');
      expect(chunks[0]!.at - from).to.be.above(150);
      const before = heard(chunks);
      await press(audio, 'Stop');
      await closed(audio);
      const sound = whole(chunks);
      expect(secondsOf(sound)).to.be.above(before);
      expect(secondsOf(sound)).to.be.within(3, (performance.now() - pressed) / 1000 + 0.2);
      expect(laterSteps(sound)).to.deep.equal([]);
      expect(lengthOf(audio.value as Samples)).to.equal(lengthOf(chunks.at(-1)!.sound));
      const once = events.filter((name) => name !== 'stream');
      expect(once).to.deep.equal(['startRecording', 'stopRecording', 'input', 'change']);
      expect(events.filter((name) => name === 'stream')).to.have.length(chunks.length);
      expect(audio.streamStats).to.include({ dropped: 0, delivered: chunks.length });
      await until(ended);
      expect(button(audio, 'Record')).to.not.equal(null);
    });

  it('[C87] joins what is heard while the handler is busy, and lets the microphone go at Stop', async () => {
    const audio = await putAudio({});
    const free: (() => void)[] = [];
    const chunks = keep(audio, {}, () => new Promise((resolve) => free.push(resolve)));
    await press(audio, 'Record');
    await until(() => free.length === 1);
    const busy = performance.now();
    await until(() => performance.now() - busy > 1200);
    free[0]!();
    await until(() => free.length === 2);
    expect(secondsOf(chunks[1]!.sound)).to.be.above(1);
    await press(audio, 'Stop');
    await until(ended);
    free[1]!();
    await until(() => free.length === 3);
    free[2]!();
    await closed(audio);
    expect(chunks).to.have.length(3);
    expect(laterSteps(whole(chunks))).to.deep.equal([]);
  });

  it('goes on across runs that end by their time limit, without losing a sample', async () => {
    const audio = await putAudio({});
    let runs = 0;
    const showLimit = audio.showLimit.bind(audio);
    audio.showLimit = (limit) => {
      if (limit) runs += 1;
      showLimit(limit);
    };
    const chunks = keep(audio, { timeLimit: 0.6 });
    await press(audio, 'Record');
    await until(() => heard(chunks) > 2.5);
    await press(audio, 'Stop');
    await closed(audio);
    expect(runs).to.be.above(2);
    expect(laterSteps(whole(chunks))).to.deep.equal([]);
  });

  it('hears on in a hidden page', async () => {
    const audio = await putAudio({});
    const chunks = keep(audio);
    await press(audio, 'Record');
    await until(() => chunks.length > 0);
    restore.push(() => setHidden(false));
    setHidden(true);
    const { length } = chunks;
    await until(() => chunks.length > length + 1);
  });

  it('resamples without a seam between chunks', async () => {
    const audio = await putAudio({ sampleRate: 16000, mono: true });
    const chunks = keep(audio);
    await press(audio, 'Record');
    await until(() => heard(chunks) > 2.5);
    await press(audio, 'Stop');
    await closed(audio);
    const sound = whole(chunks);
    expect(sound.sampleRate).to.equal(16000);
    expect(sound.channels).to.have.length(1);
    expect(laterSteps(sound)).to.deep.equal([]);
  });

  it('gives files where files are wished for', async () => {
    const audio = await putAudio({ type: 'blob' });
    const files: Blob[] = [];
    restore.push(
      streamInto(audio, {
        fn: (file) => void files.push(file as unknown as Blob),
        thread: 'main',
        streamEvery: 0.2,
      }),
    );
    await press(audio, 'Record');
    await until(() => files.length > 2);
    await press(audio, 'Stop');
    await closed(audio);
    const sounds = await Promise.all(files.map((file) => decode(file)));
    expect(laterSteps(concatSamples(sounds))).to.deep.equal([]);
  });

  it('delivers what was heard before the microphone was unplugged, and records again', async () => {
    const audio = await putAudio({});
    const chunks = keep(audio, { streamEvery: 30 });
    await press(audio, 'Record');
    await until(() => audio.streamState === 'open' && microphone.tracks.length > 0);
    const from = performance.now();
    await until(() => performance.now() - from > 800);
    microphone.unplug();
    await closed(audio);
    expect(heard(chunks)).to.be.above(0.5);
    microphone.mend();
    await press(audio, /Try again/);
    await press(audio, 'Record');
    await until(() => audio.streamState === 'open');
    await press(audio, 'Stop');
    await closed(audio);
  });

  it('ends with words when the handler throws, and records again', async () => {
    const audio = await putAudio({});
    let good = false;
    const chunks = keep(audio, {}, () => {
      if (!good) throw new Error('boom');
    });
    await press(audio, 'Record');
    await until(() => audio.message.includes('handler failed'));
    await until(ended);
    good = true;
    await press(audio, 'Record');
    await until(() => chunks.length > 2);
    expect(audio.message).to.equal('');
  });

  it('moves samples to a worker and back', async () => {
    const audio = await putAudio({});
    const output = await putAudio({ interactive: false });
    restore.push(
      streamInto(audio, {
        fn: (sound: Samples) => sound,
        outputs: output,
        streamEvery: 0.2,
      }),
    );
    await press(audio, 'Record');
    await until(() => output.value);
    expect((output.value as Samples).sampleRate).to.be.above(8000);
  });

  it('fires `stream` for listeners where nothing is bound', async () => {
    const audio = await putAudio({ streaming: true });
    const chunks: { sound: Samples }[] = [];
    audio.addEventListener('stream', (event) => chunks.push({ sound: (event as CustomEvent).detail.value }));
    await press(audio, 'Record');
    await until(() => chunks.length > 2);
    await press(audio, 'Stop');
    await closed(audio);
    expect(laterSteps(whole(chunks))).to.deep.equal([]);
  });
});
