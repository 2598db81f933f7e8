/** @file Loads a build of onnxruntime-web. */

import { AssetError, wordsOf } from '../../../src/shared/errors.ts';
import type { EngineHost } from '../../../src/shared/engines.ts';
import type { OnnxRuntime } from '../../../src/runner/tools/onnx-types.ts';
import { type Watch, assetFrom } from '../assets/asset.ts';
import { Once } from '../assets/once.ts';

/** The builds of onnxruntime-web that are used, smallest first. `size` is that of the wasm file, in bytes. */
export const builds = {
  wasm: { script: 'ort.wasm.min.mjs', wasm: 'ort-wasm-simd-threaded', size: 14_239_897 },
  /** With WebGPU, for browsers whose wasm can wait for promises by itself. */
  jspi: { script: 'ort.jspi.min.mjs', wasm: 'ort-wasm-simd-threaded.jspi', size: 16_758_545 },
  webgpu: { script: 'ort.webgpu.min.mjs', wasm: 'ort-wasm-simd-threaded.asyncify', size: 26_781_914 },
} as const;

export type BuildName = keyof typeof builds;

const runtimes = new Once<OnnxRuntime>();

/** Where the wasm file of each came from. */
const files = new Map<BuildName, string>();

/** Times that a runtime would not start: it remembers that, so that the next try needs a copy of its own. */
let failures = 0;

/**
 * Loads a build of onnxruntime-web, once for this thread.
 *
 * @throws {AssetError} when its files cannot be had.
 */
export function loadRuntime(
  name: BuildName,
  folders: EngineHost['folders'],
  watch: Watch,
): Promise<OnnxRuntime> {
  const { script, wasm, size } = builds[name];
  return runtimes.get(name, watch, async (joint) => {
    const what = 'The wasm file of onnxruntime-web';
    const found = await assetFrom(folders['onnxruntime-web'], `${wasm}.wasm`, { what, size }, joint);
    files.set(name, `${found.folder}${wasm}.wasm`);
    const again = failures ? `?again=${failures}` : '';
    const ort = await importScript(found.folder + script + again);
    const mjs = `${found.folder}${wasm}.mjs${again}`;
    Object.assign(ort.env.wasm, {
      wasmBinary: found.bytes.buffer,
      wasmPaths: { mjs },
      numThreads: (await canThread(mjs)) ? 0 : 1, // 0: as many as it thinks fit
    });
    return ort;
  });
}

/** To be called when a runtime turned out not to start. Gives the URL of its wasm file. */
export function forgetRuntime(name: BuildName): string | undefined {
  failures += 1;
  runtimes.forget(name);
  return files.get(name);
}

async function importScript(url: string): Promise<OnnxRuntime> {
  let ort: Partial<OnnxRuntime>;
  try {
    ort = (await import(/* @vite-ignore */ /* webpackIgnore: true */ url)) as OnnxRuntime;
  } catch (cause) {
    failures += 1; // browsers remember what a script threw
    const reason = wordsOf(cause);
    throw new AssetError(`The script of onnxruntime-web could not be loaded: ${reason}`, { url, cause });
  }
  if (ort.env && ort.InferenceSession) return ort as OnnxRuntime;
  failures += 1;
  const words = `The script of onnxruntime-web at ${url} is empty, or another one: it has no InferenceSession`;
  throw new AssetError(words, { url, status: 200 });
}

/**
 * Threads need an isolated page. One trap: a script of the page's own origin that is served without that header itself
 * makes a worker that never starts, and never says so.
 */
async function canThread(url: string): Promise<boolean> {
  if (!globalThis.crossOriginIsolated) return false;
  if (new URL(url).origin !== globalThis.origin) return true;
  const response = await fetch(url, { method: 'HEAD' }).catch(() => null);
  return response?.headers.has('cross-origin-embedder-policy') ?? false;
}
