/** @file Runs ffmpeg once, in the worker that the page starts for it. */

import type { EngineModule, EnginePlaces, EngineScript } from '../../shared/engines.ts';
import type { FFmpeg } from '../../shared/ffmpeg.ts';

/** What ffmpeg is to do for a component. */
export interface FFmpegJob {
  places: EnginePlaces;
  file: Blob;
  /** What stands between the input and the output. */
  args: readonly string[];
  /** Of the result: its ending says what it is to be. */
  name: string;
}

/**
 * Loads ffmpeg, has it write a file anew, and lets it go. `onProgress` is told how far it is, 0 … 1, where that can be
 * known.
 */
export async function runFFmpeg(
  { places, file, args, name }: FFmpegJob,
  signal: AbortSignal,
  onProgress?: (part: number) => void,
): Promise<Blob> {
  const engine = (await load(places.scripts.ffmpeg)) as EngineModule<Promise<FFmpeg>>;
  const folders = { ...places.folders }; // of this run alone
  try {
    const host = { signal, base: places.base, folders, progress: () => undefined, notice: () => undefined };
    const ffmpeg = await engine.open(host);
    const files = await ffmpeg.run(
      ['-i', 'in', ...args, name],
      { in: file },
      { signal, onProgress: (part) => part !== null && onProgress?.(part) },
    );
    return files[name]!;
  } finally {
    engine.close?.(folders);
  }
}

async function load(script: EngineScript): Promise<unknown> {
  if ('url' in script) return import(/* @vite-ignore */ script.url);
  const url = URL.createObjectURL(new Blob([script.text], { type: 'text/javascript' }));
  try {
    return await import(/* @vite-ignore */ url);
  } finally {
    URL.revokeObjectURL(url);
  }
}
