/** @file The types that a handler sees of onnxruntime-web. */

import type { TensorData, TensorLike } from '../picture/tensor-types.ts';

// This is the part that Rivulet adds to or relies on. The library's own types describe the rest, for those who have
// it installed: `(await ctx.onnx(url)) as InferenceSession`.

/** A tensor of onnxruntime-web. */
export interface OnnxTensor extends TensorLike {
  /** Floats, as most models give them; of other types see `type`. */
  readonly data: Float32Array;
  readonly size: number;
  dispose(): void;
}

/** What a model says of one input or output. */
export interface OnnxValueInfo {
  readonly name: string;
  readonly isTensor: boolean;
  readonly type?: string;
  /** A number is fixed, a name is free; empty when the model does not say. */
  readonly shape?: readonly (number | string)[];
}

/** A model that is ready to run: an `InferenceSession` of onnxruntime-web. */
export interface OnnxSession {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  readonly inputMetadata: readonly OnnxValueInfo[];
  readonly outputMetadata: readonly OnnxValueInfo[];
  /** Runs the model. Calls that overlap wait for each other, whichever session they are of. */
  run(
    feeds: Readonly<Record<string, TensorLike>>,
    ...rest: readonly unknown[]
  ): Promise<Record<string, OnnxTensor>>;
  /** Frees its memory; the next `ctx.onnx` of the same model makes a new one. Never needed: it ends with its worker. */
  release(): Promise<void>;
}

/**
 * Options of `ctx.onnx`: those of `InferenceSession.create`, and they decide, with the URL, which session is meant.
 * `executionProviders` with `'webgpu'` in it runs on the GPU where there is one. Paths in `externalData` are resolved
 * against the model's URL. `logSeverityLevel` is 3 (errors) unless given.
 */
export interface OnnxOptions {
  executionProviders?: readonly (string | { readonly name: string })[];
  externalData?: readonly (string | { readonly path: string; readonly data: unknown })[];
  logSeverityLevel?: 0 | 1 | 2 | 3 | 4;
  [option: string]: unknown;
}

/** The namespace of onnxruntime-web, in part. */
export interface OnnxRuntime {
  readonly Tensor: {
    new (type: string, data: TensorData, dims?: readonly number[]): OnnxTensor;
    new (data: TensorData, dims?: readonly number[]): OnnxTensor;
  };
  readonly InferenceSession: {
    create(model: Uint8Array, options?: OnnxOptions): Promise<OnnxSession>;
  };
  readonly env: {
    logLevel?: string;
    readonly versions: { readonly web?: string };
    readonly wasm: Record<string, unknown>;
  };
}

/** What the engine's script gives to one run of a handler. */
export interface OnnxEngine {
  session(url: string | URL, options?: OnnxOptions): Promise<OnnxSession>;
  /** The runtime for the processor, where none is loaded yet. */
  runtime(): Promise<OnnxRuntime>;
}
