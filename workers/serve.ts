/** @file `serve`: ends a worker file of the user's bundler. */

import { expose } from 'comlink';
import { WorkerError } from '../src/shared/errors.ts';
import type { EngineName } from '../src/shared/engines.ts';
import type { HandlerApi, HandlerSource } from '../src/shared/protocol.ts';
import { toWire } from '../src/shared/wire-error.ts';
import { isAsking } from '../src/shared/syntax-error-place.ts';
import { Engines } from '../src/runner/engines.ts';
import { pick } from '../src/runner/load.ts';
import { Runner } from '../src/runner/runner.ts';
import type { LoadedHandler } from '../src/runner/steps.ts';
import type { Handler } from '../src/runner/steps.ts';

export type { HandlerContext, ToastOptions } from '../src/runner/context.ts';
export type { ImageTensor } from '../src/runner/picture/image-tensor.ts';
export type { Progress } from '../src/runner/tools/progress.ts';
export type { TensorOptions } from '../src/runner/picture/to-tensor.ts';
export type { TensorLike } from '../src/runner/picture/tensor-types.ts';
export type { OnnxOptions, OnnxSession, OnnxTensor } from '../src/runner/tools/onnx-types.ts';

/**
 * Answers the page: loads what it asks for with `load`, then runs it. `importEngine` is for `Engines`; `connected` is
 * told the page's base URL before anything is loaded.
 */
export function answer(
  load: (source: HandlerSource, engines: Engines) => LoadedHandler | Promise<LoadedHandler>,
  importEngine: ConstructorParameters<typeof Engines>[1],
  connected?: (base: string) => void,
): void {
  let loaded: LoadedHandler | null = null;
  let runner: Runner | null = null;
  let engines: Engines;
  const api: HandlerApi = {
    connect(port, places) {
      connected?.(places.base);
      const handler = () => {
        if (!loaded) throw new WorkerError('The worker has no handler yet');
        return loaded;
      };
      engines = new Engines(places, importEngine);
      runner = new Runner(port, handler, engines);
    },
    async load(source) {
      try {
        loaded = await load(source, engines);
        return {};
      } catch (error) {
        return { error: toWire(error) };
      }
    },
  };
  self.addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    runner?.stray(event.reason);
  });
  self.addEventListener('error', (event) => {
    if (isAsking()) return;
    event.preventDefault();
    runner?.stray(event.error ?? event.message);
  });
  // A worker that closes itself says nothing: the page would wait for ever.
  const { close } = self;
  self.close = () => {
    runner?.closed();
    close.call(self);
  };
  expose(api);
}

/** Written out, so that the user's bundler puts each engine into a file that is loaded when it is asked for. */
const engines: Record<Exclude<EngineName, 'gradio'>, () => Promise<unknown>> = {
  ffmpeg: () => import('./engines/ffmpeg.ts'),
  onnx: () => import('./engines/onnx.ts'),
  video: () => import('./engines/video.ts'),
};

/**
 * Ends a worker file of a user's bundler: `serve({ edges, cartoon })`. The page reaches the handlers by
 * `rv.handlers<typeof import('./filters')>(() => new Worker(…))`.
 * Elsewhere than in a worker, as in a test that imports the file to call its functions, it does nothing.
 *
 * @param handlers - functions or generators by name.
 */
export function serve(handlers: Record<string, Handler | ((...args: never[]) => unknown)>): void {
  if (!('WorkerGlobalScope' in globalThis)) return;
  answer(
    async (source) => {
      if (source.kind !== 'served') throw new WorkerError('This worker serves its own handlers only');
      return pick(handlers, source.export, source.name, 'The worker');
    },
    (name) => engines[name as keyof typeof engines](), // a server's handlers run in the library's own worker
  );
}
