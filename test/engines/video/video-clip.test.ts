import { expect } from '@esm-bundle/chai';
import { BlobSource, EncodedPacketSink, Input, MP4, WEBM } from 'mediabunny';
import type { Clip, ClipImage, ClipOptions } from '../../../src/runner/tools/video-types.ts';
import { type Watched, watchCodecs } from '../../helpers/media/codecs.ts';
import { each, engine, failure, film, quarters, slack } from '../../helpers/media/frames.ts';
import { plain, plainFile } from '../../helpers/components/image.ts';

/** Red, green, blue and grey quarters. */
function coloured(width: number, height: number, grey = 120): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d')!;
  for (const [at, colour] of ['#dc1414', '#14c814', '#1414dc', `rgb(${grey},${grey},${grey})`].entries()) {
    context.fillStyle = colour;
    context.fillRect((at % 2) * (width / 2), Math.floor(at / 2) * (height / 2), width, height);
  }
  return canvas;
}

async function clipOf(images: ClipImage[], options: ClipOptions): Promise<Blob> {
  const clip = engine().clip(options);
  for (const image of images) await clip.add(image);
  return clip.end();
}

/** A clip's packets, in the order in which they are shown, and what else there is in the file. */
async function contents(blob: Blob) {
  const input = new Input({ source: new BlobSource(blob), formats: [MP4, WEBM] });
  const track = (await input.getPrimaryVideoTrack())!;
  const packets = [];
  for await (const { type, timestamp, duration } of new EncodedPacketSink(track).packets(
    undefined,
    undefined,
    {
      verifyKeyPackets: true,
    },
  ))
    packets.push({ type, timestamp, duration });
  packets.sort((a, b) => a.timestamp - b.timestamp);
  return {
    packets,
    mime: (await input.getFormat()).mimeType,
    codec: await track.getCodec(),
    duration: await input.computeDuration(),
    size: [await track.getDisplayWidth(), await track.getDisplayHeight()],
    sound: await input.getPrimaryAudioTrack(),
  };
}

describe('ctx.clip', () => {
  for (const fps of [25, 30, 30000 / 1001, 12.5, 1, 60])
    it(`is exactly as long as its pictures, from 0 on, at ${fps.toFixed(2)} frames per second`, async () => {
      const images = Array.from({ length: 70 }, (_, at) => coloured(64, 48, 20 + at * 3));
      const blob = await clipOf(images, { fps });
      expect(blob.type).to.equal('video/mp4');
      const { packets, duration, mime, codec, size, sound } = await contents(blob);
      expect([mime, codec, size, sound]).to.deep.equal(['video/mp4', 'avc', [64, 48], null]);
      expect(packets).to.have.length(70);
      expect(packets[0]!.type).to.equal('key');
      for (const [at, packet] of packets.entries()) {
        expect(packet.timestamp).to.be.closeTo(at / fps, 1e-6);
        expect(packet.duration).to.be.closeTo(1 / fps, 1e-6);
      }
      expect(duration).to.be.closeTo(70 / fps, 1e-6);
    });

  it('keeps colours, pictures and their order', async () => {
    const images = Array.from({ length: 24 }, (_, at) => coloured(64, 48, 20 + at * 8));
    const seen = await each(engine().frames(await clipOf(images, { fps: 12 })), quarters);
    expect(seen).to.have.length(24);
    for (const [at, [red, green, blue, grey]] of seen.entries()) {
      const expected = [[220, 20, 20], [20, 200, 20], [20, 20, 220], Array(3).fill(20 + at * 8)];
      for (const [index, colour] of [red, green, blue, grey].entries())
        for (const [channel, value] of expected[index]!.entries())
          expect(colour![channel], `picture ${at}, quarter ${index}`).to.be.closeTo(value, 8 + slack);
    }
  });

  it('shows in a <video> what was added', async () => {
    const video = document.createElement('video');
    video.muted = true;
    video.src = URL.createObjectURL(await clipOf(Array(25).fill(coloured(64, 48)), { fps: 25 }));
    await video.play();
    video.pause();
    expect([video.videoWidth, video.videoHeight, video.duration]).to.deep.equal([64, 48, 1]);
    const shown = new VideoFrame(video);
    const seen = quarters(shown);
    shown.close();
    for (const [index, colour] of [
      [220, 20, 20],
      [20, 200, 20],
      [20, 20, 220],
      [120, 120, 120],
    ].entries())
      for (const [channel, value] of colour.entries())
        expect(seen[index]![channel], `quarter ${index}`).to.be.closeTo(value, 8 + slack);
    URL.revokeObjectURL(video.src);
  });

  it('takes every kind of picture, and leaves it to its owner', async () => {
    const bitmap = await createImageBitmap(plain(32, 32, [0, 200, 0, 255]));
    const frame = new VideoFrame(coloured(32, 32), { timestamp: 77_000 });
    const images: ClipImage[] = [
      plain(32, 32, [200, 0, 0, 255]),
      bitmap,
      frame,
      coloured(32, 32),
      await plainFile(32, 32, 'blue.png', [0, 0, 200, 255]),
      { data: new Uint8Array(32 * 32).fill(100), width: 32, height: 32 },
      { data: new Float32Array(32 * 32 * 3).fill(0.5), width: 32, height: 32 },
    ];
    const seen = await each(engine().frames(await clipOf(images, { fps: 10 })), (each) => quarters(each)[0]!);
    const expected = [
      [200, 0, 0],
      [0, 200, 0],
      [220, 20, 20],
      [220, 20, 20],
      [0, 0, 200],
      [100, 100, 100],
      [128, 128, 128],
    ];
    expect(seen).to.have.length(expected.length);
    for (const [at, colour] of expected.entries())
      for (const [channel, value] of colour.entries())
        expect(seen[at]![channel], `picture ${at}`).to.be.closeTo(value, 10 + slack);
    expect([bitmap.width, frame.displayWidth]).to.deep.equal([32, 32]);
    bitmap.close();
    frame.close();
  });

  it('shows what is transparent on black, however it comes', async () => {
    const clear = plain(32, 32, [255, 255, 255, 0]);
    const bitmap = await createImageBitmap(clear);
    const white = plain(32, 32, [255, 255, 255, 255]);
    const seen = await each(
      engine().frames(await clipOf([white, clear, white, bitmap, new OffscreenCanvas(32, 32)], { fps: 10 })),
      (frame) => Math.round(quarters(frame)[0]![0]! / 32),
    );
    bitmap.close();
    expect(seen).to.deep.equal([8, 0, 8, 0, 0]);
  });

  it('gives an odd size one more pixel, like the last one', async () => {
    const blob = await clipOf(Array(3).fill(coloured(33, 31)), { fps: 10 });
    expect((await contents(blob)).size).to.deep.equal([34, 32]);
    const [corner] = await each(engine().frames(blob), (frame) => {
      const context = new OffscreenCanvas(34, 32).getContext('2d')!;
      context.drawImage(frame, 0, 0);
      return [
        [33, 2],
        [2, 31],
        [33, 31],
      ].map(([x, y]) => [...context.getImageData(x!, y!, 1, 1).data]);
    });
    expect(corner![0]![1], 'green at the right edge').to.be.closeTo(200, 16 + slack);
    expect(corner![1]![2], 'blue at the lower edge').to.be.closeTo(220, 16 + slack);
    expect(corner![2]![0], 'grey in the corner').to.be.closeTo(120, 16);
  });

  it('makes WebM when asked', async () => {
    const blob = await clipOf(Array(30).fill(coloured(64, 48)), { fps: 25, type: 'video/webm' });
    const { mime, codec, packets, duration } = await contents(blob);
    expect([blob.type, mime, codec]).to.deep.equal(['video/webm', 'video/webm', 'vp9']);
    expect([packets.length, packets[0]!.type, packets[0]!.timestamp]).to.deep.equal([30, 'key', 0]);
    expect(duration).to.be.closeTo(30 / 25, 0.0005); // the container counts in milliseconds
  });

  it('makes what the browser can encode, and says truly what it is', async () => {
    const { isConfigSupported } = VideoEncoder;
    const without = (prefix: RegExp) => {
      VideoEncoder.isConfigSupported = async (config) =>
        prefix.test(config.codec)
          ? { supported: false, config }
          : isConfigSupported.call(VideoEncoder, config);
    };
    try {
      // Another size than elsewhere: the library remembers what it has asked.
      without(/^avc/);
      const vp9 = await clipOf([coloured(80, 60)], { fps: 25 });
      expect([vp9.type, (await contents(vp9)).codec]).to.deep.equal(['video/mp4', 'vp9']);
      without(/^(avc|vp09)/);
      const vp8 = await clipOf([coloured(82, 60)], { fps: 25 });
      expect([vp8.type, (await contents(vp8)).codec]).to.deep.equal(['video/webm', 'vp8']);
      without(/./);
      const error = await failure(clipOf([coloured(84, 60)], { fps: 25 }));
      expect(error.name).to.equal('MediaError');
      expect(error.message).to.match(/cannot encode a clip of 84×60 pixels \(tried avc, vp9, vp8\)/);
    } finally {
      VideoEncoder.isConfigSupported = isConfigSupported;
    }
  });

  it('keeps to a bitrate', async () => {
    const noise = Array.from({ length: 50 }, () => {
      const small = new ImageData(40, 30);
      crypto.getRandomValues(small.data);
      return createImageBitmap(small, { resizeWidth: 320, resizeHeight: 240 });
    });
    const bitmaps = await Promise.all(noise);
    const sizes = [];
    for (const bitrate of [300_000, 3_000_000])
      sizes.push((await clipOf(bitmaps, { fps: 25, bitrate })).size);
    for (const bitmap of bitmaps) bitmap.close();
    expect(sizes[1]! / sizes[0]!, sizes.join()).to.be.above(3);
  });
});

describe('ctx.clip, misused or stopped', () => {
  let watched: Watched;

  beforeEach(() => {
    watched = watchCodecs();
  });

  afterEach(() => watched.stop());

  const closed = () => watched.encoders.map(({ state }) => state);

  it('says which option does not fit', () => {
    for (const [options, words] of [
      [{}, /ctx\.clip\(\{ fps \}\) came with undefined, expected frames per second/],
      [undefined, /fps.*came with undefined/],
      [{ fps: 0 }, /fps.*came with 0/],
      [{ fps: '25' }, /fps.*came with "25"/],
      [{ fps: Infinity }, /fps.*came with Infinity/],
      [{ fps: 25, type: 'video/avi' }, /type.*came with "video\/avi", expected video\/mp4 or video\/webm/],
      [{ fps: 25, bitrate: -1 }, /bitrate.*came with -1/],
    ] as [ClipOptions, RegExp][])
      expect(() => engine().clip(options))
        .to.throw(words)
        .with.property('name', 'ValueError');
  });

  it('refuses what is no open picture, and goes on with the next', async () => {
    const clip = engine().clip({ fps: 10 });
    const frame = new VideoFrame(coloured(32, 32), { timestamp: 0 });
    frame.close();
    const bitmap = await createImageBitmap(plain(4, 4));
    bitmap.close();
    for (const [image, words] of [
      [frame, /came with a closed VideoFrame.*when the next is asked for/],
      [bitmap, /came with a closed ImageBitmap/],
      ['a.png', /came with "a\.png", expected ImageData/],
      [null, /came with null/],
      [{ data: new Uint8Array(5), width: 2, height: 2 }, /5 numbers for 2×2 pixels/],
    ] as [ClipImage, RegExp][]) {
      const error = await failure(clip.add(image));
      expect(error.name).to.equal('ValueError');
      expect(error.message).to.match(words);
    }
    expect((await failure(clip.add(new Blob(['text'])))).name).to.equal('MediaError');
    await clip.add(plain(32, 32));
    const error = await failure(clip.add(plain(30, 32)));
    expect(error.message).to.match(/clip of 32×32 pixels.*came with one of 30×32/);
    await clip.add(plain(32, 32));
    expect((await contents(await clip.end())).packets).to.have.length(2);
    expect(closed()).to.deep.equal(['closed']);
    expect(watched.open()).to.equal(0);
  });

  it('says that it has no pictures, or has ended', async () => {
    const clip = engine().clip({ fps: 10 });
    expect((await failure(clip.end())).message).to.match(/no pictures/);
    await clip.add(plain(32, 32));
    await clip.end();
    expect((await failure(clip.add(plain(32, 32)))).message).to.match(/has ended/);
    expect((await failure(clip.end())).message).to.match(/has ended/);
  });

  it('keeps the order of pictures that nobody waited for', async () => {
    const clip = engine().clip({ fps: 10 });
    const all = [20, 60, 100, 140].map((grey) => clip.add(plain(32, 32, [grey, grey, grey, 255])));
    const blob = await clip.end();
    await Promise.all(all);
    const greys = await each(engine().frames(blob), (frame) => Math.round(quarters(frame)[0]![0]! / 20));
    expect(greys).to.deep.equal([1, 3, 5, 7]);
  });

  it('closes its encoder when the run is stopped: before, while and after a picture is added', async () => {
    const signalled = async (work: (clip: Clip, stop: AbortController) => Promise<unknown>) => {
      const stop = new AbortController();
      const error = await failure(work(engine(stop.signal).clip({ fps: 10 }), stop));
      expect(error).to.equal(stop.signal.reason);
    };
    await signalled((clip, stop) => {
      stop.abort();
      return clip.add(plain(32, 32));
    });
    await signalled((clip, stop) => {
      const added = clip.add(plain(320, 240));
      stop.abort();
      return added;
    });
    await signalled(async (clip, stop) => {
      await clip.add(plain(32, 32));
      const added = clip.add(plain(32, 32));
      await Promise.resolve();
      stop.abort();
      return added;
    });
    await signalled(async (clip, stop) => {
      await clip.add(plain(32, 32));
      stop.abort();
      return clip.end();
    });
    while (closed().some((state) => state !== 'closed')) await new Promise(requestAnimationFrame);
    expect(watched.encoders.length).to.be.within(2, 3);
  });

  it('makes clips of a film that follow each other without a gap', async () => {
    const clips: Blob[] = [];
    const { clip: make, frames } = engine();
    let clip: Clip | null = null;
    let count = 0;
    for await (const frame of frames(await film('plain.mp4'))) {
      clip ??= make({ fps: 12 });
      await clip.add(frame);
      if (++count % 9 === 0) {
        clips.push(await clip.end());
        clip = null;
      }
    }
    if (clip) clips.push(await clip.end());
    const all = await Promise.all(clips.map(contents));
    expect(all.map(({ packets }) => packets.length)).to.deep.equal([9, 9, 6]);
    for (const { packets, duration } of all) {
      expect(packets[0]).to.deep.include({ type: 'key', timestamp: 0 });
      expect(duration).to.be.closeTo(packets.length / 12, 1e-9);
    }
    expect(closed()).to.deep.equal(['closed', 'closed', 'closed']);
  });
});
