import { Engines } from '../../../src/runner/engines.ts';
import type { EngineModule, EngineName } from '../../../src/shared/engines.ts';

/** Engines of a runner in one thread: what `modules` has, as a function that loads it; all others are not there. */
export function testEngines(modules: Partial<Record<EngineName, () => Promise<EngineModule>>> = {}): Engines {
  const script = { url: 'nowhere.js' };
  return new Engines(
    {
      base: document.baseURI,
      scripts: { ffmpeg: script, gradio: script, onnx: script, video: script },
      folders: { ffmpeg: [], 'onnxruntime-web': [] },
    },
    async (name) => {
      const load = modules[name];
      if (!load) throw new Error('not here');
      return load();
    },
  );
}
