import { expect } from '@esm-bundle/chai';
import { RivAudio } from '../../../src/components/audio/audio.ts';
import { type Samples, concatSamples, lengthOf } from '../../../src/shared/values/samples.ts';
import { answerWith, setHidden } from '../../helpers/media/camera.ts';
import { button, press, wordsOf } from '../../helpers/press.ts';
import { once, recordEvents, until } from '../../helpers/wait.ts';
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

const putAudio = (options: ConstructorParameters<typeof RivAudio>[0] = {}): Promise<RivAudio> =>
  mount(new RivAudio({ sources: ['microphone'], ...options }));

const closed = (audio: RivAudio) => until(() => audio.streamState === 'closed', 'the end of the stream');
const ended = () => microphone.tracks.every((track) => track.readyState === 'ended');
const secondsOf = (sound: Samples): number => lengthOf(sound) / sound.sampleRate;
const laterSteps = (sound: Samples): number[] => stepsOf(sound).filter((at) => at > sound.sampleRate);
const recorded = (audio: RivAudio, seconds: number) =>
  until(() => Number(/0:(\d+)/.exec(wordsOf(audio))?.[1]) >= seconds, `${seconds} s`);

/** Streams into a handler on the page, which keeps what it is given. */
function keep(
  audio: RivAudio,
  slow: (chunk: Samples) => unknown = () => undefined,
  options: { streamEvery?: number; concurrencyId?: string } = {},
): Samples[] {
  const chunks: Samples[] = [];
  restore.push(
    streamInto(audio, {
      fn: async (sound: Samples) => {
        chunks.push(sound);
        await slow(sound);
      },
      thread: 'main',
      streamEvery: 0.1,
      ...options,
    }),
  );
  return chunks;
}

describe('a microphone that gives trouble', () => {
  for (const [fault, words] of [
    ['deny', 'may not be used here'],
    ['unplug', 'No microphone was found'],
    ['busy', 'in use by another program'],
  ] as const)
    it(`says so where it cannot be had: ${fault}; fires nothing, and records the next time`, async () => {
      microphone[fault]();
      const audio = await putAudio();
      const chunks = keep(audio);
      const events = recordEvents(audio, ['startRecording', 'stopRecording', 'input', 'change']);
      await press(audio, 'Record');
      await until(() => wordsOf(audio).includes(words), words);
      expect(events).to.deep.equal([]);
      expect(audio.recording).to.equal(false);
      expect(audio.streamState).to.equal('closed');
      microphone.mend();
      await press(audio, /Try again/);
      await press(audio, 'Record');
      await until(() => chunks.length > 1);
      await press(audio, 'Stop');
      await closed(audio);
    });

  it('loses nothing of a recording in a page that is hidden meanwhile', async () => {
    const audio = await putAudio();
    await press(audio, 'Record');
    await recorded(audio, 1);
    restore.push(() => setHidden(false));
    setHidden(true);
    const from = performance.now();
    await until(() => performance.now() - from > 1500);
    setHidden(false);
    await press(audio, 'Stop');
    await once(audio, 'change');
    const { value } = (await audio.toHandler()) as { value: Samples };
    expect(secondsOf(value)).to.be.above(2.3);
    expect(laterSteps(value)).to.deep.equal([]);
  });

  it('may be unplugged while the handler is busy: all that was heard comes, and the next recording works', async () => {
    const audio = await putAudio();
    const free: (() => void)[] = [];
    const chunks = keep(audio, () => new Promise<void>((resolve) => free.push(resolve)));
    const events = recordEvents(audio, ['startRecording', 'stopRecording']);
    await press(audio, 'Record');
    await until(() => free.length === 1);
    const from = performance.now();
    await until(() => performance.now() - from > 600);
    microphone.unplug();
    const lost = performance.now();
    await until(() => performance.now() - lost > 1000); // where no event tells of it, tracks are looked at twice a second
    free[0]!();
    await until(() => free.length === 2);
    free[1]!();
    await closed(audio);
    expect(secondsOf(concatSamples(chunks))).to.be.above(0.5);
    expect(events).to.deep.equal(['startRecording', 'stopRecording']);
    microphone.mend();
    await press(audio, /Try again/);
    await press(audio, 'Record');
    await until(() => free.length === 3);
    await press(audio, 'Stop');
    for (const go of free) go();
    await until(() => {
      free.at(-1)!();
      return audio.streamState === 'closed';
    });
  });
});

describe('a user in a hurry', () => {
  it('[C104] records and stops again and again: each recording begins and ends once', async () => {
    const audio = await putAudio();
    const chunks = keep(audio);
    const events = recordEvents(audio, ['startRecording', 'stopRecording']);
    for (let times = 1; times <= 4; times++) {
      await press(audio, 'Record');
      const stop = await until(() => button(audio, 'Stop'), 'Stop');
      stop.click();
      await until(() => events.length === 2 * times, `the end of recording ${times}`);
      await until(() => audio.streamState === 'closed' && button(audio, 'Record'));
    }
    expect(events).to.deep.equal(Array(4).fill(['startRecording', 'stopRecording']).flat());
    await until(ended);
    expect(chunks.every((chunk) => lengthOf(chunk) > 0)).to.equal(true);
    expect(audio.recording).to.equal(false);
  });

  it('presses Record twice, and Stop before the microphone is there', async () => {
    let allow!: () => void;
    const allowed = new Promise<void>((resolve) => (allow = resolve));
    let asked = 0;
    restore.push(
      answerWith(async (wishes, get) => {
        asked++;
        await allowed;
        return get(wishes);
      }),
    );
    const audio = await putAudio();
    const events = recordEvents(audio, ['startRecording', 'stopRecording']);
    const record = await until(() => button(audio, 'Record'));
    record.click();
    record.click();
    await until(() => audio.recording && asked > 0);
    await press(audio, 'Cancel');
    allow();
    await until(() => microphone.tracks.length > 0 && ended(), 'the microphone is let go');
    expect(events).to.deep.equal([]);
    expect(asked).to.equal(1);
    expect(audio.recording).to.equal(false);
  });

  it('goes on in the place to which a recording element is moved', async () => {
    const audio = await putAudio();
    const chunks = keep(audio);
    await press(audio, 'Record');
    await until(() => chunks.length > 1);
    const box = document.createElement('div');
    document.body.append(box);
    box.append(audio);
    const { length } = chunks;
    await until(() => chunks.length > length + 2);
    await press(audio, 'Stop');
    await closed(audio);
    expect(laterSteps(concatSamples(chunks))).to.deep.equal([]);
    box.remove();
  });

  it('takes an element out of the page in the middle of a stream, and puts it back', async () => {
    const audio = await putAudio();
    const chunks = keep(audio);
    await press(audio, 'Record');
    await until(() => chunks.length > 1);
    audio.remove();
    await until(ended);
    await closed(audio);
    const { length } = chunks;
    document.body.append(audio);
    await press(audio, /Microphone|Record/);
    if (!button(audio, 'Stop')) await press(audio, 'Record');
    await until(() => chunks.length > length + 1);
    await press(audio, 'Stop');
    await closed(audio);
  });

  it('records with two microphones at once, each into its own handler', async () => {
    const both = [await putAudio(), await putAudio()];
    const chunks = both.map((audio) => keep(audio));
    for (const audio of both) await press(audio, 'Record');
    await until(() => chunks.every((each) => secondsOf(concatSamples(each)) > 2));
    for (const audio of both) await press(audio, 'Stop');
    await Promise.all(both.map(closed));
    for (const each of chunks) expect(laterSteps(concatSamples(each))).to.deep.equal([]);
    await until(ended);
  });
});

describe('several handlers of sound', () => {
  it('are each given all that one microphone hears, at their own pace', async () => {
    const audio = await putAudio();
    const [often, seldom] = [keep(audio), keep(audio, undefined, { streamEvery: 0.7 })];
    const events = recordEvents(audio, ['startRecording', 'stopRecording']);
    await press(audio, 'Record');
    await until(() => seldom.length > 2);
    await press(audio, 'Stop');
    await closed(audio);
    expect(often.length).to.be.above(2 * seldom.length);
    const [a, b] = [concatSamples(often), concatSamples(seldom)];
    expect(lengthOf(a)).to.equal(lengthOf(b));
    expect(a.channels[0]!.every((level, at) => level === b.channels[0]![at])).to.equal(true);
    expect(events).to.deep.equal(['startRecording', 'stopRecording']);
  });

  it('lose nothing of what is heard while they wait for their turn', async () => {
    const [first, second] = [await putAudio(), await putAudio()];
    const options = { concurrencyId: 'one at a time' };
    keep(first, undefined, options);
    const chunks = keep(second, undefined, options);
    await press(first, 'Record');
    await until(() => first.streamState === 'open');
    await press(second, 'Record');
    await until(() => button(second, 'Waiting'));
    expect(second.streamState).to.equal('waiting');
    await recorded(second, 1);
    expect(chunks).to.have.length(0);
    await press(first, 'Stop');
    await until(() => chunks.length > 2);
    expect(secondsOf(chunks[0]!), 'all of it at once').to.be.above(0.9);
    await press(second, 'Stop');
    await closed(second);
    expect(laterSteps(concatSamples(chunks))).to.deep.equal([]);
  });
});

describe('a page that records by itself', () => {
  it('starts and stops by `recording`, which tells what the user does too', async () => {
    const audio = await putAudio();
    const chunks = keep(audio);
    audio.recording = true;
    await until(() => chunks.length > 1);
    expect(audio.recording).to.equal(true);
    audio.recording = false;
    await closed(audio);
    await until(ended);
    await press(audio, 'Record');
    await until(() => audio.recording);
    await press(audio, 'Stop');
    await until(() => !audio.recording);
    await closed(audio);
  });

  it('may stop a stream from its handler', async () => {
    const audio = await putAudio();
    const events = recordEvents(audio, ['startRecording', 'stopRecording']);
    let calls = 0;
    restore.push(
      streamInto(audio, {
        fn: (_, ctx) => {
          calls += 1;
          return calls === 2 ? ctx.update({ recording: false }) : ctx.skip;
        },
        outputs: audio,
        thread: 'main',
        streamEvery: 0.1,
      }),
    );
    audio.setAttribute('recording', '');
    await until(() => events.includes('stopRecording'));
    await closed(audio);
    expect(audio.recording).to.equal(false);
    await until(ended);
  });

  const takesStopAway: [string, Partial<RivAudio>][] = [
    ['interactive = false', { interactive: false }],
    ['another source before it', { sources: ['upload', 'microphone'] }],
  ];
  for (const [what, props] of takesStopAway)
    it(`ends a recording that its user may no longer make, and keeps it: ${what}`, async () => {
      const audio = await putAudio();
      await press(audio, 'Record');
      await recorded(audio, 1);
      Object.assign(audio, props);
      await once(audio, 'change');
      expect((audio.value as File).type).to.equal('audio/wav');
      await until(ended);
    });

  it('tells of a track that another script has stopped, without an event, and keeps what was recorded', async () => {
    const audio = await putAudio();
    await press(audio, 'Record');
    await recorded(audio, 1);
    microphone.tracks[0]!.stop();
    await once(audio, 'change');
    expect((audio.value as File).type).to.equal('audio/wav');
    expect(audio.message).to.contain('went away');
  });

  it('records only where there is a microphone to record with', async () => {
    const output = await putAudio({ interactive: false });
    const upload = await putAudio({ sources: ['upload'] });
    for (const audio of [output, upload]) {
      audio.recording = true;
      await until(() => !audio.recording);
    }
    expect(microphone.asked).to.have.length(0);
  });
});
