import { executeServerCommand } from '@web/test-runner-commands';
import { Bridge } from '../../src/bridge/bridge.ts';
import type { Aside } from '../../src/bridge/call.ts';
import { startOwnWorker } from '../../src/bridge/own-worker.ts';
import type { HandlerContext } from '../../src/runner/context.ts';
import type { FFmpegFiles } from '../../src/shared/ffmpeg.ts';

const never = new AbortController().signal;

/** A handler in a worker of its own, as a page runs it, without the page around it. */
export class HandlerWorker {
  readonly bridge: Bridge;
  /** What the runs have said besides their results. */
  readonly said: Aside[] = [];

  /** @param handler - its source travels: it must stand alone. Its last argument is `ctx`. */
  constructor(handler: (...args: never[]) => unknown) {
    const source = { kind: 'function', name: 'tested', text: String(handler) } as const;
    this.bridge = new Bridge(source, { worker: startOwnWorker(), advice: 'it would not start' });
  }

  /** Runs the handler. @returns its last yield. */
  async run(inputs: unknown[], signal = never): Promise<unknown> {
    await this.bridge.ready;
    const request = {
      inputs: inputs.map((value) => ({ kind: 'value', value }) as const),
      outputs: ['out'],
      event: { target: '', name: 'go', data: null },
    };
    let last: unknown;
    const steps = this.bridge.run(request, signal, (aside) => this.said.push(aside));
    for await (const { values } of steps) last = values[0];
    return last;
  }

  /** The shares of progress that were shown, and the words with them. */
  get shown(): { fraction: number | null; desc?: string }[] {
    return this.said.flatMap((aside) =>
      aside.type === 'progress' ? aside.levels.map(({ fraction = null, desc }) => ({ fraction, desc })) : [],
    );
  }

  close(): void {
    this.bridge.terminate();
  }
}

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
