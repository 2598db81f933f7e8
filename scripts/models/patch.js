/**
 * Writes test/fixtures/models/orange.onnx, which stands in for a model of faces in tests: what it takes and gives is shaped
 * as UltraFace's, and a "face" is an orange patch of 96 × 96 pixels. `input` [1, 3, 240, 320], (x − 127) / 128; `scores`
 * [1, 150, 2], no and yes; `boxes` [1, 150, 4] as shares of the picture.
 */
import { writeFile } from 'node:fs/promises';
import { model, node, tensor, value } from './onnx-writer.js';

const [width, height, patch, step] = [320, 240, 96, 16];
const floats = (name, dims, numbers) => tensor(name, dims, Float32Array.from(numbers));
const lefts = Array.from({ length: (width - patch) / step + 1 }, (_, at) => at * step);
const tops = Array.from({ length: (height - patch) / step + 1 }, (_, at) => at * step);
const boxes = tops.flatMap((top) =>
  lefts.flatMap((left) => [left / width, top / height, (left + patch) / width, (top + patch) / height]),
);
const count = boxes.length / 4;

const bytes = model({
  name: 'orange',
  nodes: [
    node('Conv', ['input', 'red less blue'], 'orange'),
    node('AveragePool', ['orange'], 'mean', { kernel_shape: [patch, patch], strides: [step, step] }),
    node('Conv', ['mean', 'steep', 'threshold'], 'noYes'),
    node('Sigmoid', ['noYes'], 'shares'),
    node('Reshape', ['shares', 'list'], 'listed'),
    node('Transpose', ['listed'], 'scores', { perm: [0, 2, 1] }),
    node('Identity', ['places'], 'boxes'),
  ],
  tensors: [
    floats('red less blue', [1, 3, 1, 1], [1, 0, -1]),
    floats('steep', [2, 1, 1, 1], [-12, 12]),
    floats('threshold', [2], [12, -12]),
    floats('places', [1, count, 4], boxes),
    tensor('list', [3], BigInt64Array.from([1n, 2n, BigInt(count)])),
  ],
  inputs: [value('input', [1, 3, height, width])],
  outputs: [value('scores', [1, count, 2]), value('boxes', [1, count, 4])],
});
await writeFile(new URL('../../test/fixtures/models/orange.onnx', import.meta.url), bytes);
