/** What is ours about a session of onnxruntime-web: calls in turn, plain tensors, words. */
import type { OnnxRuntime, OnnxSession, TensorLike } from '../../src/shared/onnx.ts';
import { reasonOf } from './onnx-failure.ts';
import { checkFeeds } from './onnx-feeds.ts';

let last: Promise<unknown> = Promise.resolve();

/** Does one thing after the other: the wasm of one runtime takes no second call while it waits for the first. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const next = last.then(work);
  last = next.catch(() => undefined);
  return next;
}

/**
 * Makes a session's calls wait for each other, take plain `{ type, data, dims }`, and say in words what was wrong.
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
  const tensor = (value: TensorLike) =>
    value instanceof ort.Tensor ? value : new ort.Tensor(value.type, value.data, value.dims);
  return Object.assign(session, {
    run: async (feeds: Readonly<Record<string, TensorLike>>, ...rest: readonly unknown[]) => {
      checkFeeds(session, name, feeds);
      const inputs = Object.entries(feeds).map(([key, value]) => [key, tensor(value)]);
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
