import { expect } from '@esm-bundle/chai';
import { type TensorOptions, toTensor } from '../../src/runner/picture/to-tensor.ts';

type Colour = [number, number, number];

/** Colours that change evenly over a picture, so that every way of scaling gives the same but at its edges. */
const colourAt = (right: number, down: number): Colour => [
  20 + 200 * right,
  230 - 200 * down,
  60 + 90 * (right + down),
];

function even(width: number, height: number): ImageData {
  const image = new ImageData(width, height);
  for (let at = 0; at < width * height; at++) {
    const colour = colourAt(((at % width) + 0.5) / width, (Math.floor(at / width) + 0.5) / height);
    image.data.set([...colour, 255], at * 4);
  }
  return image;
}

/** Where a picture lies in an input, by the rule in words: as large as fits, or as fills, in the middle, in whole pixels. */
function placeOf(
  from: number[],
  to: number[],
  fit: TensorOptions['fit'],
): { start: number[]; length: number[] } {
  const scales = from.map((side, axis) => to[axis]! / side);
  const scale = fit === 'cover' ? Math.max(...scales) : Math.min(...scales);
  const length = fit === 'fill' ? to : from.map((side) => Math.round(side * scale));
  return { length, start: to.map((side, axis) => Math.floor((side - length[axis]!) / 2)) };
}

const background: Colour = [0, 128, 0];

/** The colour of an input's pixel; `null` near the picture's edges, where scaling may do as it likes. */
function expectedAt(
  pixel: number[],
  { start, length }: ReturnType<typeof placeOf>,
  from: number[],
): Colour | null {
  const shares = pixel.map((value, axis) => (value + 0.5 - start[axis]!) / length[axis]!);
  const edges = [0, 1].map((axis) => 1.5 / length[axis]! + 1 / from[axis]!);
  if (shares.some((share, axis) => share < -edges[axis]! || share > 1 + edges[axis]!)) return background;
  if (shares.some((share, axis) => share < edges[axis]! || share > 1 - edges[axis]!)) return null;
  return colourAt(shares[0]!, shares[1]!);
}

const fits = ['contain', 'cover', 'fill'] as const;
const types = ['float32', 'uint8'] as const;
const layouts = ['NCHW', 'NHWC'] as const;
const orders = { RGB: [0, 1, 2], BGR: [2, 1, 0], gray: [3] };
const [mean, std] = [
  [0.4, 0.5, 0.6],
  [0.2, 0.25, 0.5],
]; // by channel, in the order of the model

describe('toTensor against a slow reference', () => {
  const sizes = [
    [
      [61, 37],
      [32, 24],
    ],
    [
      [37, 61],
      [33, 29],
    ],
    [
      [23, 17],
      [64, 80],
    ],
    [
      [40, 40],
      [40, 40],
    ],
  ] as const;
  for (const [from, to] of sizes)
    for (const fit of fits)
      it(`${from.join('×')} to ${to.join('×')}, ${fit}: every layout, order and type`, () => {
        const picture = even(from[0], from[1]);
        const place = placeOf([...from], [...to], fit);
        for (const layout of layouts)
          for (const channels of Object.keys(orders) as (keyof typeof orders)[])
            for (const type of types) {
              const order = orders[channels];
              const numbers =
                type === 'float32'
                  ? { mean: mean.slice(0, order.length), std: std.slice(0, order.length) }
                  : {};
              const { data, dims } = toTensor(picture, {
                size: to,
                fit,
                layout,
                channels,
                type,
                background: 'green',
                ...numbers,
              });
              const [width, height] = to;
              const count = order.length;
              expect(dims).to.deep.equal(
                layout === 'NCHW' ? [1, count, height, width] : [1, height, width, count],
              );
              let compared = 0;
              for (let y = 0; y < height; y++)
                for (let x = 0; x < width; x++) {
                  const rgb = expectedAt([x, y], place, [...from]);
                  if (!rgb) continue;
                  const brightness = 0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2];
                  order.forEach((byte, channel) => {
                    const at =
                      layout === 'NCHW'
                        ? (channel * height + y) * width + x
                        : (y * width + x) * count + channel;
                    const came =
                      type === 'uint8' ? data[at]! : (data[at]! * std[channel]! + mean[channel]!) * 255;
                    const difference = Math.abs(came - [...rgb, brightness][byte]!);
                    if (difference > 3)
                      expect.fail(
                        `${layout} ${channels} ${type} at ${x}, ${y}: ${came} for ${rgb.join(' ')}`,
                      );
                    compared += 1;
                  });
                }
              expect(compared).to.be.above(width * height * count * 0.5);
            }
      });

  it('leaves out no pixels where only the height becomes small', () => {
    const picture = new ImageData(10, 1000);
    for (let at = 0; at < 10_000; at++) picture.data.fill(at % 50 < 10 ? 255 : 0, at * 4, at * 4 + 3);
    picture.data.forEach((_, at) => at % 4 === 3 && (picture.data[at] = 255));
    const { data } = toTensor(picture, { size: [10, 50], fit: 'fill', channels: 'gray', range: [0, 255] });
    for (const level of data.slice(50, 450)) expect(level).to.be.within(36, 66); // one row of five is white: 51
  });

  it('takes boxes back to the picture at odd sizes', () => {
    for (const [width, height] of [
      [641, 479],
      [1, 300],
      [1001, 3],
      [333, 777],
    ] as const)
      for (const fit of ['contain', 'fill'] as const) {
        const tensor = toTensor(new ImageData(width, height), { size: [320, 240], fit });
        const { x, y, width: wide, height: high } = tensor.place;
        const whole = [x, y, x + wide, y + high];
        expect(tensor.toImage(whole)).to.deep.equal([0, 0, width, height]);
        const shares = whole.map((side, at) => side / (at % 2 ? 240 : 320));
        tensor
          .toImage(shares, { relative: true })
          .forEach((side, at) => expect(side).to.be.closeTo([0, 0, width, height][at]!, 1e-9));
        expect(tensor.toImage([-50, 9999])).to.deep.equal([0, height]);
      }
  });
});
