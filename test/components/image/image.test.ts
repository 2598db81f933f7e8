import { expect } from '@esm-bundle/chai';
import { RivImage } from '../../../src/components/image/image.ts';
import { REMOVED } from '../../../src/shared/port.ts';
import { pictureOf, pixelOf, plain, plainFile } from '../../helpers/components/image.ts';
import { once, recordEvents, until } from '../../helpers/wait.ts';
import { place } from '../../helpers/page.ts';

const putImage = (options: ConstructorParameters<typeof RivImage>[0] = {}): RivImage =>
  place(new RivImage(options));

afterEach(() => {
  document.body.querySelectorAll('riv-image').forEach((each) => each.remove());
});

describe('what a handler gives to an Image', () => {
  const kinds: Record<string, () => unknown> = {
    ImageData: () => plain(4, 3),
    'RGB in a plain array': () => ({
      data: Array.from({ length: 36 }, (_, at) => (at % 3 ? 0.01 : 1)),
      width: 4,
      height: 3,
    }),
    'RGB bytes': () => ({ data: new Uint8Array(36).map((_, at) => (at % 3 ? 0 : 255)), width: 4, height: 3 }),
    'floats [C115]': () => ({
      data: new Float32Array(36).map((_, at) => (at % 3 ? 0 : 1)),
      width: 4,
      height: 3,
    }),
    OffscreenCanvas: () => {
      const canvas = new OffscreenCanvas(4, 3);
      canvas.getContext('2d')!.putImageData(plain(4, 3), 0, 0);
      return canvas;
    },
    VideoFrame: () =>
      new VideoFrame(plain(4, 3).data, { format: 'RGBX', codedWidth: 4, codedHeight: 3, timestamp: 0 }),
  };
  for (const [kind, make] of Object.entries(kinds))
    it(`is painted: ${kind}`, async () => {
      const image = putImage({ interactive: false });
      const value = make();
      image.fromHandler(value);
      expect(image.value).to.equal(value);
      await image.updateComplete;
      expect(pictureOf(image)!.width).to.equal(4);
      expect(pixelOf(image)[0]).to.be.above(250);
      expect(pixelOf(image)[1]).to.be.below(6);
    });

  it('is painted: ImageBitmap, closed when another picture takes its place', async () => {
    const image = putImage({ interactive: false });
    const bitmap = await createImageBitmap(plain(4, 3));
    image.fromHandler(bitmap);
    await image.updateComplete;
    expect(pixelOf(image)).to.deep.equal([255, 0, 0, 255]);
    image.fromHandler(bitmap);
    expect(bitmap.width).to.equal(4);
    image.fromHandler(plain(2, 2));
    expect(bitmap.width).to.equal(0);
  });

  it('closes a frame when it leaves the page, and shows its picture when it is back', async () => {
    const image = putImage({ interactive: false });
    const frame = new VideoFrame(plain(4, 3).data, {
      format: 'RGBX',
      codedWidth: 4,
      codedHeight: 3,
      timestamp: 0,
    });
    image.fromHandler(frame);
    const removed = once(image, REMOVED);
    image.remove();
    await removed;
    expect(frame.format).to.equal(null);
    expect((await createImageBitmap((await image.toBlob())!)).width).to.equal(4);
    document.body.append(image);
    await image.updateComplete;
    expect(pixelOf(image)[0]).to.be.above(250);
    expect(pixelOf(image)[1]).to.be.below(6);
  });

  it('is painted: a file where the policy of the page forbids images from blobs', async () => {
    const { decode } = HTMLImageElement.prototype;
    HTMLImageElement.prototype.decode = () => Promise.reject(new DOMException('', 'EncodingError'));
    try {
      const image = putImage({ interactive: false });
      image.fromHandler(await plainFile(5, 4));
      await image.updateComplete;
      expect(pictureOf(image)!.width).to.equal(5);
      expect(pixelOf(image)).to.deep.equal([255, 0, 0, 255]);
      expect(image.message).to.equal('');
      expect((await image.toBlob('image/jpeg'))!.type).to.equal('image/jpeg');
      image.fromHandler(new Blob(['no picture'], { type: 'image/png' }));
      await image.updateComplete;
      expect(image.message).to.include('cannot be shown');
    } finally {
      HTMLImageElement.prototype.decode = decode;
    }
  });

  it('is shown as it is: a file, whose URL is revoked afterwards, and a URL', async () => {
    const image = putImage({ interactive: false });
    image.fromHandler(await plainFile(5, 4));
    await image.updateComplete;
    const first = await until(() => pictureOf(image) as HTMLImageElement | null);
    expect([first.naturalWidth, first.naturalHeight]).to.deep.equal([5, 4]);
    const canvas = document.createElement('canvas');
    const url = canvas.toDataURL();
    image.fromHandler(url);
    await until(() => (pictureOf(image) as HTMLImageElement).src === url);
    expect(image.value).to.equal(url);
    const gone = await fetch(first.src).catch(() => null);
    expect(gone).to.equal(null);
  });

  it('holds no URL of its file while it is in no page, and shows it again', async () => {
    const image = putImage();
    image.value = await plainFile(5, 4);
    await image.updateComplete;
    const { src } = pictureOf(image) as HTMLImageElement;
    const removed = once(image, REMOVED);
    image.remove();
    await removed;
    expect(await fetch(src).catch(() => null)).to.equal(null);
    document.body.append(image);
    await image.updateComplete;
    const again = pictureOf(image) as HTMLImageElement;
    expect([again.naturalWidth, pixelOf(image)[0]]).to.deep.equal([5, 255]);
    expect((await fetch(again.src)).ok).to.equal(true);
    document.body.append(image); // a move is no removal
    await image.updateComplete;
    expect(pictureOf(image)).to.equal(again);
  });

  it('[C37] fires change but not input', () => {
    const image = putImage();
    const fired = recordEvents(image, RivImage.events);
    image.fromHandler(plain(2, 2));
    expect(fired).to.deep.equal(['change']);
  });

  it('[C38] fires nothing for a value of the page', () => {
    const image = putImage({ value: plain(2, 2) });
    const fired = recordEvents(image, RivImage.events);
    image.value = plain(3, 3);
    expect(fired).to.deep.equal([]);
  });

  it('is refused when it is no picture', () => {
    const image = putImage({ label: 'Result' });
    expect(() => image.fromHandler(12)).to.throw(/Result \(riv-image\) got 12, expected ImageData/);
    expect(() => image.fromHandler({ data: new Uint8Array(7), width: 2, height: 2 })).to.throw(
      /7 numbers for 2×2/,
    );
  });

  it('paints the last of many values of one animation frame, once', async () => {
    const image = putImage({ interactive: false });
    image.fromHandler(plain(2, 2));
    await image.updateComplete;
    const canvas = pictureOf(image) as HTMLCanvasElement;
    let painted = 0;
    const context = canvas.getContext('2d')!;
    const put = context.putImageData.bind(context) as (data: ImageData, x: number, y: number) => void;
    context.putImageData = (data: ImageData, x: number, y: number) => {
      painted++;
      put(data, x, y);
    };
    for (let shade = 0; shade < 50; shade++) image.fromHandler(plain(2, 2, [shade, 0, 0, 255]));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    expect(painted).to.equal(1);
    expect(pictureOf(image)).to.equal(canvas);
    expect(pixelOf(image)).to.deep.equal([49, 0, 0, 255]);
  });

  it('moves nothing on the page when it arrives', async () => {
    const image = putImage({ interactive: false });
    await image.updateComplete;
    const before = image.getBoundingClientRect().height;
    image.fromHandler(plain(30, 200));
    await image.updateComplete;
    expect(image.getBoundingClientRect().height).to.equal(before);
  });
});

describe('the file of an Image', () => {
  it('is null when it is empty, a PNG of what is shown, or the original', async () => {
    const image = putImage();
    expect(await image.toBlob()).to.equal(null);
    image.fromHandler(plain(3, 2));
    const png = (await image.toBlob())!;
    expect(png.type).to.equal('image/png');
    expect((await createImageBitmap(png)).width).to.equal(3);
    const file = await plainFile(5, 4);
    image.value = file;
    expect(await image.toBlob()).to.equal(file);
    expect((await image.toBlob('image/jpeg'))!.type).to.equal('image/jpeg');
    expect((await image.toBlob('IMAGE/WebP'))!.type).to.equal('image/webp');
  });

  it('is refused for a type that cannot be written, and for a file that is no picture', async () => {
    const failure = async (value: unknown, type: string) => {
      const image = putImage();
      image.fromHandler(value);
      return image.toBlob(type).catch((error: unknown) => error);
    };
    for (const value of [plain(2, 2), await plainFile(2, 2)])
      expect(await failure(value, 'image/x-none')).to.include({
        name: 'MediaError',
        type: 'image/x-none',
        message: 'An image can be written as image/png or image/jpeg or image/webp, not as image/x-none',
      });
    const junk = new Blob(['no picture'], { type: 'image/png' });
    expect(await failure(junk, 'image/jpeg')).to.include({ name: 'MediaError', type: 'image/png' });
    expect(await failure(junk, 'image/png')).to.equal(junk);
  });

  it('is a PNG where the browser cannot write the usual format', async () => {
    const { toBlob } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.toBlob = function (done) {
      toBlob.call(this, done, 'image/png');
    };
    try {
      const image = putImage({ format: 'webp' });
      image.fromHandler(plain(2, 2));
      expect((await image.toBlob())!.type).to.equal('image/png');
      expect(await image.toBlob('image/webp').catch((error: Error) => error.message)).to.equal(
        'An image can be written as image/png or image/jpeg, not as image/webp',
      );
    } finally {
      HTMLCanvasElement.prototype.toBlob = toBlob;
    }
  });
});

describe('what an Image gives to a handler', () => {
  it('is null when it is empty', async () => {
    expect(await putImage().toHandler()).to.deep.equal({ kind: 'value', value: null });
  });

  it('is the file of the user, and a copy of what a handler owns', async () => {
    const image = putImage({ type: 'bitmap' });
    const file = await plainFile(5, 4);
    image.value = file;
    expect(await image.toHandler()).to.deep.equal({
      kind: 'image',
      type: 'bitmap',
      source: file,
      mirror: false,
    });
    const bitmap = await createImageBitmap(plain(4, 3));
    image.fromHandler(bitmap);
    const input = await image.toHandler();
    const source = (input as { source: unknown }).source as ImageBitmap;
    source.close();
    expect(bitmap.width).to.equal(4);
  });
});

describe('what a user gives to an Image', () => {
  function pick(image: RivImage, file: File): void {
    const input = image.shadowRoot!.querySelector('input')!;
    const files = new DataTransfer();
    files.items.add(file);
    input.files = files.files;
    input.dispatchEvent(new Event('change'));
  }

  it('fires upload, input and change', async () => {
    const image = putImage();
    await image.updateComplete;
    const fired = recordEvents(image, RivImage.events);
    const file = await plainFile(5, 4);
    pick(image, file);
    await once(image, 'change');
    expect(fired).to.deep.equal(['upload', 'input', 'change']);
    expect((image.value as File).name).to.equal('plain.png');
  });

  it('[C71] is waited for while it is being read', async () => {
    const image = putImage();
    await image.updateComplete;
    pick(image, await plainFile(5, 4));
    const input = await image.toHandler();
    expect((input as { source?: unknown }).source).to.be.instanceOf(File);
  });

  it('is refused with words when it is no image, and the old picture stays', async () => {
    const image = putImage();
    await image.updateComplete;
    const old = await plainFile(5, 4);
    image.value = old;
    const data = new DataTransfer();
    data.items.add(new File(['hello'], 'notes.txt', { type: 'text/plain' }));
    image
      .shadowRoot!.querySelector('.surface')!
      .dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }));
    await until(() => image.message);
    expect(image.message).to.equal('“notes.txt” is not an image.');
    expect(image.value).to.equal(old);
  });
});
