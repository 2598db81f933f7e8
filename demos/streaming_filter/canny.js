import { clamped } from './picture.js';

/*
 * J. Canny, "A Computational Approach to Edge Detection", IEEE Transactions on Pattern Analysis and Machine
 * Intelligence 8 (6), 1986. Smooth, take the gradient, keep only its crests, then keep the strong crests and the
 * weak ones that touch them.
 */

/** The binomial row 1 4 6 4 1, close to a Gaussian of σ = 1; its sum is 16. */
const SMOOTH = [1, 4, 6, 4, 1];

/** tan 22.5°: where a direction changes from "across" to "diagonal". */
const TAN_22 = Math.SQRT2 - 1;

/**
 * The edges in a grey plane.
 *
 * @param {Uint8ClampedArray} grey one byte per pixel
 * @param {number} low gradients above it count when they touch a strong edge (|dx| + |dy| of the Sobel operator)
 * @param {number} high gradients above it always count
 * @returns {Uint8ClampedArray} 255 on an edge, else 0
 */
export function canny(grey, width, height, low, high) {
  const { size, along } = gradient(smooth(grey, width, height), width, height);
  return connect(crests(size, along, width, height, low), width, height, high);
}

/** A 5×5 Gaussian, as a row and then a column. The result is 16 × 16 times as large, so that nothing is rounded. */
export function smooth(grey, width, height) {
  const [a, b, c] = SMOOTH;
  const across = new Uint16Array(width * height);
  const xs = clamped(width, 2);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 0; x < width; x++)
      across[row + x] =
        a * (grey[row + xs[x]] + grey[row + xs[x + 4]]) +
        b * (grey[row + xs[x + 1]] + grey[row + xs[x + 3]]) +
        c * grey[row + x];
  }
  const smoothed = new Uint16Array(width * height);
  const ys = clamped(height, 2);
  for (let y = 0; y < height; y++) {
    const [r0, r1, r2, r3, r4] = [0, 1, 2, 3, 4].map((i) => ys[y + i] * width);
    for (let x = 0; x < width; x++)
      smoothed[y * width + x] =
        a * (across[r0 + x] + across[r4 + x]) + b * (across[r1 + x] + across[r3 + x]) + c * across[r2 + x];
  }
  return smoothed;
}

/** Sobel's operator: the size of the gradient, |dx| + |dy|, and its direction in four steps of 45°. */
function gradient(plane, width, height) {
  const size = new Float32Array(width * height);
  const along = new Uint8Array(width * height);
  const xs = clamped(width, 1);
  const ys = clamped(height, 1);
  for (let y = 0; y < height; y++) {
    const above = ys[y] * width;
    const row = y * width;
    const below = ys[y + 2] * width;
    for (let x = 0; x < width; x++) {
      const left = xs[x];
      const right = xs[x + 2];
      const dx =
        plane[above + right] -
        plane[above + left] +
        2 * (plane[row + right] - plane[row + left]) +
        plane[below + right] -
        plane[below + left];
      const dy =
        plane[below + left] -
        plane[above + left] +
        2 * (plane[below + x] - plane[above + x]) +
        plane[below + right] -
        plane[above + right];
      const ax = Math.abs(dx);
      const ay = Math.abs(dy);
      size[row + x] = (ax + ay) / 256;
      along[row + x] = ay < ax * TAN_22 ? 0 : ax < ay * TAN_22 ? 2 : dx > 0 === dy > 0 ? 1 : 3;
    }
  }
  return { size, along };
}

/** Keeps a gradient only where it is the largest along its own direction: edges become one pixel wide. */
function crests(size, along, width, height, low) {
  // The neighbour to compare with, for a gradient that points right, down right, down, down left.
  const ahead = [1, width + 1, width, width - 1];
  const thin = new Float32Array(width * height);
  for (let y = 1; y < height - 1; y++) {
    for (let at = y * width + 1, end = at + width - 2; at < end; at++) {
      const here = size[at];
      if (here <= low) continue;
      const step = ahead[along[at]];
      // Of two equal neighbours one stays.
      if (here > size[at - step] && here >= size[at + step]) thin[at] = here;
    }
  }
  return thin;
}

/** Hysteresis: from each strong crest, follows all crests that touch it. */
function connect(thin, width, height, high) {
  const edges = new Uint8ClampedArray(width * height);
  const around = [-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1];
  const stack = new Int32Array(width * height);
  for (let seed = 0; seed < thin.length; seed++) {
    if (thin[seed] <= high || edges[seed]) continue;
    let depth = 0;
    stack[depth++] = seed;
    edges[seed] = 255;
    while (depth > 0) {
      const at = stack[--depth];
      for (const step of around) {
        if (thin[at + step] === 0 || edges[at + step]) continue;
        edges[at + step] = 255;
        stack[depth++] = at + step;
      }
    }
  }
  return edges;
}
