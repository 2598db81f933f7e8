import { executeServerCommand } from '@web/test-runner-commands';
import type { HandlerContext } from '../../src/runner/context.ts';
import type { FFmpegFiles } from '../../src/shared/ffmpeg.ts';
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

/** A file of the sample media beside the repository; `null` where there is none. */
export async function sample(name: string): Promise<Blob | null> {
  const response = await fetch(`/shared/media/${name}`);
  return response.ok ? response.blob() : null;
}

/** What the system's own ffmpeg writes to standard output; `null` where there is none. */
export async function native(args: string[], files: Record<string, Blob> = {}): Promise<string | null> {
  const encoded = await Promise.all(
    Object.entries(files).map(async ([name, blob]) => [name, await base64(blob)]),
  );
  const payload = { args, files: Object.fromEntries(encoded) };
  return executeServerCommand<string | null, typeof payload>('native-ffmpeg', payload);
}

async function base64(blob: Blob): Promise<string> {
  const reader = new FileReader();
  reader.readAsDataURL(blob);
  await new Promise((resolve) => (reader.onload = resolve));
  return (reader.result as string).split(',')[1] ?? '';
}

/** The sample video of 7.8 s, 234 frames of 320×180; skips the tests where there is none. */
export async function sampleVideo(this_: Mocha.Context, name = 'rabbit320.mp4'): Promise<Blob> {
  const video = await sample(name);
  if (!video) {
    console.log(
      `${this_.test?.parent?.title}: skipped, there is no shared/media/${name} beside the repository`,
    );
    this_.skip();
  }
  return video as Blob;
}

/** The lines of a hash list that tell of frames, not of the program that made it. */
export function hashes(text: string): string[] {
  return text.split('\n').filter((line) => line && !line.startsWith('#'));
}
