import { engineDoor } from '../shared/engine-door.ts';
import { AssetError } from '../shared/errors.ts';
import type { EngineModule, EngineScript } from '../shared/engines.ts';
import type { FFmpeg } from '../shared/ffmpeg.ts';

/**
 * Has ffmpeg write a file anew, for what no part of the browser can read. Some 32 MB are downloaded for the first
 * time, and kept by the browser.
 *
 * @param args - what stands between the input and the output.
 * @param name - of the result: its ending says what it is to be.
 * @param told - is told how far it is, 0 … 1, once ffmpeg is there and where that can be known.
 * @throws {AssetError} when ffmpeg cannot be had. @throws {HandlerError} when it fails.
 */
export async function ffmpegTo(
  file: Blob,
  args: readonly string[],
  name: string,
  signal: AbortSignal,
  told?: (part: number) => void,
): Promise<Blob> {
  const places = await engineDoor.places?.();
  if (!places) throw new AssetError('ffmpeg cannot be found by this page', { url: '' });
  const engine = (await load(places.scripts.ffmpeg)) as EngineModule<Promise<FFmpeg>>;
  const folders = { ...places.folders }; // of this run alone
  try {
    const host = { signal, base: places.base, folders, progress: () => undefined, notice: () => undefined };
    const ffmpeg = await engine.open(host);
    const files = await ffmpeg.run(
      ['-i', 'in', ...args, name],
      { in: file },
      { signal, onProgress: (part) => part !== null && told?.(part) },
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
