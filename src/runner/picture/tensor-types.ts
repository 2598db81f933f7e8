/** @file The types of tensors, as models take and give them. */

/** Numbers of a tensor, in the order of its dimensions, the last one running fastest. */
export type TensorData =
  | Float32Array
  | Float64Array
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | BigInt64Array
  | BigUint64Array
  | readonly number[]
  | readonly bigint[]
  | readonly boolean[]
  | readonly string[];

/** Numbers with a shape: what `session.run` takes, also as a plain object. */
export interface TensorLike {
  /** `'float32'`, `'uint8'`, `'int64'`, … */
  readonly type: string;
  readonly data: TensorData;
  /** Lengths by dimension; `[]` for a single number. */
  readonly dims: readonly number[];
}
