/** Draws digits as hands do: no two alike, on 28 × 28 pixels, white on black, 0…1. */
export const SIDE = 28;

/** Random numbers 0…1, the same for the same seed. */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A digit from its strokes (see shapes.js).
 *
 * @param {(string | number)[][]} strokes
 * @param {() => number} random
 * @returns {Float32Array} 784 numbers.
 */
export function drawDigit(strokes, random) {
  const between = (least, most) => least + random() * (most - least);
  const about = (spread) => (random() + random() + random() - 1.5) * (spread / 0.75);
  const lines = warped(
    strokes.map((stroke) => pointsOf(stroke, () => about(3))),
    between,
    about,
  );
  // Four of five as they come when a page has put them in the middle, the others anywhere and of any size.
  const centred = random() < 0.8;
  const size = centred ? between(17, 22) : between(11, 25);
  const width = Math.min(between(1.2, 5.2), size / 4);
  const placed = place(lines, size - width, (free) =>
    centred ? Math.min(Math.max(about(2), -free), free) : between(-free, free),
  );
  return inked(
    placed,
    width,
    { ink: between(0.75, 1), soft: between(0.35, 0.8), noise: random() < 0.2 ? 0.06 : 0 },
    random,
  );
}

/** The points of a stroke, dense where it is a curve, each a little beside its place. */
function pointsOf(stroke, off) {
  const numbers = stroke.filter((each) => typeof each === 'number');
  const points = [];
  for (let at = 0; at < numbers.length; at += 2) points.push([numbers[at] + off(), numbers[at + 1] + off()]);
  const closed = Math.hypot(numbers[0] - numbers.at(-2), numbers[1] - numbers.at(-1)) < 1;
  if (closed) points[points.length - 1] = [points[0][0] + off(), points[0][1] + off()];
  return stroke[0] === '~' ? curve(points) : straight(points);
}

const mixed = (a, b, share) => [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];

function straight(points) {
  return points
    .slice(1)
    .flatMap((to, at) => [0, 0.25, 0.5, 0.75].map((t) => mixed(points[at], to, t)))
    .concat([points.at(-1)]);
}

/** Catmull and Rom's curve through the points. */
function curve(points) {
  const of = (at) => points[Math.min(Math.max(at, 0), points.length - 1)];
  const dense = [];
  for (let at = 0; at < points.length - 1; at++)
    for (let t = 0; t < 1; t += 0.2) {
      const [a, b, c, d] = [of(at - 1), of(at), of(at + 1), of(at + 2)];
      dense.push(
        [0, 1].map(
          (k) =>
            b[k] +
            0.5 *
              t *
              (c[k] -
                a[k] +
                t * (2 * a[k] - 5 * b[k] + 4 * c[k] - d[k] + t * (3 * (b[k] - c[k]) + d[k] - a[k]))),
        ),
      );
    }
  return [...dense, points.at(-1)];
}

/** Turned, slanted, stretched, and bent in slow waves. */
function warped(lines, between, about) {
  const turn = about(0.22);
  const slant = about(0.3);
  const stretch = Math.exp(about(0.35));
  const waves = [0, 1].map(() => ({ force: about(4), along: between(0.02, 0.06), phase: between(0, 6.28) }));
  return lines.map((line) =>
    line.map(([px, py]) => {
      const [x, y] = [(px - 50) * stretch, py - 50];
      const bentX = x + waves[0].force * Math.sin(waves[0].along * y + waves[0].phase);
      const bentY = y + waves[1].force * Math.sin(waves[1].along * x + waves[1].phase);
      const slanted = bentX - slant * bentY;
      return [
        slanted * Math.cos(turn) - bentY * Math.sin(turn),
        slanted * Math.sin(turn) + bentY * Math.cos(turn),
      ];
    }),
  );
}

/** As large as `size` on its longer side, and beside the middle by what `shift` says of the room that is left. */
function place(lines, size, shift) {
  const range = [0, 1].map((k) => {
    const all = lines.flat().map((point) => point[k]);
    return [Math.min(...all), Math.max(...all)];
  });
  const scale = size / Math.max(...range.map(([least, most]) => most - least));
  const offset = range.map(([least, most]) => {
    const free = Math.max(0, (SIDE - 2 - (most - least) * scale) / 2);
    return SIDE / 2 + shift(free) - (scale * (least + most)) / 2;
  });
  return lines.map((line) => line.map((point) => point.map((each, k) => each * scale + offset[k])));
}

/** Round brush: what a pixel gets by its distance from the nearest piece of a line. */
function inked(lines, width, { ink, soft, noise }, random) {
  const pixels = new Float32Array(SIDE * SIDE);
  const reach = width / 2 + soft;
  for (const line of lines)
    for (let at = 0; at + 1 < line.length; at++) {
      const [[ax, ay], [bx, by]] = [line[at], line[at + 1]];
      const [dx, dy] = [bx - ax, by - ay];
      const length = dx * dx + dy * dy || 1;
      const first = (a, b) => Math.max(0, Math.floor(Math.min(a, b) - reach));
      const last = (a, b) => Math.min(SIDE - 1, Math.ceil(Math.max(a, b) + reach));
      for (let y = first(ay, by); y <= last(ay, by); y++)
        for (let x = first(ax, bx); x <= last(ax, bx); x++) {
          const [px, py] = [x + 0.5 - ax, y + 0.5 - ay];
          const t = Math.min(1, Math.max(0, (px * dx + py * dy) / length));
          const distance = Math.hypot(px - t * dx, py - t * dy);
          const level = ink * Math.min(1, Math.max(0, (reach - distance) / (2 * soft)));
          const pixel = y * SIDE + x;
          if (level > pixels[pixel]) pixels[pixel] = level;
        }
    }
  if (noise) for (let at = 0; at < pixels.length; at++) pixels[at] += noise * random();
  return pixels;
}
