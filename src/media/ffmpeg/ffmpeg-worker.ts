/** @file The worker in which ffmpeg writes a file anew for the page. */

import { toWire } from '../../shared/wire-error.ts';
import type { WireError } from '../../shared/protocol.ts';
import { type FFmpegJob, runFFmpeg } from './ffmpeg-run.ts';

/** What the worker answers; with `part` it is not done yet. */
export type FFmpegAnswer = { part: number } | { result: Blob } | { failed: WireError };

// One job: the page ends the worker, which ffmpeg may block while it runs.
const worker = globalThis as unknown as {
  onmessage: (event: MessageEvent<{ job?: FFmpegJob }>) => void;
  postMessage(answer: FFmpegAnswer): void;
};

worker.onmessage = ({ data: { job } }) => {
  if (!job) return; // of the worker that runs this script
  runFFmpeg(job, new AbortController().signal, (part) => worker.postMessage({ part })).then(
    (result) => worker.postMessage({ result }),
    (error: unknown) => worker.postMessage({ failed: toWire(error) }),
  );
};
