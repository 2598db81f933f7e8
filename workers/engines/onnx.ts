/** @file The engine behind `ctx.onnx` and `ctx.ort`: makes sessions once, and queues their calls. */

import type { EngineHost } from '../../src/shared/engines.ts';
import { describe } from '../../src/shared/errors.ts';
import type { OnnxEngine, OnnxOptions, OnnxRuntime, OnnxSession } from '../../src/runner/tools/onnx-types.ts';
import { type Watch, asset, dropAsset, fileName, watchFor } from './assets/asset.ts';
import { Once } from './assets/once.ts';
import { isBroken, isForbidden, isRuntimeFailure, sessionFailure } from './onnx/failure.ts';
import { type BuildName, forgetRuntime, loadRuntime } from './onnx/runtime.ts';
import { inTurn, prepare } from './onnx/guarded-session.ts';

/** The first runtime that was loaded: `ctx.ort`. */
export let ort: OnnxRuntime | undefined;

/** Sessions by the worker that they are of; handlers in the page share this script. */
const workers = new WeakMap<EngineHost['folders'], Once<OnnxSession>>();

/** Returns what one run of a handler uses: `ctx.onnx` and `ctx.ort`. */
export function open(host: EngineHost): OnnxEngine {
  return {
    session: (url, options = {}) => session(absolute(url, host.base), options, host),
    runtime: () => loaded('wasm', host, watchFor(host)),
  };
}

/** Frees the sessions of a worker. */
export function close(folders: EngineHost['folders']): void {
  for (const opening of workers.get(folders)?.clear() ?? [])
    void opening.then((each) => each.release()).catch(() => undefined);
}

async function session(url: string, options: OnnxOptions, host: EngineHost): Promise<OnnxSession> {
  let sessions = workers.get(host.folders);
  if (!sessions) workers.set(host.folders, (sessions = new Once()));
  const key = `${url} ${JSON.stringify(options)}`;
  let shown = false;
  const watch = watchFor({
    signal: host.signal,
    progress: (...far) => {
      shown = true;
      host.progress(...far);
    },
  });
  const made = await sessions.get(key, watch, (joint) =>
    make(url, options, host, joint, () => sessions.forget(key)),
  );
  if (shown) host.progress(null);
  return made;
}

async function make(
  url: string,
  options: OnnxOptions,
  host: EngineHost,
  watch: Watch,
  forget: () => void,
): Promise<OnnxSession> {
  const model = { what: `The model ${fileName(url)}` };
  const given = await withProviders(options, host);
  // One that fails leaves the other: what it has got by then is kept for the next time.
  const [runtime, bytes, externalData] = await Promise.all([
    loaded(given.build, host, watch),
    asset(url, model, watch),
    external(options, url, watch),
  ]);
  const all = { logSeverityLevel: 3, ...given.options, ...externalData } as OnnxOptions;
  const size = bytes.length;
  try {
    const created = await inTurn(() => runtime.InferenceSession.create(bytes, all));
    Object.assign(runtime.env.wasm, { wasmBinary: undefined }); // it has started: the memory is free
    if (watch.signal.aborted) void inTurn(() => created.release());
    watch.signal.throwIfAborted();
    return prepare(runtime, created, fileName(url), forget);
  } catch (thrown) {
    watch.signal.throwIfAborted();
    const failure = sessionFailure(thrown, url, size, runtime);
    if (isRuntimeFailure(thrown)) {
      const wasm = forgetRuntime(given.build);
      if (wasm && !isForbidden(thrown)) await dropAsset(wasm); // what does not start is not what it should be
    } else if (isBroken(thrown)) await dropAsset(url); // not every server would say that it has another one by now
    throw failure;
  }
}

async function loaded(build: BuildName, { folders }: EngineHost, watch: Watch): Promise<OnnxRuntime> {
  const runtime = await loadRuntime(build, folders, watch);
  ort ??= runtime;
  return runtime;
}

/** The build that the options need, and the options without a GPU that is not there. */
async function withProviders(
  options: OnnxOptions,
  { notice }: EngineHost,
): Promise<{ build: BuildName; options: OnnxOptions }> {
  const { executionProviders = [] } = options;
  const isGPU = (each: string | { name: string }) =>
    (typeof each === 'string' ? each : each.name) === 'webgpu';
  if (!executionProviders.some(isGPU)) return { build: 'wasm', options };
  const { gpu } = navigator as { gpu?: { requestAdapter(): Promise<unknown> } };
  if (await gpu?.requestAdapter().catch(() => null))
    return { build: 'Suspending' in WebAssembly ? 'jspi' : 'webgpu', options };
  notice('There is no GPU for the model here: it runs on the processor');
  const others = executionProviders.filter((each) => !isGPU(each));
  return { build: 'wasm', options: { ...options, executionProviders: others.length ? others : ['wasm'] } };
}

/** Files with the weights of a large model, which lie beside it. */
async function external(
  { externalData }: OnnxOptions,
  model: string,
  watch: Watch,
): Promise<Pick<OnnxOptions, 'externalData'>> {
  if (!externalData) return {};
  const files = externalData.map(async (each) => {
    const { path, data } = typeof each === 'string' ? { path: each, data: each } : each;
    if (typeof data !== 'string') return { path, data };
    const url = new URL(data, model).href;
    return { path, data: await asset(url, { what: `The weights ${fileName(url)}` }, watch) };
  });
  return { externalData: await Promise.all(files) };
}

function absolute(url: unknown, base: string): string {
  if ((typeof url === 'string' && url) || url instanceof URL)
    try {
      return new URL(url, base).href;
    } catch {
      // Said below.
    }
  throw new TypeError(`ctx.onnx was given ${describe(url)}, expected the URL of a model`);
}
