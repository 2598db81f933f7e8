import { clamped } from './picture.js';

/*
 * Half and double size as in P. J. Burt, E. H. Adelson, "The Laplacian Pyramid as a Compact Image Code", IEEE
 * Transactions on Communications 31 (4), 1983, with the kernel 1 4 6 4 1; and a filter that keeps edges.
 */

/** Half the width and height, smoothed first so that nothing flickers. */
export function halve({ data, width, height }) {
  const [w, h] = [(width + 1) >> 1, (height + 1) >> 1];
  const across = new Uint16Array(w * height * 4);
  const xs = clamped(width, 2).map((x) => x * 4);
  for (let y = 0, to = 0; y < height; y++) {
    const row = y * width * 4;
    for (let x = 0; x < w; x++, to += 4) {
      const at = 2 * x;
      for (let c = 0; c < 3; c++) {
        const from = row + c;
        across[to + c] =
          data[from + xs[at]] +
          data[from + xs[at + 4]] +
          4 * (data[from + xs[at + 1]] + data[from + xs[at + 3]]) +
          6 * data[from + xs[at + 2]];
      }
    }
  }
  const half = new ImageData(w, h);
  const ys = clamped(height, 2);
  const row = w * 4;
  for (let y = 0, to = 0; y < h; y++) {
    const [r0, r1, r2, r3, r4] = [0, 1, 2, 3, 4].map((i) => ys[2 * y + i] * row);
    for (let i = 0; i < row; i++, to++)
      half.data[to] =
        (i & 3) === 3
          ? 255
          : (across[r0 + i] +
              across[r4 + i] +
              4 * (across[r1 + i] + across[r3 + i]) +
              6 * across[r2 + i] +
              128) >>
            8;
  }
  return half;
}

/** The picture at twice its size (or one less, where `width` or `height` is odd), without steps. */
export function double({ data, width, height }, newWidth, newHeight) {
  // At even places the kernel meets 1 6 1 of the old pixels, at odd ones 4 4: both sum up to 8.
  const across = new Uint16Array(newWidth * height * 4);
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0; x < newWidth; x++, to += 4) {
      const at = (y * width + (x >> 1)) * 4;
      const next = x >> 1 < width - 1 ? at + 4 : at;
      const last = x > 1 ? at - 4 : at;
      for (let c = 0; c < 3; c++)
        across[to + c] =
          x & 1 ? 4 * (data[at + c] + data[next + c]) : data[last + c] + 6 * data[at + c] + data[next + c];
    }
  }
  const doubled = new ImageData(newWidth, newHeight);
  const row = newWidth * 4;
  for (let y = 0, to = 0; y < newHeight; y++) {
    const at = (y >> 1) * row;
    const next = y >> 1 < height - 1 ? at + row : at;
    const last = y > 1 ? at - row : at;
    for (let i = 0; i < row; i++, to++)
      doubled.data[to] =
        (i & 3) === 3
          ? 255
          : y & 1
            ? (4 * (across[at + i] + across[next + i]) + 32) >> 6
            : (across[last + i] + 6 * across[at + i] + across[next + i] + 32) >> 6;
  }
  return doubled;
}

/**
 * A mean in which near and alike pixels count most, so that areas become flat and edges stay:
 * C. Tomasi, R. Manduchi, "Bilateral Filtering for Gray and Color Images", ICCV 1998.
 * Weight = exp(−distance² / 2 space²) · exp(−difference² / 2 colour²), over the disc of `radius` pixels;
 * the difference is |ΔR| + |ΔG| + |ΔB|.
 */
export function bilateral({ data, width, height }, { radius, colour, space }) {
  const likeness = Float64Array.from({ length: 766 }, (_, d) => Math.exp(-(d * d) / (2 * colour * colour)));
  const disc = [];
  for (let dy = -radius; dy <= radius; dy++)
    for (let dx = -radius; dx <= radius; dx++)
      if (dx * dx + dy * dy <= radius * radius)
        disc.push([dx, dy, Math.exp(-(dx * dx + dy * dy) / (2 * space * space))]);

  // With a border all around, the inner loop needs no questions.
  const wide = width + 2 * radius;
  const padded = new Uint8ClampedArray(wide * (height + 2 * radius) * 4);
  const [from, to] = [
    new Uint32Array(data.buffer, data.byteOffset, width * height),
    new Uint32Array(padded.buffer),
  ];
  const xs = clamped(width, radius);
  clamped(height, radius).forEach((y, row) => {
    for (let x = 0; x < wide; x++) to[row * wide + x] = from[y * width + xs[x]];
  });

  const steps = Int32Array.from(disc, ([dx, dy]) => (dy * wide + dx) * 4);
  const nearness = Float64Array.from(disc, ([, , weight]) => weight);
  const filtered = new ImageData(width, height);
  for (let y = 0, out = 0; y < height; y++) {
    let at = ((y + radius) * wide + radius) * 4;
    for (let x = 0; x < width; x++, at += 4, out += 4) {
      const r = padded[at];
      const g = padded[at + 1];
      const b = padded[at + 2];
      let sum = 0;
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let i = 0; i < steps.length; i++) {
        const there = at + steps[i];
        const tr = padded[there];
        const tg = padded[there + 1];
        const tb = padded[there + 2];
        const weight = nearness[i] * likeness[Math.abs(tr - r) + Math.abs(tg - g) + Math.abs(tb - b)];
        sum += weight;
        red += weight * tr;
        green += weight * tg;
        blue += weight * tb;
      }
      filtered.data[out] = red / sum;
      filtered.data[out + 1] = green / sum;
      filtered.data[out + 2] = blue / sum;
      filtered.data[out + 3] = 255;
    }
  }
  return filtered;
}
