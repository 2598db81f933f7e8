import { on } from '../../../src/bind/binding/on.ts';
import type { EngineHost } from '../../../src/shared/engines.ts';
import type { OnnxRuntime } from '../../../src/runner/tools/onnx-types.ts';

import { FakePort, ended } from '../bind/fake-port.ts';

/** Models that are always there: the demos' own, one that a package ships, and a stand-in for one of faces. */
export const MODELS = {
  digits: '/demos/digits/digits.onnx',
  voice: '/demos/voice_activity/silero_vad_v6.onnx',
  orange: '/test/fixtures/models/orange.onnx',
};

/** A grey picture with an orange patch of 0.3 of its width, where `orange` finds a "face": its left upper corner. */
export function patched(left: number, top: number, width = 640, height = 480): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#808080';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#fb923c';
  context.fillRect(left, top, width * 0.3, width * 0.3);
  return canvas;
}

/** onnxruntime-web by itself, as its users have it. */
export async function plainRuntime(): Promise<OnnxRuntime> {
  const folder = '/src/onnxruntime-web/';
  const ort = (await import(`${folder}ort.wasm.min.mjs?plain`)) as OnnxRuntime;
  Object.assign(ort.env.wasm, { wasmPaths: new URL(folder, location.href).href, numThreads: 1 });
  return ort;
}

/** A run of a handler, as an engine sees it, and what it was told. */
export interface Told extends EngineHost {
  steps: { done: number | null; desc: string }[];
  notices: string[];
}

/** What an engine is given, in the page. Each call stands for a worker of its own. */
export function engineHost({
  signal = new AbortController().signal,
  ...more
}: Partial<EngineHost> = {}): Told {
  const [steps, notices]: [Told['steps'], string[]] = [[], []];
  return {
    signal,
    base: document.baseURI,
    folders: { ffmpeg: [], 'onnxruntime-web': [new URL('/src/onnxruntime-web/', location.href).href] },
    progress: (done, desc = '') => void steps.push({ done, desc }),
    notice: (message) => void notices.push(message),
    ...more,
    steps,
    notices,
  };
}

/** The pixels of a picture. */
export async function pixelsOf(file: Blob): Promise<ImageData> {
  const bitmap = await createImageBitmap(file);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height);
}

/** What a handler gives for these inputs, in a real worker. @throws what it threw */
export async function runInWorker<T>(fn: (...args: never[]) => unknown, ...inputs: unknown[]): Promise<T> {
  const [go, out] = [new FakePort(), new FakePort()];
  const binding = on(go, 'go', { fn, inputs: inputs.map((value) => new FakePort(value)), outputs: out });
  const end = ended(binding);
  go.fire('go');
  const outcome = await end;
  binding.remove();
  if (outcome !== 'success') throw out.status.error ?? new Error(outcome);
  return out.value as T;
}
