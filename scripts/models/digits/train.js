/**
 * Trains the model that reads digits, on digits that it draws: `node scripts/models/digits/train.js [pictures]`. Writes
 * demos/digits/digits.onnx, and beside it digits.json with how often it is right on digits that it has not seen: drawn
 * anew from the same shapes, and from the shapes in test/fixtures/digits.json, which it never learns from.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { model, node, tensor, value } from '../onnx-writer.js';
import { SIDE, drawDigit, randomFrom } from './draw.js';
import { Network } from './network.js';
import { shapes } from './shapes.js';

const PICTURES = Number(process.argv[2] ?? 160_000);
const BATCH = 32;
const HELD_OUT = 5000;
const folder = new URL('../../../demos/digits/', import.meta.url);
const others = JSON.parse(
  await readFile(new URL('../../../test/fixtures/digits.json', import.meta.url), 'utf8'),
).map((strokes) => [strokes]);

/** Draws one digit after the other, from 0 to 9 and again. */
function* drawn(ways, random) {
  for (let digit = 0; ; digit = (digit + 1) % 10) {
    const strokes = ways[digit][Math.floor(random() * ways[digit].length)];
    yield { picture: drawDigit(strokes, random), digit };
  }
}

function take(pictures) {
  return pictures.next().value;
}

function accuracy(network, ways, seed) {
  const pictures = drawn(ways, randomFrom(seed));
  let right = 0;
  for (let at = 0; at < HELD_OUT; at++) {
    const { picture, digit } = take(pictures);
    const scores = network.scores(picture);
    if (scores.indexOf(Math.max(...scores)) === digit) right += 1;
  }
  return right / HELD_OUT;
}

const network = new Network(randomFrom(1));
const pictures = drawn(shapes, randomFrom(2));
const steps = Math.ceil(PICTURES / BATCH);
let loss = 0;
for (let step = 0; step < steps; step++) {
  for (let at = 0; at < BATCH; at++) {
    const { picture, digit } = take(pictures);
    loss += network.learn(picture, digit) / BATCH;
  }
  // Up for a short while, then down to nothing, by a half of a cosine.
  network.adapt(
    0.003 * Math.min(1, (step + 1) / 100) * 0.5 * (1 + Math.cos((Math.PI * step) / steps)),
    BATCH,
  );
  if ((step + 1) % 500 === 0) {
    console.log(`${(step + 1) * BATCH} pictures, loss ${(loss / 500).toFixed(4)}`);
    loss = 0;
  }
}

const figures = {
  pictures: steps * BATCH,
  parameters: network.all.reduce((sum, { now }) => sum + now.length, 0),
  heldOut: HELD_OUT,
  accuracy: { drawnAnew: accuracy(network, shapes, 3), otherShapes: accuracy(network, others, 4) },
};
console.log(figures);

const [first, second] = network.layers;
const pads = { pads: [2, 2, 2, 2] };
const floats = (name, dims, { now }) => tensor(name, dims, now);
const bytes = model({
  name: 'digits',
  nodes: [
    node('Conv', ['image', 'w1', 'b1'], 'c1', pads),
    node('Relu', ['c1'], 'r1'),
    node('MaxPool', ['r1'], 'p1', { kernel_shape: [2, 2], strides: [2, 2] }),
    node('Conv', ['p1', 'w2', 'b2'], 'c2', pads),
    node('Relu', ['c2'], 'r2'),
    node('MaxPool', ['r2'], 'p2', { kernel_shape: [3, 3], strides: [3, 3] }),
    node('Flatten', ['p2'], 'features'),
    node('Gemm', ['features', 'w3', 'b3'], 'scores', { transB: 1 }),
  ],
  tensors: [
    floats('w1', [first.to, 1, 5, 5], first.weights),
    floats('b1', [first.to], first.biases),
    floats('w2', [second.to, first.to, 5, 5], second.weights),
    floats('b2', [second.to], second.biases),
    floats('w3', [10, network.dense.features], network.dense.weights),
    floats('b3', [10], network.dense.biases),
  ],
  inputs: [value('image', [1, 1, SIDE, SIDE])],
  outputs: [value('scores', [1, 10])],
  about: {
    description: 'Reads a digit: image 0…1, white on black, 28 × 28; scores of 0 to 9.',
    accuracy: JSON.stringify(figures.accuracy),
  },
});
await writeFile(new URL('digits.onnx', folder), bytes);
await writeFile(
  new URL('digits.json', folder),
  `${JSON.stringify({ ...figures, bytes: bytes.length }, null, 2)}\n`,
);
