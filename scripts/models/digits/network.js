/**
 * A small network that reads pictures of 28 × 28, and learns by Adam. Two layers that look at 5 × 5 pixels, each followed by
 * ReLU and by the largest of each 2 × 2, then of each 3 × 3; then a score for each of ten digits. Plain loops over
 * `Float32Array`s: slow, and the same everywhere.
 */

export class Network {
  /** @param {() => number} random the first weights. @param {[number, number]} maps of the two layers. */
  constructor(random, maps = [8, 16]) {
    this.layers = [convolution(1, maps[0], 28, 2), convolution(maps[0], maps[1], 14, 3)];
    const features = maps[1] * 16;
    this.dense = { weights: parameters(features * 10), biases: parameters(10), features };
    for (const { weights, fan } of this.layers) fill(weights.now, Math.sqrt(2 / fan), random);
    fill(this.dense.weights.now, Math.sqrt(1 / features), random);
    this.step = 0;
  }

  /** All that is learned, in order. */
  get all() {
    const own = ({ weights, biases }) => [weights, biases];
    return [...this.layers.flatMap(own), ...own(this.dense)];
  }

  /** The ten scores of a picture; what the steps were stays for `learn`. */
  scores(picture) {
    let input = picture;
    for (const layer of this.layers) input = forward(layer, input);
    const { weights, biases, features } = this.dense;
    this.seen = input;
    return Float32Array.from({ length: 10 }, (_, digit) => {
      let sum = biases.now[digit];
      for (let at = 0; at < features; at++) sum += weights.now[digit * features + at] * input[at];
      return sum;
    });
  }

  /** Adds what this picture says of the weights to their slopes. @returns the loss. */
  learn(picture, digit) {
    const shares = softmax(this.scores(picture));
    const { weights, biases, features } = this.dense;
    const slopes = new Float32Array(features);
    for (let each = 0; each < 10; each++) {
      const off = shares[each] - (each === digit ? 1 : 0);
      biases.slope[each] += off;
      for (let at = 0; at < features; at++) {
        weights.slope[each * features + at] += off * this.seen[at];
        slopes[at] += off * weights.now[each * features + at];
      }
    }
    backward(this.layers[0], backward(this.layers[1], slopes, true), false);
    return -Math.log(shares[digit] + 1e-9);
  }

  /** One step of Adam over the slopes of `count` pictures. */
  adapt(rate, count) {
    this.step += 1;
    const [fade1, fade2] = [1 - 0.9 ** this.step, 1 - 0.999 ** this.step];
    for (const { now, slope, mean, square } of this.all)
      for (let at = 0; at < now.length; at++) {
        const each = slope[at] / count;
        mean[at] = 0.9 * mean[at] + 0.1 * each;
        square[at] = 0.999 * square[at] + 0.001 * each * each;
        now[at] -= rate * (mean[at] / fade1 / (Math.sqrt(square[at] / fade2) + 1e-8) + 1e-4 * now[at]);
        slope[at] = 0;
      }
  }
}

const parameters = (length) => ({
  now: new Float32Array(length),
  slope: new Float32Array(length),
  mean: new Float32Array(length),
  square: new Float32Array(length),
});

function fill(numbers, spread, random) {
  for (let at = 0; at < numbers.length; at++)
    numbers[at] = (random() + random() + random() - 1.5) * 2 * spread;
}

export function softmax(scores) {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((a, b) => a + b);
  return powers.map((power) => power / sum);
}

/** A layer: `from` maps of `side` × `side` become `to` maps, of which the largest of each `pool` × `pool` stay. */
function convolution(from, to, side, pool) {
  const fan = from * 25;
  const out = Math.floor(side / pool);
  const places = side * side;
  return {
    ...{ from, to, side, pool, out, fan, weights: parameters(to * fan), biases: parameters(to) },
    sights: new Float32Array(places * fan), // what each place sees: 5 × 5 of each map
    sums: new Float32Array(to * places),
    result: new Float32Array(to * out * out),
    chosen: new Int32Array(to * out * out),
  };
}

function forward(layer, input) {
  const { to, side, fan, weights, biases, sights, sums } = layer;
  eachSight(layer, (sight, source) => {
    sights[sight] = input[source];
  });
  const { now } = weights;
  const places = side * side;
  // Four maps at a time: the processor need not wait for one sum after the other.
  for (let map = 0; map < to; map += 4) {
    const [r0, r1, r2, r3] = [0, 1, 2, 3].map((more) => (map + more) * fan);
    for (let place = 0, start = 0; place < places; place++, start += fan) {
      let s0 = biases.now[map];
      let s1 = biases.now[map + 1];
      let s2 = biases.now[map + 2];
      let s3 = biases.now[map + 3];
      for (let at = 0; at < fan; at++) {
        const seen = sights[start + at];
        s0 += now[r0 + at] * seen;
        s1 += now[r1 + at] * seen;
        s2 += now[r2 + at] * seen;
        s3 += now[r3 + at] * seen;
      }
      sums[map * places + place] = s0;
      sums[(map + 1) * places + place] = s1;
      sums[(map + 2) * places + place] = s2;
      sums[(map + 3) * places + place] = s3;
    }
  }
  return pooled(layer);
}

/** Calls with the place of each number in the sights, and of the number that it is; not where a sight leaves the map. */
function eachSight({ from, side, fan }, call) {
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      for (let map = 0; map < from; map++)
        for (let dy = 0; dy < 5; dy++) {
          const [row, sight] = [y + dy - 2, (y * side + x) * fan + map * 25 + dy * 5];
          if (row < 0 || row >= side) continue;
          for (let dx = Math.max(0, 2 - x); dx < Math.min(5, side + 2 - x); dx++)
            call(sight + dx, (map * side + row) * side + x + dx - 2);
        }
}

/** The largest of each square, and never less than 0. */
function pooled({ to, side, pool, out, sums, result, chosen }) {
  let at = 0;
  for (let map = 0; map < to; map++)
    for (let y = 0; y < out; y++)
      for (let x = 0; x < out; x++, at++) {
        let best = -1;
        let most = 0;
        for (let dy = 0; dy < pool; dy++)
          for (let dx = 0; dx < pool; dx++) {
            const place = (y * pool + dy) * side + x * pool + dx;
            const sum = sums[map * side * side + place];
            if (sum > most) [most, best] = [sum, place];
          }
        result[at] = most;
        chosen[at] = best;
      }
  return result;
}

/** From the slopes of a layer's result to those of its weights, and, where wanted, of what came in. */
function backward(layer, slopes, further) {
  const { from, side, fan, weights, biases, sights, chosen, out } = layer;
  const back = further ? new Float32Array(sights.length) : null;
  for (let at = 0; at < slopes.length; at++) {
    const slope = slopes[at];
    if (chosen[at] < 0 || slope === 0) continue;
    const map = Math.floor(at / (out * out));
    biases.slope[map] += slope;
    const [row, start] = [map * fan, chosen[at] * fan];
    for (let each = 0; each < fan; each++) {
      weights.slope[row + each] += slope * sights[start + each];
      if (back) back[start + each] += slope * weights.now[row + each];
    }
  }
  if (!back) return null;
  const inner = new Float32Array(from * side * side);
  eachSight(layer, (sight, source) => {
    inner[source] += back[sight];
  });
  return inner;
}
