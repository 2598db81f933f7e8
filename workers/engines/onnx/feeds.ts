/** @file Compares what a handler gives to a model with what the model says of its inputs. */

import { describe } from '../../../src/shared/errors.ts';
import type { TensorLike } from '../../../src/runner/picture/tensor-types.ts';
import type { OnnxSession, OnnxValueInfo } from '../../../src/runner/tools/onnx-types.ts';

/**
 * Compares what a handler gives to a model with what the model says of its inputs.
 *
 * @throws {TypeError} that names the input, what was expected and what came.
 */
export function checkFeeds(session: OnnxSession, name: string, feeds: unknown): void {
  const takes = `The model ${name} takes ${session.inputMetadata.map(shown).join(', ')}`;
  if (typeof feeds !== 'object' || !feeds || 'dims' in feeds)
    throw new TypeError(`${takes}, by name as in run({ ${session.inputNames[0]} }), but got ${given(feeds)}`);
  const tensors = feeds as Readonly<Record<string, TensorLike>>;
  const unknown = Object.keys(tensors).find((key) => !session.inputNames.includes(key));
  if (unknown !== undefined) throw new TypeError(`${takes}, but got "${unknown}"`);
  session.inputNames.forEach((key, at) => {
    const value = tensors[key];
    if (!isTensor(value)) throw new TypeError(`${takes}, but got ${given(value)} for "${key}"`);
    const count = value.dims.reduce((product, length) => product * length, 1);
    const { length } = 'location' in value ? { length: count } : value.data; // a tensor on the GPU has its data there
    if (length !== count)
      throw new TypeError(
        `The input "${key}" has ${length} numbers, but its dims ${list(value.dims)} mean ${count}`,
      );
    if (!fits(session.inputMetadata[at], value))
      throw new TypeError(`${takes}, but got ${given(value)} for "${key}"`);
  });
}

function fits(info: OnnxValueInfo | undefined, { type, dims }: TensorLike): boolean {
  if (!info?.isTensor) return true;
  if (info.type !== type) return false;
  const { shape = [] } = info;
  if (!shape.length) return true; // one number, or the model does not say
  if (shape.length !== dims.length) return false;
  return shape.every((wanted, at) => typeof wanted === 'string' || wanted <= 0 || wanted === dims[at]);
}

function isTensor(value: unknown): value is TensorLike {
  const { type, dims } = (value ?? {}) as Partial<TensorLike>;
  if (typeof type !== 'string' || !Array.isArray(dims)) return false;
  return 'location' in (value as object) || Boolean((value as TensorLike).data); // on the GPU, `data` throws
}

const shown = ({ name, type, shape = [] }: OnnxValueInfo) =>
  `"${name}" as ${type ?? 'a list'} ${list(shape)}`;

const given = (value: unknown) => (isTensor(value) ? `${value.type} ${list(value.dims)}` : describe(value));

const list = (dims: readonly (number | string)[]) => `[${dims.join(', ')}]`;
