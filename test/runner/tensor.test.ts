import { expect } from '@esm-bundle/chai';
import { fromTensor } from '../../src/runner/picture/from-tensor.ts';
import { type TensorOptions, type TensorSource, toTensor } from '../../src/runner/picture/to-tensor.ts';
import type { ValueError } from '../../src/shared/errors.ts';

/** Two pixels beside each other, RGBA. */
const pair = () => new ImageData(Uint8ClampedArray.of(255, 0, 51, 255, 0, 255, 102, 255), 2, 1);

/** A picture of four flat quarters: red, green, blue, white. */
function quarters(width: number, height: number): ImageData {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d')!;
  ['#f00', '#0f0', '#00f', '#fff'].forEach((colour, at) => {
    context.fillStyle = colour;
    context.fillRect(((at % 2) * width) / 2, (at < 2 ? 0 : 1) * (height / 2), width / 2, height / 2);
  });
  return context.getImageData(0, 0, width, height);
}

const rounded = (data: ArrayLike<number>) => Array.from(data, (value) => Math.round(value * 1000) / 1000);

describe('toTensor', () => {
  it('gives planes of floats from 0 to 1 by default', () => {
    const { type, data, dims } = toTensor(pair());
    expect({ type, dims }).to.deep.equal({ type: 'float32', dims: [1, 3, 1, 2] });
    expect(data).to.be.instanceOf(Float32Array);
    expect(rounded(data)).to.deep.equal([1, 0, 0, 1, 0.2, 0.4]);
  });

  const cases: [string, TensorOptions, number[], number[]][] = [
    ['channels that stand together', { layout: 'NHWC' }, [1, 1, 2, 3], [1, 0, 0.2, 0, 1, 0.4]],
    ['blue first', { channels: 'BGR' }, [1, 3, 1, 2], [0.2, 0.4, 0, 1, 1, 0]],
    ['brightness', { channels: 'gray' }, [1, 1, 1, 2], [0.322, 0.633]],
    ['another range', { range: [-1, 1] }, [1, 3, 1, 2], [1, -1, -1, 1, -0.6, -0.2]],
    ['a turned range', { range: [1, 0] }, [1, 3, 1, 2], [0, 1, 1, 0, 0.8, 0.6]],
    [
      'one mean and std',
      { range: [0, 255], mean: 127, std: 128 },
      [1, 3, 1, 2],
      [1, -0.992, -0.992, 1, -0.594, -0.195],
    ],
    [
      'a mean and std for each channel',
      { mean: [1, 0, 0.2], std: [1, 2, 0.1] },
      [1, 3, 1, 2],
      [0, -1, 0, 0.5, 0, 2],
    ],
    ['bytes', { type: 'uint8' }, [1, 3, 1, 2], [255, 0, 0, 255, 51, 102]],
    [
      'bytes, rounded and clamped',
      { type: 'uint8', range: [-10, 100.6] },
      [1, 3, 1, 2],
      [101, 0, 0, 101, 12, 34],
    ],
  ];
  for (const [what, options, shape, numbers] of cases)
    it(`gives ${what}`, () => {
      const { data, dims } = toTensor(pair(), options);
      expect(dims).to.deep.equal(shape);
      expect(rounded(data)).to.deep.equal(numbers);
      expect(data.constructor.name).to.equal(options.type ? 'Uint8Array' : 'Float32Array');
    });

  it('takes every value of an Image, and leaves it open', async () => {
    const image = quarters(8, 6);
    const canvas = new OffscreenCanvas(8, 6);
    canvas.getContext('2d')!.putImageData(image, 0, 0);
    const [bitmap, frame] = [await createImageBitmap(image), new VideoFrame(canvas, { timestamp: 0 })];
    const floats = { data: Float32Array.from(image.data, (byte) => byte / 255), width: 8, height: 6 };
    const expected = rounded(toTensor(image).data);
    for (const source of [bitmap, frame, canvas, floats] as TensorSource[])
      expect(rounded(toTensor(source).data), source.constructor.name).to.deep.equal(expected);
    expect([bitmap.width, frame.displayWidth]).to.deep.equal([8, 8]);
    bitmap.close();
    frame.close();
  });

  it('puts what is transparent on the background', () => {
    const clear = new ImageData(1, 1);
    expect(rounded(toTensor(clear).data)).to.deep.equal([0, 0, 0]);
    expect(rounded(toTensor(clear, { background: '#f80' }).data)).to.deep.equal([1, 0.533, 0]);
    expect(rounded(toTensor(clear, { background: 'no colour' }).data)).to.deep.equal([0, 0, 0]);
  });

  it('shows all of a picture between bars, and takes boxes back', () => {
    const tensor = toTensor(quarters(40, 20), { size: [20, 20], layout: 'NHWC', background: 'white' });
    const pixel = (x: number, y: number) =>
      rounded(tensor.data.slice((y * 20 + x) * 3, (y * 20 + x) * 3 + 3));
    expect(tensor.place).to.deep.equal({ x: 0, y: 5, width: 20, height: 10 });
    expect([pixel(0, 4), pixel(0, 5), pixel(19, 5), pixel(0, 14), pixel(0, 15)]).to.deep.equal([
      [1, 1, 1],
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
      [1, 1, 1],
    ]);
    expect(tensor.toImage([5, 10, 15, 15])).to.deep.equal([10, 10, 30, 20]);
    expect(tensor.toImage([0.25, 0.5], { relative: true })).to.deep.equal([10, 10]);
    expect(tensor.toImage([-1, 0, 25, 20]), 'clamped').to.deep.equal([0, 0, 40, 20]);
  });

  it('fills and cuts, and takes boxes back', () => {
    const tensor = toTensor(quarters(40, 20), { size: [10, 10], fit: 'cover' });
    expect(tensor.place).to.deep.equal({ x: -5, y: 0, width: 20, height: 10 });
    expect(tensor.toImage([0, 0, 10, 10])).to.deep.equal([10, 0, 30, 20]);
    const red = tensor.data.slice(0, 100);
    expect([red[0], red[9], red[90], red[99]], 'quarters in the corners').to.deep.equal([1, 0, 0, 1]);
  });

  it('distorts, and takes boxes back', () => {
    const tensor = toTensor(quarters(40, 20), { size: [10, 10], fit: 'fill' });
    expect(tensor.toImage([1, 1, 2, 2])).to.deep.equal([4, 2, 8, 4]);
  });

  it('has memory of its own for each call', () => {
    const [first, second] = [toTensor(pair(), { size: [4, 4] }), toTensor(pair(), { size: [4, 4] })];
    expect(first.data.buffer).not.to.equal(second.data.buffer);
  });

  it('says what does not fit', () => {
    const words = (source: unknown, options: object = {}) => {
      try {
        toTensor(source as TensorSource, options);
      } catch (error) {
        return `${(error as ValueError).name}: ${(error as ValueError).message}`;
      }
      return 'nothing';
    };
    expect(words(null)).to.match(/^ValueError: toTensor was given null, expected ImageData/);
    expect(words(new Blob())).to.match(/given Blob/);
    expect(words(pair(), { size: [2.5, 2] })).to.match(/size .* an array of 2, expected \[width, height\]/);
    expect(words(pair(), { channels: 'RGBA' })).to.match(
      /channels .* "RGBA", expected 'RGB', 'BGR' or 'gray'/,
    );
    expect(words(pair(), { mean: [1, 2] })).to.match(/mean .* an array of 2, expected a number, or 3/);
    expect(words(pair(), { type: 'int8' })).to.match(/type .* "int8"/);
    expect(words(pair(), { size: 224 })).to.match(/size .* 224, expected \[width, height\]/);
    expect(words(pair(), { fit: 'stretch' })).to.match(/fit .* "stretch", expected 'contain'/);
    expect(words(pair(), { layout: 'nhwc' })).to.match(/layout .* "nhwc", expected 'NCHW' or 'NHWC'/);
    expect(words(pair(), { range: [1] })).to.match(/range .* an array of 1, expected \[black, white\]/);
    expect(words(pair(), { std: [1, 0, 1] })).to.match(/std .* expected none that is 0/);
  });

  it('says that a picture is closed', async () => {
    const bitmap = await createImageBitmap(pair());
    bitmap.close();
    const frame = new VideoFrame(new Uint8Array(16), {
      format: 'RGBA',
      codedWidth: 2,
      codedHeight: 2,
      timestamp: 0,
    });
    frame.close();
    for (const closed of [bitmap, frame])
      expect(() => toTensor(closed, { size: [2, 2] })).to.throw('a picture that is closed');
  });
});

describe('fromTensor', () => {
  for (const options of [
    {},
    { layout: 'NHWC' },
    { channels: 'BGR' },
    { range: [0, 255], mean: [127, 100, 90], std: 128 },
    { type: 'uint8', layout: 'NHWC' },
  ] as TensorOptions[])
    it(`is the way back with ${JSON.stringify(options)}`, () => {
      const image = quarters(6, 4);
      const back = fromTensor(toTensor(image, options), options);
      expect([back.width, back.height]).to.deep.equal([6, 4]);
      expect(back.data).to.deep.equal(image.data);
    });

  it('shows one channel as grey, with or without its dimension', () => {
    const grey = { type: 'float32', data: Float32Array.of(0, 0.2, 1, 7), dims: [2, 2] };
    for (const dims of [
      [2, 2],
      [1, 2, 2],
      [1, 1, 2, 2],
    ])
      expect([...fromTensor({ ...grey, dims }).data.filter((_, at) => at % 4 < 2)]).to.deep.equal([
        ...[0, 0, 51, 51, 255, 255, 255, 255],
      ]);
  });

  it('says which shape it wants', () => {
    const tensor = { type: 'float32', data: new Float32Array(12), dims: [1, 2, 2, 3] };
    expect(() => fromTensor(tensor)).to.throw(
      /float32 \[1, 2, 2, 3\].*\[1, 3, height, width\].*layout: "NHWC"/,
    );
    expect(() => fromTensor(null as never)).to.throw(/given null/);
    expect(() => fromTensor({ ...tensor, dims: [1, 3, 9, 9] })).to.throw(/\[1, 3, 9, 9\]/);
    expect(() => fromTensor({ ...tensor, dims: [1, 3, 0, 2] })).to.throw(/\[1, 3, 0, 2\]/);
    expect(() => fromTensor({ ...tensor, dims: [] })).to.throw(/float32 \[\]/);
  });

  it('shows numbers of every type', () => {
    const halves = Uint16Array.of(0, 0x3800, 0x3c00, 0xbc00, 0x7c00, 0x7e00, 0x0001); // 0, ½, 1, −1, ∞, none, 2⁻²⁴
    const cases = [
      [{ type: 'int64', data: BigInt64Array.of(0n, 128n, 300n) }, [0, 128, 255]],
      [{ type: 'bool', data: Uint8Array.of(0, 1, 1) }, [0, 255, 255]],
      [{ type: 'float16', data: halves }, [0, 128, 255, 0, 255, 0, 0]],
      [{ type: 'float32', data: Float32Array.of(Number.NaN, -1, 2) }, [0, 0, 255]],
    ] as const;
    for (const [tensor, levels] of cases) {
      const { data } = fromTensor({ ...tensor, dims: [1, 1, 1, levels.length] });
      expect([...data.filter((_, at) => at % 4 === 0)], tensor.type).to.deep.equal(levels);
    }
  });
});
