import { expect } from '@esm-bundle/chai';
import { measure } from '../../../src/media/video/measure.ts';
import { VideoStream } from '../../../src/media/video/video-stream.ts';
import { work } from '../../../src/media/video-worker/service.ts';
import { once, until } from '../../helpers/wait.ts';
import { clip, colourOf, look } from '../../helpers/media/video.ts';
import { withoutDurations } from '../../helpers/media/webm.ts';

const open: VideoStream[] = [];

function stream(options: { autoplay?: boolean } = {}): VideoStream {
  const made = new VideoStream(options);
  made.video.muted = true;
  document.body.append(made.video);
  open.push(made);
  return made;
}

afterEach(() => {
  for (const each of open.splice(0)) {
    each.close();
    each.video.remove();
  }
});

const colours = ['red', 'lime', 'blue'];

/** Plays a stream to its end; gives the times of its pictures, and which colours came in which order. */
async function watch(film: VideoStream): Promise<{ times: number[]; seen: string[] }> {
  const times: number[] = [];
  const seen: string[] = [];
  const step = (_: number, { mediaTime }: VideoFrameCallbackMetadata) => {
    times.push(mediaTime);
    const colour = colourOf(film.video);
    if (colour !== seen.at(-1)) seen.push(colour);
    film.video.requestVideoFrameCallback(step);
  };
  film.video.requestVideoFrameCallback(step);
  await once(film, 'end');
  return { times, seen };
}

describe('a stream of videos', () => {
  for (const kind of ['mp4', 'mpegts', 'webm'])
    it(`[C118] [C120] plays ${kind} chunks from the first one on, as one video without a hole`, async () => {
      const film = stream({ autoplay: true });
      await film.append(clip(`red.${kind}`));
      await once(film, 'play');
      expect(film.growing).to.equal(true);
      const watched = watch(film);
      for (const colour of colours.slice(1)) await film.append(clip(`${colour}.${kind}`));
      await film.finish();
      const { seen } = await watched;
      expect(seen).to.deep.equal(colours);
      const { buffered } = film.video;
      expect(buffered.length, 'one range').to.equal(1);
      expect(film.duration).to.be.closeTo(3, kind === 'webm' ? 0.01 : 0.0001);
      // The pictures of the whole file are as far from each other at the joins as elsewhere.
      const file = (await film.toBlob())!;
      expect(file.type).to.equal(kind === 'webm' ? 'video/webm' : 'video/mp4');
      const whole = await look(file);
      expect(whole.duration).to.be.closeTo(film.duration, 0.03);
      expect(whole.colours).to.deep.equal(colours);
    });

  it('gives the last picture of a WebM chunk its time, also where the file does not say it', async () => {
    const film = stream();
    for (const colour of colours) await film.append(clip(`${colour}.webm`).then(withoutDurations));
    expect(film.duration).to.be.closeTo(3, 0.01);
    await film.finish();
    const whole = await look((await film.toBlob())!);
    expect(whole.duration).to.be.closeTo(3, 0.02);
    expect(whole.colours).to.deep.equal(colours);
  });

  it('plays a WebM chunk that is cut off up to the cut, and names one without a whole picture', async () => {
    const film = stream({ autoplay: true });
    const said: string[] = [];
    film.addEventListener('error', (event) => {
      const { name, message } = (event as CustomEvent<Error>).detail;
      said.push(`${name}: ${message}`);
    });
    const red = await clip('red.webm');
    // As ffprobe says, 13 pictures of 1 / 30 s each end before byte 3000, and the first one at 814.
    await film.append(red.slice(0, 3000));
    expect(film.duration).to.be.closeTo(13 / 30, 0.002);
    await film.append(red.slice(0, 800));
    expect(said).to.deep.equal([
      'MediaError: Chunk 2 of the video cannot be read: it is cut off: no picture in it is whole',
    ]);
    await film.append(clip('lime.webm'));
    await film.finish();
    expect((await watch(film)).seen).to.deep.equal(['red', 'lime']);
    expect(film.duration).to.be.closeTo(13 / 30 + 1, 0.01);
    const whole = await look((await film.toBlob())!);
    expect(whole.duration).to.be.closeTo(film.duration, 0.03);
    expect(whole.colours[0]).to.equal('lime');
  });

  it('says in its own words that a transport stream is damaged, and plays on with the next chunk', async () => {
    const film = stream();
    const said: string[] = [];
    film.addEventListener('error', (event) => {
      const { name, message } = (event as CustomEvent<Error>).detail;
      said.push(`${name}: ${message}`);
    });
    const bytes = new Uint8Array(await (await clip('red.mpegts')).arrayBuffer());
    await film.append(new Blob([bytes.slice(0, 1000), new Uint8Array(9000)], { type: 'video/mp2t' }));
    await film.append(clip('lime.mpegts'));
    expect(said).to.deep.equal(['MediaError: Chunk 1 of the video cannot be read: it is damaged or cut off']);
    expect(film.duration).to.be.closeTo(1, 0.01);
  });

  it('keeps in the buffer what is near, and brings the rest when it is sought', async () => {
    const film = stream();
    const chunks = await Promise.all(colours.map((colour) => clip(`${colour}.mp4`)));
    for (let at = 0; at < 75; at++) await film.append(chunks[at % 3]!);
    await film.finish();
    const { buffered } = film.video;
    expect(film.duration).to.be.closeTo(75, 0.001);
    await until(() => film.video.buffered.length > 0 && film.video.buffered.end(0) > 59);
    expect(buffered.end(0), 'seconds ahead').to.be.below(63);
    for (const [time, colour] of [
      [72.5, 'red'],
      [0.5, 'red'],
      [40.5, 'lime'],
    ] as const) {
      film.seek(time);
      await until(() => !film.video.seeking && colourOf(film.video) === colour, `${colour} at ${time}`);
      expect(film.currentTime).to.be.closeTo(time, 0.05);
    }
    film.seek(74.5);
    film.play();
    await once(film, 'end');
  });

  it('lets sound be heard that comes after silent chunks, without going back', async () => {
    const film = stream({ autoplay: true });
    await film.append(clip('silent.mp4'));
    await film.append(clip('silent.mp4'));
    await until(() => film.currentTime > 0.3, 'the first chunk');
    const before = film.currentTime;
    await film.append(clip('red.mp4'));
    expect(film.currentTime).to.be.at.least(before);
    await film.append(clip('silent.mp4'));
    await film.append(clip('lime.webm'));
    await film.finish();
    await once(film, 'end');
    expect(film.duration).to.be.closeTo(5, 0.01);
    const file = (await film.toBlob())!;
    expect((await measure(file)).sound).to.equal(true);
    expect((await look(file)).colours).to.deep.equal(['yellow', 'yellow', 'red', 'yellow', 'lime']);
  });

  it('gives a silent WebM chunk the sound of what came before', async () => {
    const film = stream({ autoplay: true });
    const errors: Event[] = [];
    film.addEventListener('error', (event) => errors.push(event));
    await film.append(clip('red.mp4'));
    await film.append(work('convert', [await clip('lime.webm'), { sound: false }]));
    await film.finish();
    await once(film, 'end');
    expect(errors).to.deep.equal([]);
    expect(film.duration).to.be.closeTo(2, 0.05);
  });

  it('plays a chunk clip by clip that is too much for the buffer', async () => {
    const { appendBuffer } = SourceBuffer.prototype;
    SourceBuffer.prototype.appendBuffer = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      const film = stream({ autoplay: true });
      await film.append(clip('red.mp4'));
      await film.finish();
      await once(film, 'end');
      expect(colourOf(film.video)).to.equal('red');
    } finally {
      SourceBuffer.prototype.appendBuffer = appendBuffer;
    }
  });
});
