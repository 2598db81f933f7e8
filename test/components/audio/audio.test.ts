import { expect } from '@esm-bundle/chai';
import { on } from '../../../src/bind/binding/on.ts';
import { RivAudio } from '../../../src/components/audio/audio.ts';
import { decode } from '../../../src/media/sound/decode.ts';
import type { AudioStream } from '../../../src/media/sound/audio-stream.ts';
import { encodeWav } from '../../../src/shared/values/wav-file.ts';
import { type Samples, lengthOf } from '../../../src/shared/values/samples.ts';
import { axeProblems } from '../../helpers/axe.ts';
import { button, wordsOf } from '../../helpers/press.ts';
import { once, recordEvents, until } from '../../helpers/wait.ts';
import { clearPage, mount, parse } from '../../helpers/page.ts';

afterEach(clearPage);

const putAudio = (options: ConstructorParameters<typeof RivAudio>[0] = {}): Promise<RivAudio> =>
  mount(new RivAudio(options));

/** A ramp: every sample is another one. */
function ramp(length: number, sampleRate = 48000, from = 0): Samples {
  return { sampleRate, channels: [Float32Array.from({ length }, (_, at) => ((from + at) % 32768) / 32768)] };
}

const given = async (audio: RivAudio) => ((await audio.toHandler()) as { value: unknown }).value;
const player = (audio: RivAudio) => audio.shadowRoot!.querySelector('riv-audio-player');
const file = (name: string, content: Blob): File => new File([content], name, { type: content.type });

/** Gives a file as the user does. */
async function upload(audio: RivAudio, ...files: File[]): Promise<void> {
  const input = await until(() => audio.shadowRoot!.querySelector<HTMLInputElement>('input[type=file]'));
  const transfer = new DataTransfer();
  for (const each of files) transfer.items.add(each);
  input.files = transfer.files;
  input.dispatchEvent(new Event('change'));
}

/** A run that gives values to an Audio. */
function runInto(audio: RivAudio): { give(...values: unknown[]): void; end(): void } {
  const over = new AbortController();
  return {
    give: (...values) => {
      for (const value of values) audio.fromHandler(value, over.signal);
    },
    end: () => over.abort(),
  };
}

describe('an Audio', () => {
  it('takes an upload: the file itself, or its samples at the rate that is wished for', async () => {
    const audio = await putAudio();
    const events = recordEvents(audio, ['upload', 'input', 'change', 'clear']);
    const sound = file('ramp.wav', encodeWav(ramp(4800)));
    await upload(audio, sound);
    await once(audio, 'change');
    expect(events).to.deep.equal(['upload', 'input', 'change']);
    expect(audio.value).to.equal(sound);
    expect((await given(audio)) as Samples).to.deep.equal(ramp(4800));
    audio.sampleRate = 16000;
    expect(lengthOf((await given(audio)) as Samples)).to.equal(1600);
    audio.type = 'blob';
    expect(await given(audio)).to.equal(sound);
    expect(await audio.toBlob()).to.equal(sound);
    expect(player(audio)).to.not.equal(null);
  });

  it('takes a file that is dropped, from both sources', async () => {
    const audio = await putAudio({ sources: ['microphone', 'upload'] });
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(file('ramp.wav', encodeWav(ramp(480))));
    const surface = audio.shadowRoot!.querySelector('.surface')!;
    surface.dispatchEvent(new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true }));
    await until(() => surface.classList.contains('dropping'));
    surface.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    await once(audio, 'upload');
    expect((audio.value as File).name).to.equal('ramp.wav');
  });

  it('takes a file that is pasted', async () => {
    const audio = await putAudio();
    const clipboardData = new DataTransfer();
    clipboardData.items.add(file('ramp.wav', encodeWav(ramp(480))));
    const card = await until(() => audio.shadowRoot!.querySelector('input[type=file]'));
    const paste = new ClipboardEvent('paste', { bubbles: true, composed: true });
    Object.defineProperty(paste, 'clipboardData', { value: clipboardData }); // not every browser takes it from a script
    card.dispatchEvent(paste);
    await once(audio, 'upload');
    expect((audio.value as File).name).to.equal('ramp.wav');
  });

  it('takes 200 MB at once, and gives them on as they are', async () => {
    const audio = await putAudio({ type: 'blob' });
    const megabyte = new Uint8Array(1 << 20);
    const header = (await encodeWav(ramp(0)).arrayBuffer()) as ArrayBuffer;
    const bytes = 200 * megabyte.length;
    new DataView(header).setUint32(4, bytes + 36, true);
    new DataView(header).setUint32(40, bytes, true);
    const large = file('large.wav', new Blob([header, ...Array(200).fill(megabyte)], { type: 'audio/wav' }));
    await upload(audio, large);
    await once(audio, 'upload');
    expect(await given(audio)).to.equal(large);
    const shown = await until(() => player(audio));
    await until(() => shown.shadowRoot?.textContent?.includes('36:24'), 'its length');
  });

  it('says what is wrong with a file that is no sound, or is damaged, and keeps what was there', async () => {
    const audio = await putAudio();
    await upload(audio, new File(['hello'], 'words.txt', { type: 'text/plain' }));
    await until(() => audio.message.includes('“words.txt” is not a sound: it is text/plain'));
    await upload(audio, new File([new Uint8Array(500)], 'broken.mp3', { type: 'audio/mpeg' }));
    await until(() => audio.message.includes('“broken.mp3” (audio/mpeg) cannot be played'));
    expect(audio.value).to.equal(null);
    expect(await given(audio)).to.equal(null);
  });

  it('names the type of what cannot be decoded for a handler', async () => {
    const audio = await putAudio();
    audio.value = new Blob([new Uint8Array(100)], { type: 'audio/amr' });
    const error = await audio.toHandler().catch((thrown: unknown) => thrown);
    expect(error).to.include({ name: 'MediaError', type: 'audio/amr' });
  });

  it('shows samples, 16-bit samples, files, bytes and URLs of a handler, and gives them on', async () => {
    const audio = await putAudio({ interactive: false });
    const wav = encodeWav(ramp(480));
    const bytes = new Uint8Array(await wav.arrayBuffer());
    const sixteen = { sampleRate: 48000, channels: [Int16Array.from({ length: 480 }, (_, at) => at)] };
    for (const value of [ramp(480), sixteen, wav, bytes, bytes.buffer, URL.createObjectURL(wav)]) {
      const changed = once(audio, 'change');
      audio.fromHandler(value);
      expect((await changed).detail.value).to.equal(value);
      expect(audio.value).to.equal(value);
      expect((await given(audio)) as Samples).to.deep.equal(ramp(480));
      await audio.updateComplete;
      expect(player(audio)).to.not.equal(null);
      expect((await decode((await audio.toBlob())!)).channels).to.deep.equal(ramp(480).channels);
    }
    audio.fromHandler(null);
    await audio.updateComplete;
    expect(player(audio)).to.equal(null);
    expect(await audio.toBlob()).to.equal(null);
  });

  it('[C143] writes floats as 16 bits: what is too loud becomes quieter as a whole, all else stays', async () => {
    const audio = await putAudio({ interactive: false });
    const file = async (...levels: number[]) => {
      audio.fromHandler({ sampleRate: 8000, channels: [Float32Array.from(levels)] });
      const bytes = await (await audio.toBlob())!.arrayBuffer();
      expect(new DataView(bytes).getUint16(34, true), 'bits').to.equal(16);
      return [...new Int16Array(bytes, 44)];
    };
    expect(await file(0, 0.5, -0.25)).to.deep.equal([0, 16384, -8192]);
    expect(await file(1, -2, 0.5)).to.deep.equal([16384, -32768, 8192]);
    expect(await file(Number.NaN, 0.5, Number.POSITIVE_INFINITY)).to.deep.equal([0, 16384, 32767]);
    const heard = await until(() => player(audio));
    audio.fromHandler({ sampleRate: 8000, channels: [Float32Array.of(1, -2, 0.5)] });
    await audio.updateComplete;
    expect(new Int16Array(await (await heard.toBlob())!.arrayBuffer(), 44)).to.deep.equal(
      Int16Array.of(16384, -32768, 8192),
    );
  });

  it('says which place of the sound is heard, and goes where it is told', async () => {
    const audio = await putAudio({ interactive: false, value: ramp(96000) });
    audio.update({ playbackPosition: 0.5 });
    const heard = await until(() => player(audio));
    await until(() => heard.position === 0.5);
    heard.seek(1);
    await until(() => audio.playbackPosition === 1);
    audio.value = ramp(4800);
    await until(() => audio.playbackPosition === 0);
  });

  it('takes a sound of no sample, and of one', async () => {
    for (const length of [0, 1]) {
      const audio = await putAudio({ interactive: false });
      audio.fromHandler(ramp(length));
      expect(lengthOf((await given(audio)) as Samples)).to.equal(length);
      expect((await audio.toBlob())!.size).to.equal(44 + 2 * length);
      const shown = await until(() => player(audio));
      const play = await until(() => button(shown, 'Play'));
      if (length === 0) await until(() => play.disabled, 'nothing to play');
      await audio.updateComplete;
      expect([audio.message, wordsOf(shown).includes('cannot')]).to.deep.equal(['', false]);
    }
  });

  it('refuses what is no sound, in words', async () => {
    const audio = await putAudio({ label: 'Voice' });
    expect(() => audio.fromHandler(12)).to.throw(
      'Voice (riv-audio) got 12, expected { sampleRate, channels }',
    );
    expect(() => audio.fromHandler({ sampleRate: 0, channels: [new Float32Array(1)] })).to.throw(
      'sampleRate of 0',
    );
    expect(() =>
      audio.fromHandler({ sampleRate: 8000, channels: [new Float32Array(1), new Float32Array(2)] }),
    ).to.throw('channels of 1, 2 samples');
    expect(() => audio.fromHandler({ sampleRate: 8000, channels: [[0, 1]] })).to.throw(
      'expected a Float32Array',
    );
    expect(() => audio.fromHandler({ channels: [new Float32Array(1)] })).to.throw(
      'a sampleRate of undefined',
    );
    expect(audio.value).to.equal(null);
  });

  it('[C132] gives bytes and files without a type as what they are', async () => {
    const audio = await putAudio({ interactive: false });
    const bytes = await (
      await fetch(new URL('../../fixtures/sound/tone.mp3', import.meta.url))
    ).arrayBuffer();
    for (const value of [new Uint8Array(bytes), new Blob([bytes])]) {
      audio.fromHandler(value);
      expect((await audio.toBlob('audio/mpeg'))!.size).to.equal(bytes.byteLength);
    }
    audio.fromHandler(new Uint8Array(bytes));
    expect((await audio.toBlob())!.type).to.equal('audio/mpeg');
  });

  it('says so when a URL gives nothing', async () => {
    const audio = await putAudio({ interactive: false });
    audio.fromHandler('/no-such-sound.wav');
    await until(() => wordsOf(audio).includes('The sound at /no-such-sound.wav cannot be read'));
  });

  it('knows its attributes, and the sources that streaming leaves', async () => {
    const audio = await parse<RivAudio>(
      '<riv-audio sources="microphone" streaming sample-rate="16000" mono editable="false" type="blob"></riv-audio>',
    );
    expect(audio).to.include({
      streaming: true,
      sampleRate: 16000,
      mono: true,
      editable: false,
      type: 'blob',
    });
    expect(new RivAudio({ streaming: true }).sources).to.deep.equal(['microphone']);
    expect(new RivAudio().sources).to.deep.equal(['upload', 'microphone']);
    expect(() => new RivAudio({ sources: ['webcam' as never] })).to.throw('got the source "webcam"');
    expect(() => new RivAudio({ sources: ['upload'], streaming: true })).to.throw(
      'streaming Audio got sources ["upload"]',
    );
  });

  it('is accessible while it is empty and while it is filled', async () => {
    const audio = await putAudio({ label: 'Voice' });
    expect(await axeProblems(audio)).to.deep.equal([]);
    await upload(audio, file('ramp.wav', encodeWav(ramp(4800))));
    await until(() => button(audio, 'Clear'));
    expect(await axeProblems(audio)).to.deep.equal([]);
  });
});

describe('an Audio that a run streams into', () => {
  it('[C121] [C131] makes one sound of all values of a run, which it gives on whole', async () => {
    const audio = await putAudio({ streaming: true, interactive: false });
    const events = recordEvents(audio, ['change']);
    const run = runInto(audio);
    run.give(ramp(4800), null, encodeWav(ramp(4800, 48000, 4800)));
    run.give(new Uint8Array(await encodeWav(ramp(4800, 48000, 9600)).arrayBuffer()));
    run.end();
    const sound = await decode((await audio.toBlob())!);
    expect(sound.channels).to.deep.equal(ramp(14400).channels);
    expect(audio.value as Samples).to.deep.equal(ramp(14400));
    expect((await given(audio)) as Samples).to.deep.equal(ramp(14400));
    audio.type = 'blob';
    expect((await decode((await given(audio)) as Blob)).channels).to.deep.equal(ramp(14400).channels);
    expect(events).to.have.length(3);
    expect(player(audio)).to.not.equal(null);
  });

  it('[C119] [C131] waits for chunks that are still being decoded before it gives the whole on', async () => {
    const audio = await putAudio({ streaming: true, interactive: false });
    const run = runInto(audio);
    const tone = new URL('../../fixtures/sound/tone.mp3', import.meta.url).href;
    run.give(ramp(160, 32000), tone);
    run.end();
    expect(lengthOf((await given(audio)) as Samples)).to.equal(16160);
    const again = runInto(audio);
    again.give(ramp(160, 32000), tone);
    again.end();
    expect((await audio.toBlob())!.size).to.equal(44 + 2 * 16160);
  });

  it('[C124] has another sound with the next run, and hears no more of the one before', async () => {
    const audio = await putAudio({ streaming: true, interactive: false });
    const [first, second] = [runInto(audio), runInto(audio)];
    first.give(ramp(4800));
    await until(() => audio.value && lengthOf(audio.value as Samples) === 4800);
    second.give(ramp(480));
    first.give(ramp(4800));
    second.give(ramp(480, 48000, 480));
    first.end();
    second.end();
    await until(() => audio.value && lengthOf(audio.value as Samples) === 960);
    expect((await decode((await audio.toBlob())!)).channels).to.deep.equal(ramp(960).channels);
  });

  it('begins anew where it is emptied in the middle of a run', async () => {
    const audio = await putAudio({ streaming: true, interactive: false });
    const run = runInto(audio);
    run.give(ramp(4800));
    audio.clear();
    run.give(ramp(480));
    run.end();
    await until(() => audio.value && lengthOf(audio.value as Samples) === 480);
  });

  it('makes one sound of a run whose progress is shown elsewhere', async () => {
    const audio = await putAudio({ streaming: true, interactive: false });
    const other = await putAudio({ interactive: false });
    const binding = on(other, 'change', {
      fn: function* () {
        for (let at = 0; at < 3; at++)
          yield { sampleRate: 8000, channels: [new Float32Array(800).fill(at / 4)] };
      },
      outputs: audio,
      showProgressOn: other,
    });
    other.fromHandler(ramp(8));
    await once(binding, 'end');
    binding.remove();
    await until(() => audio.value && lengthOf(audio.value as Samples) === 2400);
    expect(audio.status.stage).to.equal('idle');
  });

  it('takes the result of a plain handler as a whole file', async () => {
    const audio = await putAudio({ streaming: true, interactive: false });
    const wav = encodeWav(ramp(480));
    const run = runInto(audio);
    run.end();
    run.give(wav);
    expect(audio.value).to.equal(wav);
  });

  it('names a chunk that cannot be decoded, and keeps those around it', async () => {
    const audio = await putAudio({ streaming: true, interactive: false });
    const run = runInto(audio);
    run.give(ramp(480), new Blob([new Uint8Array(100)], { type: 'audio/mpeg' }), ramp(480, 48000, 480));
    run.end();
    await until(() => /cannot decode.*audio\/mpeg/.test(audio.message));
    expect((await decode((await audio.toBlob())!)).channels).to.deep.equal(ramp(960).channels);
  });

  it('takes chunks of any length, rate and number of channels, and NaN as silence', async () => {
    const audio = await putAudio({ streaming: true, interactive: false });
    const run = runInto(audio);
    run.give(
      ramp(480),
      ramp(0),
      ramp(1),
      { sampleRate: 24000, channels: [new Float32Array(240), new Float32Array(240)] },
      { sampleRate: 48000, channels: [new Float32Array(19).fill(Number.NaN)] },
    );
    run.end();
    const { sampleRate, channels } = await decode((await audio.toBlob())!);
    expect([sampleRate, channels.length, channels[0]!.length]).to.deep.equal([48000, 2, 980]);
    expect(channels[0]!.subarray(0, 480)).to.deep.equal(ramp(480).channels[0]);
    expect(channels[0]!.subarray(-19)).to.deep.equal(new Float32Array(19));
    expect(audio.message).to.equal('');
  });

  it('refuses a chunk that is no sound, and goes on', async () => {
    const audio = await putAudio({ streaming: true, interactive: false });
    const run = runInto(audio);
    run.give(ramp(480));
    expect(() => run.give(7)).to.throw('got 7');
    run.give({ sampleRate: 48000, channels: [] }, ramp(480, 48000, 480));
    run.end();
    await until(() => audio.message.includes('no channel'));
    expect((await decode((await audio.toBlob())!)).channels).to.deep.equal(ramp(960).channels);
  });

  it('plays at once with autoplay, and tells when it begins and when all was heard', async () => {
    const audio = await putAudio({ streaming: true, interactive: false, autoplay: true });
    const events = recordEvents(audio, ['play', 'stop']);
    const run = runInto(audio);
    run.give(ramp(9600));
    await once(audio, 'play');
    run.give(ramp(4800));
    run.end();
    await once(audio, 'stop');
    expect(events).to.deep.equal(['play', 'stop']);
  });

  it('[C123] [C124] keeps what came when its run is stopped, and is silenced by the next one', async () => {
    const audio = await putAudio({ streaming: true, interactive: false, autoplay: true });
    const go = await putAudio({ interactive: false });
    let given = 0;
    const binding = on(go, 'change', {
      fn: async function* (_: unknown, ctx: { signal: AbortSignal }) {
        for (let at = 0; at < 3; at++)
          yield { sampleRate: 8000, channels: [new Float32Array(8000).fill(0.1)] };
        await new Promise((resolve) => ctx.signal.addEventListener('abort', resolve));
      },
      inputs: go,
      outputs: audio,
      thread: 'main',
    });
    audio.addEventListener('change', () => (given += 1));
    const playing = once(audio, 'play');
    go.fromHandler(ramp(8));
    await playing;
    await until(() => given === 3);
    const ended = once(binding, 'end');
    binding.cancel();
    await ended;
    await until(() => lengthOf(audio.value as Samples) === 24000);
    expect(audio.message).to.equal('');
    const heard = audio.playing as AudioStream;
    expect(heard.state, 'plays on').to.equal('playing');
    await until(() => heard.finished);
    go.fromHandler(ramp(9));
    await until(() => audio.playing !== heard && audio.value);
    expect(heard.state).to.equal('closed');
    binding.remove();
  });

  it('[C126] is ready for a press where the browser plays nothing by itself, without an error', async () => {
    const Native = AudioContext;
    let allowed = false;
    globalThis.AudioContext = class extends Native {
      constructor(options?: AudioContextOptions) {
        super(options);
        void super.suspend();
      }
      override resume(): Promise<void> {
        return allowed ? super.resume() : new Promise(() => undefined);
      }
      override get state(): AudioContextState {
        return allowed ? super.state : 'suspended';
      }
    };
    try {
      const audio = await putAudio({ streaming: true, interactive: false, autoplay: true });
      const events = recordEvents(audio, ['riv-toast', 'play', 'stop']);
      const run = runInto(audio);
      run.give(ramp(4800));
      const shown = await until(() => player(audio));
      await until(() => (audio.playing as AudioStream | null)?.state === 'blocked');
      const play = await until(() => button(shown, 'Play'));
      expect([play.disabled, audio.message, events.length]).to.deep.equal([false, '', 0]);
      run.give(ramp(4800, 48000, 4800));
      run.end();
      allowed = true;
      const stop = once(audio, 'stop');
      play.click();
      await stop;
      expect(events).to.deep.equal(['play', 'stop']);
    } finally {
      globalThis.AudioContext = Native;
    }
  });

  it('falls silent when it is taken out of the page', async () => {
    const audio = await putAudio({ streaming: true, interactive: false, autoplay: true });
    const run = runInto(audio);
    const playing = once(audio, 'play');
    run.give(ramp(96000));
    await playing;
    const heard = audio.playing as AudioStream;
    audio.remove();
    const { context } = heard.output!;
    await until(() => heard.state === 'ready' && context.state === 'closed');
    run.give(ramp(480));
    run.end();
    await until(() => heard.finished);
    expect(heard.state).to.equal('ready');
    expect(lengthOf(audio.value as Samples)).to.equal(96480);
  });

  it('empties by Clear', async () => {
    const audio = await putAudio({ streaming: true, interactive: false });
    runInto(audio).give(ramp(480));
    await until(() => audio.value);
    audio.clear();
    await audio.updateComplete;
    expect(audio.value).to.equal(null);
    expect(player(audio)).to.equal(null);
  });
});
