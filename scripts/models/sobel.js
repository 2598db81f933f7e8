/**
 * Writes demos/onnx_filter/sobel.onnx: a picture's edges by Sobel's two 3×3 convolutions, as a graph of three nodes for
 * pictures of any size, `image` [1, 3, height, width] to `edges` [1, 1, height, width], 0…1.
 */
import { writeFile } from 'node:fs/promises';
import { model, node, tensor, value } from './onnx-writer.js';

const across = [-1, 0, 1, -2, 0, 2, -1, 0, 1];
const down = [-1, -2, -1, 0, 0, 0, 1, 2, 1];
const brightness = [0.299, 0.587, 0.114];
// Two filters over three channels each: brightness and slope in one step.
const weights = [across, down].flatMap((kernel) =>
  brightness.flatMap((share) => kernel.map((k) => k * share)),
);

const sobel = model({
  name: 'sobel',
  nodes: [
    node('Pad', ['image', 'margin'], 'padded', { mode: 'edge' }),
    node('Conv', ['padded', 'sobel'], 'slopes'),
    node('ReduceL2', ['slopes'], 'edges', { axes: [1] }),
  ],
  tensors: [
    tensor('sobel', [2, 3, 3, 3], Float32Array.from(weights)),
    tensor('margin', [8], BigInt64Array.from([0n, 0n, 1n, 1n, 0n, 0n, 1n, 1n])),
  ],
  inputs: [value('image', [1, 3, 'height', 'width'])],
  outputs: [value('edges', [1, 1, 'height', 'width'])],
});
await writeFile(new URL('../../demos/onnx_filter/sobel.onnx', import.meta.url), sobel);
