import { expect } from '@esm-bundle/chai';
import { RivImage } from '../../../src/components/image/image.ts';
import { withoutProcessor } from '../../helpers/media/camera.ts';
import { type FakeDevice, fakeCamera } from '../../../src/testing/index.ts';
import { pictureOf, pixelOf } from '../../helpers/components/image.ts';
import { button, press } from '../../helpers/press.ts';
import { until } from '../../helpers/wait.ts';
import { place } from '../../helpers/page.ts';
import { recordCamera, streamInto } from '../../helpers/stream.ts';

let camera: FakeDevice;
const restore: (() => void)[] = [];

beforeEach(() => {
  camera = fakeCamera({ width: 64, height: 48 });
});
afterEach(() => {
  document.body.querySelectorAll('riv-image').forEach((each) => each.remove());
  for (const undo of restore.splice(0)) undo();
  camera.restore();
});

const putImage = (options: ConstructorParameters<typeof RivImage>[0]): RivImage =>
  place(new RivImage(options));

async function stop(image: RivImage): Promise<void> {
  await press(image, 'Stop');
  await until(() => image.streamState === 'closed');
}

/** Waits until the left edge of what an Image shows is blue (mirrored) or red (not). */
const shows = (image: RivImage, colour: 'red' | 'blue') =>
  until(
    () => pictureOf(image) && pixelOf(image, 4, 20)[colour === 'red' ? 0 : 2]! > 200,
    `a ${colour} left edge`,
  );

describe('a camera that streams into a handler and back', () => {
  for (const way of ['with a track processor', 'without'])
    for (const mirror of [true, false])
      it(`shows the frames ${mirror ? 'mirrored' : 'as they are'}, ${way} [C93]`, async () => {
        if (way === 'without') restore.push(withoutProcessor());
        const input = putImage({ sources: ['webcam'], mirror });
        const output = putImage({ streaming: true });
        restore.push(
          streamInto(input, {
            fn: (frame: ImageData) => frame,
            outputs: output,
            streamEvery: 0.05,
          }),
        );
        await recordCamera(input);
        await shows(output, mirror ? 'blue' : 'red');
        expect(input.streamState).to.equal('open');
        expect((input.value as ImageData).width).to.equal(64);
        await until(() => input.streamStats.delivered > 3);
        await stop(input);
        expect(input.value).to.equal(null);
        expect(camera.tracks.every((track) => track.readyState === 'ended')).to.equal(true);
        await shows(output, mirror ? 'blue' : 'red');
      });

  it('shows each picture before the next handler is called, however long that one blocks', async () => {
    const input = putImage({ sources: ['webcam'] });
    const output = putImage({ streaming: true });
    restore.push(
      streamInto(input, {
        fn: () => {
          const end = Date.now() + 500;
          while (Date.now() < end);
          const seen = globalThis as unknown as { pictures?: number };
          seen.pictures = (seen.pictures ?? 0) + 1;
          const image = new ImageData(320, 240);
          const time = Date.now() & 0xffff;
          new Uint32Array(image.data.buffer).fill(0xff000000 + time * 256 + seen.pictures);
          return image;
        },
        outputs: output,
        streamEvery: 0,
      }),
    );
    const pictures: number[] = [];
    const late: number[] = [];
    output.addEventListener('change', () => {
      const [picture = 0, low = 0, high = 0] = (output.value as ImageData).data;
      pictures.push(picture);
      late.push((Date.now() - low - high * 256) & 0xffff);
    });
    await recordCamera(input);
    await until(() => pictures.length >= 8);
    expect(pictures.slice(0, 8)).to.deep.equal(Array.from({ length: 8 }, (_, at) => at + 1));
    expect(Math.max(...late)).to.be.below(400);
  });

  it('[C83] shows results in the camera itself, and nothing after Stop', async () => {
    const image = putImage({ streaming: true });
    restore.push(
      streamInto(image, {
        fn: (frame: ImageData) => {
          for (let at = 0; at < frame.data.length; at += 4) frame.data[at + 1] = 255;
          return frame;
        },
        outputs: image,
        streamEvery: 0.05,
      }),
    );
    await recordCamera(image);
    await until(() => pictureOf(image) && pixelOf(image, 4, 20)[1] === 255);
    expect((image.value as ImageData).data[1]).to.be.above(250);
    await stop(image);
    await image.updateComplete;
    expect(pictureOf(image)).to.equal(null);
    expect(button(image, 'Click to Access Webcam')).to.not.equal(null);
  });

  it('[C100] ends with words when the handler throws, and records again', async () => {
    const image = putImage({ sources: ['webcam'] });
    restore.push(
      streamInto(image, {
        fn: () => {
          throw new Error('boom');
        },
        streamEvery: 0.05,
      }),
    );
    await recordCamera(image);
    await until(() => image.message.includes('handler failed'));
    expect(image.streamState).to.equal('closed');
    await recordCamera(image);
    await until(() => image.message.includes('handler failed') && image.streamState === 'closed');
  });
});
