import { expect } from '@esm-bundle/chai';
import { openInputs } from '../../src/runner/inputs.ts';
import type { ImageType } from '../../src/shared/protocol.ts';

/** Four by two: the left half red, the right half blue. */
function picture(): OffscreenCanvas {
  const canvas = new OffscreenCanvas(4, 2);
  const context = canvas.getContext('2d')!;
  context.fillStyle = 'rgb(255 0 0)';
  context.fillRect(0, 0, 2, 2);
  context.fillStyle = 'rgb(0 0 255)';
  context.fillRect(2, 0, 2, 2);
  return canvas;
}

const sources = {
  frame: async () => new VideoFrame(picture(), { timestamp: 0 }),
  bitmap: async () => picture().transferToImageBitmap(),
  blob: async () => picture().convertToBlob({ type: 'image/png' }),
  data: async () => picture().getContext('2d')!.getImageData(0, 0, 4, 2),
};

async function opened(source: keyof typeof sources, type: ImageType, mirror: boolean) {
  const { args, closing } = await openInputs(
    [{ kind: 'image', type, source: await sources[source](), mirror }],
    new Map(),
  );
  return { given: args[0], closing };
}

/** Red and blue of the leftmost and the rightmost pixel. */
async function ends(given: unknown): Promise<number[]> {
  const bitmap =
    given instanceof ImageData || given instanceof Blob
      ? await createImageBitmap(given)
      : (given as ImageBitmap);
  const canvas = new OffscreenCanvas(4, 2);
  const context = canvas.getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, 4, 2);
  return [data[0]!, data[2]!, data[12]!, data[14]!].map((each) => Math.round(each / 255));
}

const CLASSES: Record<ImageType, () => unknown> = {
  data: () => ImageData,
  bitmap: () => ImageBitmap,
  frame: () => VideoFrame,
  blob: () => Blob,
  canvas: () => OffscreenCanvas,
};

describe('image inputs', () => {
  for (const source of Object.keys(sources) as (keyof typeof sources)[])
    for (const type of Object.keys(CLASSES) as ImageType[])
      it(`[C93] makes ${type} of a ${source}, mirrored and not`, async () => {
        for (const mirror of [false, true]) {
          const { given, closing } = await opened(source, type, mirror && source !== 'data');
          expect(given).to.be.instanceOf(CLASSES[type]() as { new (): object });
          expect(await ends(given)).to.deep.equal(mirror && source !== 'data' ? [0, 1, 1, 0] : [1, 0, 0, 1]);
          expect(closing.size).to.equal(type === 'bitmap' || type === 'frame' ? 1 : 0);
          for (const picture of closing) picture.close();
        }
      });

  it('closes the frame that it turned into pixels', async () => {
    const frame = await sources.frame();
    await openInputs([{ kind: 'image', type: 'data', source: frame, mirror: true }], new Map());
    expect(frame.codedWidth).to.equal(0);
  });

  it('gives each frame a buffer of its own', async () => {
    const first = (await opened('frame', 'data', true)).given as ImageData;
    const second = (await opened('frame', 'data', true)).given as ImageData;
    second.data.fill(7);
    expect(await ends(first)).to.deep.equal([0, 1, 1, 0]);
    expect(first.data.buffer).not.to.equal(second.data.buffer);
  });

  it('closes every frame when one of the inputs cannot be read', async () => {
    const [before, after] = [await sources.frame(), await sources.frame()];
    const bad = new Blob(['no picture'], { type: 'image/png' });
    await openInputs(
      [
        { kind: 'image', type: 'frame', source: before },
        { kind: 'image', type: 'data', source: bad },
        { kind: 'image', type: 'frame', source: after },
      ],
      new Map(),
    ).catch(() => null);
    expect([before.codedWidth, after.codedWidth]).to.deep.equal([0, 0]);
  });

  it('says what cannot be decoded', async () => {
    const source = new Blob(['no picture'], { type: 'image/png' });
    const error = await openInputs([{ kind: 'image', type: 'data', source }], new Map()).then(
      () => null,
      (e: Error) => e,
    );
    expect(error!.name).to.equal('MediaError');
    expect(error!.message).to.include('image/png');
  });
});
