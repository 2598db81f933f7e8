/**
 * Writes demos/onnx_filter/sobel.onnx: a picture's edges by Sobel's two 3×3 convolutions, as a graph of three nodes for
 * pictures of any size, `image` [1, 3, height, width] to `edges` [1, 1, height, width], 0…1. No package is needed: an
 * ONNX file is a protocol buffer, of which a few lines write all that is used here.
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const varint = (value) => (value < 128 ? [value] : [(value % 128) | 128, ...varint(Math.floor(value / 128))]);
const bytesOf = (value) => (typeof value === 'string' ? [...Buffer.from(value)] : value);

/** One field: a number, or bytes, text or a message. */
const field = (number, value) =>
  typeof value === 'number'
    ? [...varint(number * 8), ...varint(value)]
    : [...varint(number * 8 + 2), ...varint(bytesOf(value).length), ...bytesOf(value)];

/** A message from its fields: `{ [number]: value }`, where a list repeats the field. */
const message = (fields) =>
  Object.entries(fields).flatMap(([number, values]) =>
    values.flatMap((value) => field(Number(number), value)),
  );

const [FLOAT, INT64] = [1, 7];
const raw = (numbers) => [...new Uint8Array(numbers.buffer)];
const tensor = (name, type, dims, numbers) => message({ 1: dims, 2: [type], 8: [name], 9: [raw(numbers)] });
const node = (type, inputs, output, attributes = []) =>
  message({ 1: inputs, 2: [output], 4: [type], 5: attributes });
const text = (name, value) => message({ 1: [name], 4: [value], 20: [3] });
const integers = (name, values) => message({ 1: [name], 8: values, 20: [7] });
/** An input or output: lengths are numbers, or names where any will do. */
const value = (name, dims) => {
  const shape = message({
    1: dims.map((dim) => message(typeof dim === 'string' ? { 2: [dim] } : { 1: [dim] })),
  });
  return message({ 1: [name], 2: [message({ 1: [message({ 1: [FLOAT], 2: [shape] })] })] });
};

const across = [-1, 0, 1, -2, 0, 2, -1, 0, 1];
const down = [-1, -2, -1, 0, 0, 0, 1, 2, 1];
const brightness = [0.299, 0.587, 0.114];
// Two filters over three channels each: brightness and slope in one step.
const weights = [across, down].flatMap((kernel) =>
  brightness.flatMap((share) => kernel.map((k) => k * share)),
);

const graph = message({
  1: [
    node('Pad', ['image', 'margin'], 'padded', [text('mode', 'edge')]),
    node('Conv', ['padded', 'sobel'], 'slopes'),
    node('ReduceL2', ['slopes'], 'edges', [integers('axes', [1])]),
  ],
  2: ['sobel'],
  5: [
    tensor('sobel', FLOAT, [2, 3, 3, 3], Float32Array.from(weights)),
    tensor('margin', INT64, [8], BigInt64Array.from([0n, 0n, 1n, 1n, 0n, 0n, 1n, 1n])),
  ],
  11: [value('image', [1, 3, 'height', 'width'])],
  12: [value('edges', [1, 1, 'height', 'width'])],
});
const model = message({ 1: [8], 7: [graph], 8: [message({ 2: [13] })] });

await writeFile(
  fileURLToPath(new URL('../demos/onnx_filter/sobel.onnx', import.meta.url)),
  Uint8Array.from(model),
);
