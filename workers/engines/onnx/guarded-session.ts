/** @file Makes the calls of a session wait for each other, take plain tensors, and fail in words. */

import { describe } from '../../../src/shared/errors.ts';
import type { TensorLike } from '../../../src/runner/picture/tensor-types.ts';
import type { OnnxRuntime, OnnxSession, OnnxValueInfo } from '../../../src/runner/tools/onnx-types.ts';
import { reasonOf } from './failure.ts';
import { checkFeeds } from './feeds.ts';

let last: Promise<unknown> = Promise.resolve();

/** Does one thing after the other: the wasm of one runtime takes no second call while it waits for the first. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const next = last.then(work);
  last = next.catch(() => undefined);
  return next;
}

/**
 * Makes a session's calls wait for each other, take plain `{ type, data, dims }`, and say in words what was wrong; a
 * length that a model leaves open without naming it is `'?'` in its metadata.
 *
 * @param name - of the model, for messages.
 * @param released - is called when the handler has released it.
 */
export function prepare(
  ort: OnnxRuntime,
  session: OnnxSession,
  name: string,
  released: () => void,
): OnnxSession {
  const run = session.run.bind(session);
  const release = session.release.bind(session);
  const tensor = (key: string, value: TensorLike) => {
    if (value instanceof ort.Tensor) return value;
    try {
      return new ort.Tensor(value.type, value.data, value.dims);
    } catch (cause) {
      const expected = /function (\w+)/.exec(reasonOf(cause))?.[1] ?? 'what fits';
      const came = `but its data is ${describe(value.data)}`;
      throw new TypeError(`The input "${key}" of ${name} is ${value.type}, ${came}, expected ${expected}`, {
        cause,
      });
    }
  };
  const [inputMetadata, outputMetadata] = [session.inputMetadata, session.outputMetadata].map(openLengths);
  Object.defineProperties(session, {
    inputMetadata: { value: inputMetadata },
    outputMetadata: { value: outputMetadata },
  });
  return Object.assign(session, {
    run: async (feeds: Readonly<Record<string, TensorLike>>, ...rest: readonly unknown[]) => {
      checkFeeds(session, name, feeds);
      const inputs = Object.entries(feeds).map(([key, value]) => [key, tensor(key, value)]);
      try {
        return await inTurn(() => run(Object.fromEntries(inputs), ...rest));
      } catch (cause) {
        throw new Error(`The model ${name} failed: ${reasonOf(cause)}`, { cause });
      }
    },
    release: () => {
      released();
      return inTurn(release);
    },
  });
}

/** The runtime reads −1, which means any length, as a number without a sign. */
const openLengths = (infos: readonly OnnxValueInfo[]) =>
  infos.map((info) => ({
    ...info,
    shape: info.shape?.map((length) => (typeof length === 'number' && length >= 2 ** 31 ? '?' : length)),
  }));
