import { expect } from '@esm-bundle/chai';
import '../../src/index.ts';
import { encodeWav } from '../../src/shared/values/wav-file.ts';
import { decode } from '../../src/media/sound/decode.ts';
import { clearPage } from '../helpers/page.ts';
import { appOf, describeWith, serverURL } from './server.ts';

const url = await serverURL();

async function call(api: string, inputs: unknown, outputs: unknown, value: unknown): Promise<unknown> {
  const app = await appOf(url!, api, { inputs, outputs });
  return (await app.predict('call', [value]))[0];
}

async function pixelsOf(picture: Blob): Promise<number[]> {
  const bitmap = await createImageBitmap(picture);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  return [...context.getImageData(0, 0, bitmap.width, bitmap.height).data];
}

/** Red, and large enough for codecs that halve the colours. */
const red = new ImageData(
  Uint8ClampedArray.from({ length: 16 * 16 * 4 }, (_, at) => [255, 0, 0, 255][at % 4]!),
  16,
  16,
);

describeWith(url, 'media for a Gradio server', () => {
  afterEach(clearPage);

  for (const type of ['data', 'blob', 'bitmap'])
    it(`sends the picture of an Image of type "${type}", and shows what comes back`, async () => {
      const result = await call('/invert', { name: 'image', type }, 'image', red);
      expect(result).to.be.instanceOf(Blob);
      const pixels = await pixelsOf(result as Blob);
      for (const [at, wanted] of [0, 255, 255, 255].entries())
        expect(pixels[at]).to.be.closeTo(wanted, 40, `value ${at}`); // a server's default is WebP, with losses
    });

  it('sends samples as a WAV file, and gives a file that can be played', async () => {
    const samples = {
      sampleRate: 8000,
      channels: [Float32Array.from({ length: 800 }, (_, at) => Math.sin(at / 5) / 4)],
    };
    const result = (await call('/louder', 'audio', 'audio', samples)) as Blob;
    const { channels, sampleRate } = await decode(result);
    expect(sampleRate).to.equal(8000);
    expect(Math.max(...channels[0]!)).to.be.closeTo(0.5, 0.01);
  });

  it('sends a file as it is', async () => {
    const wav = encodeWav({ sampleRate: 8000, channels: [new Float32Array(8000).fill(0.25)] });
    const result = (await call('/louder', { name: 'audio', type: 'blob' }, 'audio', wav)) as Blob;
    expect(Math.max(...(await decode(result)).channels[0]!)).to.be.closeTo(0.5, 0.01);
  });

  it('gives the masks of an AnnotatedImage with their labels', async () => {
    const picture = new ImageData(new Uint8ClampedArray(4 * 4 * 4).fill(255), 4, 4);
    const value = await call('/mark', 'image', 'annotatedimage', picture);
    const [image, parts] = value as [Blob, [{ data: Float32Array; width: number; height: number }, string][]];
    expect(await pixelsOf(image)).to.have.length(64);
    expect(parts.map(([, label]) => label)).to.deep.equal(['top', 'corner']);
    const [mask] = parts[0]!;
    expect([mask.width, mask.height]).to.deep.equal([4, 4]);
    expect([...mask.data.slice(0, 5)].map((each) => each > 0)).to.deep.equal([true, true, true, true, false]);
  });
});
