import { expect } from '@esm-bundle/chai';
import { on } from '../../../src/bind/binding/on.ts';
import { RivAudio } from '../../../src/components/audio/audio.ts';
import { decode } from '../../../src/media/sound/decode.ts';
import { type Samples, lengthOf } from '../../../src/shared/values/samples.ts';
import { type FakeDevice, fakeMicrophone } from '../../../src/testing/index.ts';
import { button, press, wordsOf } from '../../helpers/press.ts';
import { once, recordEvents, until } from '../../helpers/wait.ts';
import { mount } from '../../helpers/page.ts';

let microphone: FakeDevice;
const restore: (() => void)[] = [];

beforeEach(() => {
  microphone = fakeMicrophone({ label: 'Mic one' });
});
afterEach(() => {
  document.body.querySelectorAll('riv-audio').forEach((each) => each.remove());
  for (const undo of restore.splice(0)) undo();
  microphone.restore();
});

const putAudio = (options: ConstructorParameters<typeof RivAudio>[0]): Promise<RivAudio> =>
  mount(new RivAudio(options));

const EVENTS = [
  'startRecording',
  'pauseRecording',
  'stopRecording',
  'input',
  'change',
  'upload',
  'clear',
  'stream',
];
const secondsOf = (sound: Samples): number => lengthOf(sound) / sound.sampleRate;
const given = async (audio: RivAudio): Promise<unknown> =>
  ((await audio.toHandler()) as { value: unknown }).value;
const ended = () => microphone.tracks.every((track) => track.readyState === 'ended');

/** Waits until so many seconds were recorded. */
async function recorded(audio: RivAudio, seconds: number): Promise<void> {
  await until(() => Number(/(\d+):(\d+)/.exec(wordsOf(audio))?.[2]) >= seconds, `${seconds} s`);
}

describe('an Audio that records', () => {
  it('[C149] [C104] records to a 16-bit WAV: Record, Pause, Resume, Stop, each event once', async () => {
    const audio = await putAudio({ sources: ['microphone'] });
    const events = recordEvents(audio, EVENTS);
    await press(audio, /Microphone/);
    await press(audio, 'Record');
    await recorded(audio, 1);
    await press(audio, 'Pause');
    await press(audio, 'Resume');
    await recorded(audio, 2);
    await press(audio, 'Stop');
    await once(audio, 'change');
    expect(events).to.deep.equal(['startRecording', 'pauseRecording', 'stopRecording', 'input', 'change']);
    const file = audio.value as File;
    expect(file.type).to.equal('audio/wav');
    expect(new DataView(await file.arrayBuffer()).getUint16(34, true)).to.equal(16);
    const sound = (await given(audio)) as Samples;
    expect(secondsOf(sound)).to.be.within(2, 4);
    expect(secondsOf(await decode(file))).to.equal(secondsOf(sound));
    await until(ended);
  });

  it('keeps the keyboard’s place from Record to Stop and back', async () => {
    const audio = await putAudio({ sources: ['microphone', 'upload'] });
    const focused = () => audio.shadowRoot!.activeElement?.textContent?.trim();
    const go = async (name: string, next: string) => {
      const from = await until(() => button(audio, name), name);
      from.focus();
      from.click();
      await until(() => focused() === next, `the focus on ${next}`);
    };
    await go('Record', 'Stop');
    await go('Pause', 'Resume');
    await go('Resume', 'Pause');
    await go('Stop', 'Record');
    const elsewhere = document.body.appendChild(document.createElement('button'));
    restore.push(() => elsewhere.remove());
    button(audio, 'Record')!.click();
    elsewhere.focus();
    await until(() => button(audio, 'Stop'));
    expect(document.activeElement, 'not taken from where the user has gone').to.equal(elsewhere);
    await press(audio, 'Stop');
    await until(ended);
  });

  it('asks for the microphone by Record alone, only when pressed', async () => {
    const audio = await putAudio({ sources: ['microphone'] });
    expect(microphone.asked).to.have.length(0);
    await press(audio, 'Record');
    await recorded(audio, 1);
    await press(audio, 'Stop');
    await once(audio, 'change');
    await press(audio, 'Record');
    await recorded(audio, 1);
    expect(microphone.asked).to.have.length(2);
  });

  it('gives a handler the rate and the channels it wishes for', async () => {
    const audio = await putAudio({ sources: ['microphone'], sampleRate: 16000, mono: true });
    await press(audio, 'Record');
    await recorded(audio, 1);
    await press(audio, 'Stop');
    await once(audio, 'change');
    const sound = (await given(audio)) as Samples;
    expect(sound.sampleRate).to.equal(16000);
    expect(sound.channels).to.have.length(1);
    audio.type = 'blob';
    const file = await decode((await given(audio)) as Blob);
    expect(file.sampleRate).to.equal(16000);
    expect(secondsOf(file)).to.equal(secondsOf(sound));
  });

  it('draws what it hears, and says for how long it has recorded', async () => {
    const audio = await putAudio({ sources: ['microphone'] });
    await press(audio, 'Record');
    await recorded(audio, 1);
    const picture = audio.shadowRoot!.querySelector('canvas')!;
    const drawn = () => {
      const { data } = picture.getContext('2d')!.getImageData(0, 0, picture.width, picture.height);
      return data.filter((value, at) => at % 4 === 3 && value > 0).length;
    };
    const before = drawn();
    expect(before, 'pixels of bars').to.be.above(0);
    await recorded(audio, 2);
    expect(drawn(), 'more bars').to.be.above(before);
  });

  it('listens to the microphone that is chosen, and lets the one before go', async () => {
    const other = fakeMicrophone({ label: 'Mic two' });
    restore.push(() => other.restore());
    const audio = await putAudio({ sources: ['microphone'], constraints: { echoCancellation: false } });
    await press(audio, /Microphone/);
    const picker = await until(() => audio.shadowRoot!.querySelector('select'), 'the choice of microphones');
    expect([...picker.options].map(({ text }) => text.trim())).to.deep.equal(['Mic one', 'Mic two']);
    const [first] = microphone.tracks;
    picker.value = other.deviceId;
    picker.dispatchEvent(new Event('change'));
    await until(() => other.tracks.length === 1);
    expect(other.asked[1]!.audio).to.deep.equal({
      echoCancellation: false,
      deviceId: { exact: other.deviceId },
    });
    expect(first!.readyState).to.equal('ended');
    await press(audio, 'Record');
    await recorded(audio, 1);
    expect(audio.shadowRoot!.querySelector('select'), 'no choice while it records').to.equal(null);
    await press(audio, 'Stop');
    await once(audio, 'change');
  });

  it('says why there is no microphone, and tries again', async () => {
    microphone.deny();
    const audio = await putAudio({ sources: ['microphone'] });
    await press(audio, 'Record');
    await until(() => wordsOf(audio).includes('The microphone may not be used here'));
    microphone.mend();
    await press(audio, /Try again/);
    await press(audio, 'Record');
    await recorded(audio, 1);
  });

  it('keeps what was recorded when the microphone is unplugged', async () => {
    const audio = await putAudio({ sources: ['microphone'] });
    await press(audio, 'Record');
    await recorded(audio, 1);
    microphone.unplug();
    await once(audio, 'change');
    expect(secondsOf((await given(audio)) as Samples)).to.be.above(0.9);
    await until(() => audio.message.includes('The microphone went away'));
  });

  it('lets the microphone go when it is removed', async () => {
    const audio = await putAudio({ sources: ['microphone'] });
    await press(audio, 'Record');
    await recorded(audio, 1);
    audio.remove();
    await until(ended);
    expect(audio.value).to.equal(null);
  });

  it('[C150] shows what was recorded in a player, takes what is trimmed there, and its undo', async () => {
    const audio = await putAudio({ sources: ['microphone'] });
    await press(audio, 'Record');
    await recorded(audio, 1);
    await press(audio, 'Stop');
    await once(audio, 'change');
    const whole = audio.value;
    const player = await until(() => audio.shadowRoot!.querySelector('riv-audio-player'));
    const events = recordEvents(audio, EVENTS);
    await press(player as never, 'Trim');
    await press(player as never, 'Trim');
    await until(() => audio.value !== whole);
    expect(secondsOf((await given(audio)) as Samples)).to.be.below(0.9);
    await press(player as never, 'Undo');
    await until(() => audio.value === whole);
    expect(events).to.deep.equal(['input', 'change', 'input', 'change']);
  });

  it('clears what was recorded', async () => {
    const audio = await putAudio({ sources: ['microphone'] });
    await press(audio, 'Record');
    await recorded(audio, 1);
    await press(audio, 'Stop');
    await once(audio, 'change');
    const events = recordEvents(audio, EVENTS);
    await press(audio, 'Clear');
    expect(events).to.deep.equal(['clear', 'input', 'change']);
    expect(await given(audio)).to.equal(null);
  });

  it('runs a handler with the samples', async () => {
    const audio = await putAudio({ sources: ['microphone'] });
    const output = await putAudio({ interactive: false });
    const binding = on(audio, 'stopRecording', {
      fn: (sound: Samples) => ({
        ...sound,
        channels: sound.channels.map((channel) => channel.map((level) => -level)),
      }),
      inputs: audio,
      outputs: output,
    });
    restore.push(() => binding.remove());
    await press(audio, 'Record');
    await recorded(audio, 1);
    await press(audio, 'Stop');
    await once(output, 'change');
    const { channels } = (await given(audio)) as Samples;
    const [negative] = (output.value as Samples).channels;
    expect(negative!.length).to.equal(channels[0]!.length);
    expect(negative!.every((level, at) => level === -channels[0]![at]!)).to.equal(true);
  });
});
