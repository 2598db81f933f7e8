import { clamped, toGrey } from './picture.js';
import { halve, bilateral, double } from './smoothing.js';

/*
 * Flat colours with ink lines around them: the recipe of many cartoon filters. The colours come from a bilateral
 * filter on a quarter of the size, the lines from an adaptive threshold on the lightness.
 */

/** A picture as a cartoon. */
export function cartoon(image) {
  const { width, height } = image;
  const lines = ink(image);
  const half = halve(image);
  let colours = halve(half);
  for (let i = 0; i < 4; i++) colours = bilateral(colours, { radius: 4, colour: 15, space: 7 });
  const { data } = double(double(colours, half.width, half.height), width, height);
  const cartooned = new ImageData(width, height);
  const from = new Uint32Array(data.buffer);
  const to = new Uint32Array(cartooned.data.buffer);
  for (let i = 0; i < to.length; i++) to[i] = lines[i] ? from[i] : 0xff000000;
  return cartooned;
}

/** 0 on a line, else 255: lines are what is darker than the mean of the 9×9 pixels around, by 3 or more. */
function ink(image) {
  const { width, height } = image;
  return adaptiveThreshold(median(toGrey(image), width, height), width, height, 4, 3);
}

/**
 * The median of the 3×3 pixels around each one: single specks go, edges stay where they are.
 * Sorted by column first, it is the middle one of the largest low, the middle mid and the smallest high
 * (A. W. Paeth, "Median Finding on a 3×3 Grid", Graphics Gems, 1990).
 */
export function median(grey, width, height) {
  const result = new Uint8ClampedArray(width * height);
  const xs = clamped(width, 1);
  const ys = clamped(height, 1);
  const [low, mid, high] = [new Uint8Array(width), new Uint8Array(width), new Uint8Array(width)];
  for (let y = 0; y < height; y++) {
    const [above, row, below] = [ys[y] * width, y * width, ys[y + 2] * width];
    for (let x = 0; x < width; x++) {
      const a = grey[above + x];
      const b = grey[row + x];
      const c = grey[below + x];
      const less = Math.min(a, b);
      const more = Math.max(a, b);
      low[x] = Math.min(less, c);
      mid[x] = Math.max(less, Math.min(more, c));
      high[x] = Math.max(more, c);
    }
    for (let x = 0; x < width; x++) {
      const left = xs[x];
      const right = xs[x + 2];
      result[row + x] = middle(
        Math.max(low[left], low[x], low[right]),
        middle(mid[left], mid[x], mid[right]),
        Math.min(high[left], high[x], high[right]),
      );
    }
  }
  return result;
}

const middle = (a, b, c) => Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));

/** 255 where a pixel is lighter than the mean of the square around it less `offset`, else 0. */
export function adaptiveThreshold(grey, width, height, radius, offset) {
  const result = new Uint8ClampedArray(width * height);
  const xs = clamped(width, radius);
  const ys = clamped(height, radius);
  const side = 2 * radius + 1;
  const area = side * side;
  // Sums over columns move down with the rows, and the sum over the square moves right with the columns.
  const columns = new Int32Array(width);
  for (let i = 0; i < side; i++) for (let x = 0; x < width; x++) columns[x] += grey[ys[i] * width + x];
  for (let y = 0; y < height; y++) {
    let sum = 0;
    for (let i = 0; i < side; i++) sum += columns[xs[i]];
    for (let x = 0; x < width; x++) {
      if ((grey[y * width + x] + offset) * area > sum) result[y * width + x] = 255;
      sum += columns[xs[Math.min(x + side, xs.length - 1)]] - columns[xs[x]];
    }
    if (y === height - 1) break;
    const leaves = ys[y] * width;
    const enters = ys[y + side] * width;
    for (let x = 0; x < width; x++) columns[x] += grey[enters + x] - grey[leaves + x];
  }
  return result;
}
