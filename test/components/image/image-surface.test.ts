import { expect } from '@esm-bundle/chai';
import { RivImage } from '../../../src/components/image/image.ts';
import { pictureOf, pixelOf, plain } from '../../helpers/components/image.ts';
import { once, recordEvents, until } from '../../helpers/wait.ts';
import { place } from '../../helpers/page.ts';

const PAINTER = `
  let canvas, context;
  onmessage = ({ data }) => {
    if (data.canvas) return void (canvas = data.canvas);
    const { width, height, colour } = data;
    canvas.width = width; canvas.height = height;
    context ??= canvas.getContext('2d');
    context.fillStyle = colour;
    context.fillRect(0, 0, width, height);
    requestAnimationFrame(() => requestAnimationFrame(() => postMessage({ width, height })));
  };`;

/** A worker that paints a canvas in one colour when told to, and says when the page has it. */
function startPainter(
  canvas: OffscreenCanvas,
): (colour: string, width: number, height: number) => Promise<void> {
  const url = URL.createObjectURL(new Blob([PAINTER], { type: 'text/javascript' }));
  const worker = new Worker(url);
  workers.push(worker);
  worker.postMessage({ canvas }, [canvas]);
  return async (colour, width, height) => {
    const painted = once(worker, 'message');
    worker.postMessage({ colour, width, height });
    await painted;
  };
}

const workers: Worker[] = [];
afterEach(() => {
  for (const worker of workers.splice(0)) worker.terminate();
  document.body.querySelectorAll('riv-image').forEach((each) => each.remove());
});

const putImage = (): RivImage => place(new RivImage({ streaming: true, interactive: false }));

describe('an Image that a worker paints', () => {
  it('has no canvas to give unless it streams', () => {
    expect(new RivImage({ interactive: false }).openSurface()).to.equal(null);
  });

  // Other browsers than Chromium blank such a canvas when its worker ends: there results come as pixels.
  if (!('MediaStreamTrackProcessor' in globalThis)) {
    it('has none to give where it would not last', () => {
      expect(putImage().openSurface()).to.equal(null);
    });
    return;
  }

  it('shows what the worker painted, and reads it back when asked', async () => {
    const image = putImage();
    const fired = recordEvents(image, RivImage.events);
    const canvas = image.openSurface()!;
    const paint = startPainter(canvas);
    await image.updateComplete;
    expect(pictureOf(image)).to.equal(null);
    await paint('rgb(0 255 0)', 6, 5);
    const changed = once(image, 'change');
    expect(fired).to.deep.equal([]);
    await image.painted(canvas);
    const { detail } = await changed;
    const value = image.value as ImageData;
    expect([value.width, value.height, ...value.data.slice(0, 4)]).to.deep.equal([6, 5, 0, 255, 0, 255]);
    expect(image.value).to.equal(value);
    expect(detail.value).to.equal(value);
    await image.updateComplete;
    expect(pixelOf(image)).to.deep.equal([0, 255, 0, 255]);
    expect((await createImageBitmap((await image.toBlob())!)).width).to.equal(6);
    expect(await image.toHandler()).to.include({ kind: 'image', source: value });

    await paint('rgb(0 0 255)', 6, 5);
    await image.painted(canvas);
    expect([...(image.value as ImageData).data.slice(0, 4)]).to.deep.equal([0, 0, 255, 255]);
    expect(fired).to.deep.equal(['change', 'change']);
  });

  it('keeps the picture before until the new one can be seen', async () => {
    const image = putImage();
    image.fromHandler(plain(2, 2, [9, 9, 9, 255]));
    const canvas = image.openSurface()!;
    const paint = startPainter(canvas);
    await image.updateComplete;
    expect(pixelOf(image)).to.deep.equal([9, 9, 9, 255]);
    await paint('rgb(0 255 0)', 6, 5);
    expect(pixelOf(image)).to.deep.equal([9, 9, 9, 255]);
    await image.painted(canvas);
    await image.updateComplete;
    expect(pixelOf(image)).to.deep.equal([0, 255, 0, 255]);
  });

  it('goes back to its own canvas for an ordinary value, and to a new one for the next worker', async () => {
    const image = putImage();
    const canvas = image.openSurface()!;
    const paint = startPainter(canvas);
    await image.updateComplete;
    await paint('rgb(0 255 0)', 6, 5);
    await image.painted(canvas);
    image.fromHandler(plain(2, 2, [9, 9, 9, 255]));
    await image.updateComplete;
    expect(pixelOf(image)).to.deep.equal([9, 9, 9, 255]);
    expect((image.value as ImageData).width).to.equal(2);

    image.closeSurface(canvas);
    const other = image.openSurface()!;
    const again = startPainter(other);
    await image.updateComplete;
    await again('rgb(0 0 255)', 3, 3);
    await image.painted(other);
    await image.updateComplete;
    expect(pixelOf(image)).to.deep.equal([0, 0, 255, 255]);
    expect(image.shadowRoot!.querySelectorAll('.picture')).to.have.length(1);
    image.clear();
    expect(image.value).to.equal(null);
    await until(() => pictureOf(image) === null);
  });

  it('goes on showing the last picture when the worker is gone', async () => {
    const image = putImage();
    const canvas = image.openSurface()!;
    const paint = startPainter(canvas);
    await image.updateComplete;
    await paint('rgb(0 255 0)', 6, 5);
    await image.painted(canvas);
    await image.updateComplete;
    for (const worker of workers.splice(0)) worker.terminate();
    for (let frame = 0; frame < 20; frame++) await new Promise(requestAnimationFrame);
    expect(pixelOf(image)).to.deep.equal([0, 255, 0, 255]);
    expect((image.value as ImageData).data[1]).to.equal(255);
  });

  it('does not change by what arrives when no worker paints it any more', async () => {
    const image = putImage();
    const fired = recordEvents(image, RivImage.events);
    const canvas = image.openSurface()!;
    const paint = startPainter(canvas);
    await paint('rgb(0 255 0)', 6, 5);
    image.closeSurface(canvas);
    image.recordingEnded(false);
    await image.painted(canvas);
    expect([image.value, fired]).to.deep.equal([null, []]);
  });

  it('is silent about a picture that arrives when another value has taken its place', async () => {
    const image = putImage();
    const canvas = image.openSurface()!;
    const paint = startPainter(canvas);
    await image.updateComplete;
    await paint('rgb(0 255 0)', 6, 5);
    const arrived = image.painted(canvas);
    image.fromHandler(plain(2, 2, [9, 9, 9, 255]));
    const fired = recordEvents(image, RivImage.events);
    await arrived;
    await image.updateComplete;
    expect([pixelOf(image), fired]).to.deep.equal([[9, 9, 9, 255], []]);
  });

  it('shows what was painted last of two streams, and loses none', async () => {
    const image = putImage();
    const canvases = [image.openSurface()!, image.openSurface()!];
    const [first, second] = canvases.map(startPainter);
    await image.updateComplete;
    const shows = async (at: number, colour: string) => {
      await [first, second][at]!(colour, 4, 4);
      await image.painted(canvases[at]!);
      await image.updateComplete;
      expect(image.shadowRoot!.querySelectorAll('canvas.picture')).to.have.length(canvases.length);
      return pixelOf(image).slice(0, 3);
    };
    expect(await shows(0, 'rgb(255 0 0)')).to.deep.equal([255, 0, 0]);
    expect(await shows(1, 'rgb(0 255 0)')).to.deep.equal([0, 255, 0]);
    expect(await shows(0, 'rgb(0 0 255)')).to.deep.equal([0, 0, 255]);
    image.closeSurface(canvases[0]!);
    expect(await shows(1, 'rgb(9 9 9)')).to.deep.equal([9, 9, 9]);
    image.openSurface();
    await image.updateComplete;
    expect(image.shadowRoot!.querySelectorAll('canvas.picture')).to.have.length(2);
  });
});
