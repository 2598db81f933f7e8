/** @file Has ffmpeg write a file anew, for the page itself. */

import { unlessAborted } from '../../shared/abort.ts';
import { engineLocator } from '../../page/engine-locator.ts';
import { AssetError, WorkerError } from '../../shared/errors.ts';
import { fromWire } from '../../shared/wire-error.ts';
import { type FFmpegJob, runFFmpeg } from './ffmpeg-run.ts';
import type { FFmpegAnswer } from './ffmpeg-worker.ts';
import script from './ffmpeg-worker.ts?worker&url';

/**
 * Has ffmpeg write a file anew, for what no part of the browser can read. Some 32 MB are downloaded for the first
 * time, and kept by the browser.
 *
 * @param args - what stands between the input and the output.
 * @param name - of the result: its ending says what it is to be.
 * @param onProgress - is called with how far it is, 0 … 1, once ffmpeg is there and where that can be known.
 * @throws {AssetError} when ffmpeg cannot be had. @throws {HandlerError} when it fails.
 */
export async function ffmpegTo(
  file: Blob,
  args: readonly string[],
  name: string,
  signal: AbortSignal,
  onProgress?: (part: number) => void,
): Promise<Blob> {
  const places = await engineLocator()?.places();
  if (!places) throw new AssetError('ffmpeg cannot be found by this page', { url: '' });
  const job = { places, file, args, name };
  // Under a policy that forbids workers from blobs ffmpeg runs in the thread that asks: that must not be the page's.
  const worker = await engineLocator()
    ?.worker(script)
    .catch(() => null);
  return worker ? inWorker(worker, job, signal, onProgress) : runFFmpeg(job, signal, onProgress);
}

async function inWorker(
  worker: Worker,
  job: FFmpegJob,
  signal: AbortSignal,
  onProgress?: (part: number) => void,
): Promise<Blob> {
  const done = new Promise<Blob>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<FFmpegAnswer>) => {
      if ('part' in data) onProgress?.(data.part);
      else if ('result' in data) resolve(data.result);
      else if ('failed' in data) reject(fromWire(data.failed));
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      reject(new WorkerError(`ffmpeg's worker failed: ${event.message}`));
    });
  });
  try {
    worker.postMessage({ job });
    return await unlessAborted(done, signal);
  } finally {
    worker.terminate();
  }
}
