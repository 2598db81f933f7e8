import { executeServerCommand } from '@web/test-runner-commands';
import type { HandlerContext } from '../../../src/runner/context.ts';
import type { FFmpegFiles } from '../../../src/shared/ffmpeg.ts';
import { ffmpeg } from '../beside.ts';
import { HandlerWorker } from './handler-worker.ts';

export { HandlerWorker };

/** What the handler below gives back. */
export interface FFmpegRun {
  files: Record<string, Blob>;
  /** What `onProgress` heard, where it was asked for. */
  heard: (number | null)[];
  log: string[];
}

/** How the handler below runs ffmpeg. */
export interface FFmpegGiven {
  follow?: boolean;
  duration?: number;
}

/** A worker whose handler runs ffmpeg as it is told. */
export class FFmpegWorker extends HandlerWorker {
  constructor() {
    super(async (args: string[], files: FFmpegFiles, given: FFmpegGiven, ctx: HandlerContext) => {
      const heard: (number | null)[] = [];
      const log: string[] = [];
      const ffmpeg = await ctx.ffmpeg();
      const onProgress = (done: number | null) => heard.push(done);
      const own = given.follow ? { onProgress } : {};
      const options = { ...own, duration: given.duration, onLog: (line: string) => log.push(line) };
      return { files: await ffmpeg.run(args, files, options), heard, log };
    });
  }

  async ffmpeg(
    args: readonly unknown[],
    files: Record<string, unknown> = {},
    given: FFmpegGiven = {},
    signal?: AbortSignal,
  ): Promise<FFmpegRun> {
    return (await this.run([args, files, given], signal)) as FFmpegRun;
  }

  /** The error of a run that has to fail. */
  async failure(args: readonly unknown[], files: Record<string, unknown> = {}): Promise<FFmpegFailure> {
    const error = await this.ffmpeg(args, files).then(
      () => new Error('it did not fail'),
      (thrown: unknown) => thrown,
    );
    return error as FFmpegFailure;
  }
}

/** What a failed run throws. */
export type FFmpegFailure = Error & {
  exitCode: number | null;
  log: string;
  url: string;
  status: number;
  handler: string;
};

/** The arguments that have ffmpeg write hashes, as those in expected.json. */
export const HASHES = {
  streams: ['-map', '0', '-c', 'copy', '-f', 'streamhash', '-hash', 'MD5'],
  packets: ['-map', '0', '-c', 'copy', '-f', 'framehash', '-hash', 'CRC32'],
  frames: ['-an', '-pix_fmt', 'yuv420p', '-f', 'framehash', '-hash', 'CRC32'],
};

/** The lines of a list of hashes that tell of frames, not of the program that made it. */
export function hashes(text: string): string[] {
  const lines = text.split('\n').filter((line) => line && !line.startsWith('#'));
  return lines.map((line) => line.replaceAll(' ', ''));
}

/**
 * What ffmpeg writes about a file, which it knows as `in`: the system's own ffmpeg, or ours in another worker where
 * there is none. `args` stand between the file and the result.
 */
export async function about(file: Blob, args: readonly string[]): Promise<string> {
  const given = ['-i', 'in', ...args, 'out.txt'];
  if (ffmpeg) {
    const payload = { args: given, files: { in: await base64(file) } };
    return executeServerCommand<string, typeof payload>('native-ffmpeg', payload);
  }
  const worker = new FFmpegWorker();
  const { files } = await worker.ffmpeg(given, { in: file });
  worker.close();
  return files['out.txt']!.text();
}

async function base64(blob: Blob): Promise<string> {
  const reader = new FileReader();
  reader.readAsDataURL(blob);
  await new Promise((resolve) => (reader.onload = resolve));
  return (reader.result as string).split(',')[1] ?? '';
}
