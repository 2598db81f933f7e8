import { expect } from '@esm-bundle/chai';
import * as rv from '../../../src/index.ts';
import { recordedFile } from '../../../src/components/audio/recorder/recorded-file.ts';
import { decode } from '../../../src/media/sound/decode.ts';
import { sniffFile } from '../../../src/media/format/sniff.ts';
import { encodeWav } from '../../../src/shared/values/wav-file.ts';
import { type Samples, lengthOf } from '../../../src/shared/values/samples.ts';
import { about } from '../../helpers/engines/ffmpeg.ts';
import { clearPage, place } from '../../helpers/page.ts';
import { tone } from '../../helpers/media/sound.ts';

afterEach(clearPage);

const SECONDS = 1;
const HERTZ = 1000;

const putAudio = (options: ConstructorParameters<typeof rv.Audio>[0]): rv.Audio =>
  place(new rv.Audio(options));

/** What is heard: how long it is, in seconds, how loud, and how often it goes through zero upwards in a second. */
function heard({ sampleRate, channels }: Samples) {
  const sound = channels[0]!;
  const seconds = sound.length / sampleRate;
  // The codecs need a moment at either end.
  const middle = sound.subarray(Math.round(0.1 * sampleRate), Math.round(0.9 * sampleRate));
  let [rises, peak] = [0, 0];
  middle.forEach((level, at) => {
    peak = Math.max(peak, Math.abs(level));
    if (at > 0 && level >= 0 && middle[at - 1]! < 0) rises += 1;
  });
  return { seconds, peak, hertz: (rises / middle.length) * sampleRate, count: channels.length };
}

function check(samples: Samples, count: number): void {
  const { seconds, peak, hertz, count: channels } = heard(samples);
  expect(channels).to.equal(count);
  expect(seconds).to.be.within(SECONDS - 0.005, SECONDS + 0.09); // a codec's blocks may be filled up
  expect(hertz).to.be.closeTo(HERTZ, 4);
  expect(peak).to.be.closeTo(0.5, 0.05);
}

/** The same of a file, as ffmpeg reads it. */
async function asFFmpegHears(file: Blob): Promise<{ seconds: number; hertz: number }> {
  const look = (from: number, to: number) => {
    const filter = `aresample=48000,atrim=${from}:${to},astats=metadata=1,ametadata=mode=print:file=out.txt`;
    return about(file, ['-af', filter, '-f', 'null']);
  };
  const [text, middle] = [await look(0, 10), await look(0.1, 0.9)];
  const last = (name: string, of = text) => Number(of.slice(of.lastIndexOf(`.${name}=`)).split(/[=\n]/)[1]);
  return {
    seconds: last('Number_of_samples') / 48000,
    hertz: (last('1.Zero_crossings_rate', middle) * 48000) / 2,
  };
}

const FORMATS: [type: string, kind: string][] = [
  ['audio/mpeg', 'mp3'],
  ['audio/mp4', 'm4a'],
  ['audio/ogg', 'ogg'],
  ['audio/webm', 'webm'],
  ['audio/flac', 'flac'],
  ['audio/aac', 'aac'],
];

describe('the formats of an Audio', function () {
  this.timeout(60_000); // ffmpeg is large

  for (const [type, kind] of FORMATS)
    it(`writes samples as ${type}`, async () => {
      const audio = putAudio({ value: tone(SECONDS, { hertz: HERTZ, count: 2 }) });
      const file = (await audio.toBlob(type))!;
      expect(file.type).to.equal(type);
      expect(await sniffFile(file)).to.equal(kind);
      expect(file.size).to.be.below(encodeWav(tone(SECONDS)).size);
      check(await decode(file), 2);
      const { seconds, hertz } = await asFFmpegHears(file);
      expect(seconds).to.be.within(SECONDS - 0.005, SECONDS + 0.09);
      expect(hertz).to.be.closeTo(HERTZ, 4);
    });

  it('writes sounds of other rates, and of one channel', async () => {
    for (const sampleRate of [8000, 16000, 44100]) {
      const audio = putAudio({ value: tone(SECONDS, { hertz: HERTZ, sampleRate }) });
      for (const type of ['audio/webm', 'audio/ogg']) check(await decode((await audio.toBlob(type))!), 1);
    }
  });

  it('writes files of one kind as another, and gives those of the kind as they are', async () => {
    const audio = putAudio({ value: tone(SECONDS, { hertz: HERTZ }) });
    const webm = (await audio.toBlob('audio/webm; codecs=opus'))!;
    expect(webm.type).to.equal('audio/webm');
    audio.value = webm;
    expect(await audio.toBlob()).to.equal(webm);
    expect(await audio.toBlob('audio/webm')).to.equal(webm);
    const ogg = (await audio.toBlob('audio/ogg'))!;
    expect(await sniffFile(ogg)).to.equal('ogg');
    check(await decode(ogg), 1);
    // What the bytes are counts more than what a file is said to be.
    audio.value = new Blob([ogg], { type: 'audio/webm' });
    expect(await sniffFile((await audio.toBlob('audio/webm'))!)).to.equal('webm');
    audio.value = new Blob([ogg]);
    const named = (await audio.toBlob('audio/ogg'))!;
    expect(named).to.include({ type: 'audio/ogg', size: ogg.size });
    audio.value = new Blob([encodeWav(tone(0.1))], { type: 'audio/x-wav' });
    expect(await audio.toBlob('audio/wav')).to.equal(audio.value);
  });

  it('writes what is no file yet as its format says: samples, recordings, streams; for a handler, too', async () => {
    const sound = tone(SECONDS, { hertz: HERTZ });
    const audio = putAudio({ format: 'webm', type: 'blob', value: sound });
    const given = async () => ((await audio.toHandler()) as { value: Blob }).value;
    for (const value of [sound, recordedFile(sound)]) {
      audio.value = value;
      for (const file of [(await audio.toBlob())!, await given()]) {
        expect(file.type).to.equal('audio/webm');
        check(await decode(file), 1);
      }
      expect((await audio.toBlob('audio/wav'))!.type).to.equal('audio/wav');
    }
    audio.value = encodeWav(sound);
    expect(await audio.toBlob(), 'a file is left as it is').to.equal(audio.value);
    const output = putAudio({ format: 'mp4', streaming: true });
    const over = new AbortController();
    for (const chunk of [0, 1])
      output.fromHandler(tone(SECONDS / 2, { hertz: HERTZ, from: (chunk * 48000) / 2 }), over.signal);
    over.abort();
    const file = (await output.toBlob())!;
    expect(file.type).to.equal('audio/mp4');
    check(await decode(file), 1);
  });

  it('saves that file with Download', async () => {
    const audio = putAudio({ format: 'ogg', value: tone(0.2), interactive: false });
    await audio.updateComplete;
    const player = audio.shadowRoot!.querySelector('riv-audio-player')!;
    await player.updateComplete;
    const saved = new Promise<HTMLAnchorElement>((resolve) => {
      HTMLAnchorElement.prototype.click = function () {
        resolve(this);
      };
    });
    try {
      await player.download();
      const link = await saved;
      expect(link.download).to.equal('audio.ogg');
      expect(await sniffFile(await (await fetch(link.href)).blob())).to.equal('ogg');
    } finally {
      Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
    }
  });

  it('says which types there are', async () => {
    const audio = putAudio({ value: tone(0.1) });
    const error = await audio.toBlob('audio/amr').catch((thrown: unknown) => thrown as Error);
    expect(error).to.include({ name: 'MediaError', type: 'audio/amr' });
    expect((error as Error).message).to.match(/audio\/mpeg, audio\/mp4, .*; not as audio\/amr$/);
    expect(lengthOf(await decode((await audio.toBlob())!))).to.equal(4800);
  });
});
