/**
 * Writes ONNX files. No package is needed: a model is a protocol buffer, of which a few lines write all that is used
 * here.
 */
const varint = (value) => (value < 128 ? [value] : [(value % 128) | 128, ...varint(Math.floor(value / 128))]);
const bytesOf = (value) => (typeof value === 'string' ? [...Buffer.from(value)] : value);

/** One field: a number, or bytes, text or a message. */
const field = (number, value) =>
  typeof value === 'number'
    ? [varint(number * 8), varint(value)].flat()
    : [varint(number * 8 + 2), varint(bytesOf(value).length), bytesOf(value)].flat();

/** A message from its fields: `{ [number]: value }`, where a list repeats the field. */
const message = (fields) =>
  Object.entries(fields).flatMap(([number, values]) =>
    values.flatMap((value) => field(Number(number), value)),
  );

const [FLOAT, INT64] = [1, 7];
const raw = (numbers) => [...new Uint8Array(numbers.buffer)];

/** A tensor of the graph: a `Float32Array` or a `BigInt64Array`, and its shape. */
export const tensor = (name, dims, numbers) =>
  message({ 1: dims, 2: [numbers instanceof BigInt64Array ? INT64 : FLOAT], 8: [name], 9: [raw(numbers)] });

/** An operation. Attributes are text, or lists of whole numbers. */
export const node = (type, inputs, output, attributes = {}) =>
  message({ 1: inputs, 2: [output], 4: [type], 5: Object.entries(attributes).map(attribute) });

const attribute = ([name, value]) =>
  typeof value === 'string'
    ? message({ 1: [name], 4: [value], 20: [3] })
    : typeof value === 'number'
      ? message({ 1: [name], 3: [value], 20: [2] })
      : message({ 1: [name], 8: value, 20: [7] });

/** An input or output of floats: lengths are numbers, or names where any will do. */
export const value = (name, dims) => {
  const shape = message({
    1: dims.map((dim) => message(typeof dim === 'string' ? { 2: [dim] } : { 1: [dim] })),
  });
  return message({ 1: [name], 2: [message({ 1: [message({ 1: [FLOAT], 2: [shape] })] })] });
};

/**
 * The bytes of a model.
 *
 * @param {{ name: string, nodes: number[][], tensors: number[][], inputs: number[][], outputs: number[][],
 *   about?: Record<string, string> }} graph `about` goes into the file's metadata.
 */
export function model({ name, nodes, tensors, inputs, outputs, about = {} }) {
  const graph = message({ 1: nodes, 2: [name], 5: tensors, 11: inputs, 12: outputs });
  const properties = Object.entries(about).map(([key, text]) => message({ 1: [key], 2: [text] }));
  return Uint8Array.from(message({ 1: [8], 7: [graph], 8: [message({ 2: [13] })], 14: properties }));
}
