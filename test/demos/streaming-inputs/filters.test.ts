import { expect } from '@esm-bundle/chai';

// biome-ignore lint/suspicious/noExplicitAny: plain JavaScript without types.
const load = (name: string): Promise<any> => import(`../../../demos/streaming_filter/${name}.js`);
const [
  { canny },
  { adaptiveThreshold, median },
  { bilateral, double, halve },
  { flip, fromGrey, toGrey },
  { transform },
] = await Promise.all(['canny', 'cartoon', 'smoothing', 'picture', 'handlers'].map(load));

const WIDTH = 40;
const HEIGHT = 30;
const clamp = (value: number, length: number) => Math.min(length - 1, Math.max(0, value));

/** A grey plane of what looks like chance, the same each time. */
function speckled(): Uint8ClampedArray {
  let seed = 7;
  return Uint8ClampedArray.from({ length: WIDTH * HEIGHT }, () => (seed = (seed * 16807) % 2147483647) % 256);
}

/** A light square from 10 to 19 on a dark ground. */
function square(): Uint8ClampedArray {
  const inside = (value: number) => value >= 10 && value < 20;
  return Uint8ClampedArray.from({ length: WIDTH * HEIGHT }, (_, i) =>
    inside(i % WIDTH) && inside(Math.floor(i / WIDTH)) ? 220 : 30,
  );
}

/** The bytes of the square around a pixel, beyond the border those at the border. */
function around(plane: Uint8ClampedArray, at: number, radius: number): number[] {
  const found: number[] = [];
  for (let dy = -radius; dy <= radius; dy++)
    for (let dx = -radius; dx <= radius; dx++) {
      const x = clamp((at % WIDTH) + dx, WIDTH);
      const y = clamp(Math.floor(at / WIDTH) + dy, HEIGHT);
      found.push(plane[y * WIDTH + x]!);
    }
  return found;
}

describe('the filters of streaming_filter', () => {
  it('takes lightness by the weights of BT.601', () => {
    const colours = new ImageData(
      new Uint8ClampedArray([255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255]),
      3,
      1,
    );
    expect([...toGrey(colours)]).to.deep.equal([76, 150, 29]);
  });

  it('flips a picture, and twice gives the same', () => {
    const image = fromGrey(speckled(), WIDTH, HEIGHT) as ImageData;
    const row = WIDTH * 4;
    expect(flip(image).data.slice(0, row)).to.deep.equal(image.data.slice(-row));
    expect(flip(flip(image)).data).to.deep.equal(image.data);
  });

  it('finds the outline of a square, closed and one pixel wide', () => {
    const edges = canny(square(), WIDTH, HEIGHT, 50, 100) as Uint8ClampedArray;
    const found = [...edges.keys()].filter((at) => edges[at] === 255);
    // Each pixel lies on the border of the square, and each row and column of the square meets two.
    for (const at of found) {
      const [x, y] = [at % WIDTH, Math.floor(at / WIDTH)];
      const near = (value: number) => Math.min(Math.abs(value - 9.5), Math.abs(value - 19.5)) <= 1;
      expect(near(x) || near(y), `${x}, ${y}`).to.equal(true);
    }
    for (let line = 12; line < 18; line++) {
      expect(found.filter((at) => Math.floor(at / WIDTH) === line).length, `row ${line}`).to.equal(2);
      expect(found.filter((at) => at % WIDTH === line).length, `column ${line}`).to.equal(2);
    }
  });

  it('finds no edge where there is none, and drops weak ones that touch no strong one', () => {
    const flat = new Uint8ClampedArray(WIDTH * HEIGHT).fill(90);
    const faint = square().map((value) => (value > 100 ? 50 : 30));
    expect(canny(flat, WIDTH, HEIGHT, 50, 100).some(Boolean)).to.equal(false);
    expect(canny(faint, WIDTH, HEIGHT, 10, 1000).some(Boolean)).to.equal(false);
    expect(canny(faint, WIDTH, HEIGHT, 10, 20).some(Boolean)).to.equal(true);
  });

  it('takes the median of 3×3 pixels', () => {
    const plane = speckled();
    const expected = plane.map((_, at) => around(plane, at, 1).sort((a, b) => a - b)[4]!);
    expect(median(plane, WIDTH, HEIGHT)).to.deep.equal(expected);
  });

  it('compares each pixel with the mean around it', () => {
    const plane = speckled();
    const mean = (at: number) => around(plane, at, 4).reduce((sum, value) => sum + value) / 81;
    const expected = plane.map((value, at) => (value + 3 > mean(at) ? 255 : 0));
    expect(adaptiveThreshold(plane, WIDTH, HEIGHT, 4, 3)).to.deep.equal(expected);
  });

  it('halves and doubles to the sizes asked for, and keeps a flat picture flat', () => {
    for (const [width, height] of [
      [40, 30],
      [41, 31],
      [2, 2],
    ] as const) {
      const flat = fromGrey(new Uint8ClampedArray(width * height).fill(77), width, height) as ImageData;
      const half = halve(flat) as ImageData;
      expect([half.width, half.height]).to.deep.equal([Math.ceil(width / 2), Math.ceil(height / 2)]);
      expect(double(half, width, height).data).to.deep.equal(flat.data);
    }
  });

  it('smooths what is alike and keeps an edge', () => {
    const noisy = square().map((value, at) => value + (at % 2) * 8);
    const { data } = bilateral(fromGrey(noisy, WIDTH, HEIGHT), {
      radius: 4,
      colour: 15,
      space: 7,
    }) as ImageData;
    const at = (x: number, y: number) => data[(y * WIDTH + x) * 4]!;
    expect(Math.abs(at(14, 15) - at(15, 15)), 'difference of neighbours').to.be.below(8);
    expect(at(11, 15) - at(8, 15), 'height of the edge').to.be.within(182, 198);
  });

  it('gives pictures of the size of the frame, whatever is chosen, and nothing for nothing', () => {
    const frame = fromGrey(speckled(), WIDTH, HEIGHT) as ImageData;
    for (const filter of ['cartoon', 'edges', 'flip']) {
      const { width, height } = transform(frame, filter) as ImageData;
      expect([width, height], filter).to.deep.equal([WIDTH, HEIGHT]);
    }
    expect(transform(null, 'flip')).to.equal(null);
  });
});
