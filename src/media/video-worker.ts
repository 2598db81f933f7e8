import { BufferTarget, Conversion, type Input, Mp4OutputFormat, Output, WebMOutputFormat } from 'mediabunny';
import { Film } from './video-film.ts';
import { type Reel, openFile, openReel } from './video-reel.ts';
import type { Segment, TaskAnswer, TaskMessage, VideoTasks, Wish } from './video-tasks.ts';

/** Seconds by which a copied part may be longer than was asked for, before it is encoded anew. */
const NEAR = 0.04;

/** A task that can be taken back. */
type Cancellable = { signal: AbortSignal };

const tasks: {
  [Task in keyof VideoTasks]: (job: Cancellable, ...args: Parameters<VideoTasks[Task]>) => unknown;
} = {
  async segment(_job, chunk, like) {
    const reel = await openReel(chunk);
    const sound = like && (like.sound === null || reel.sound === null) ? like.sound : reel.sound;
    try {
      const film = await Film.begin(reel, sound, { live: true });
      try {
        await film.add(reel, 0);
      } catch (error) {
        await film.cancel();
        throw error;
      }
      return { ...(await film.end()), duration: reel.duration, sound } satisfies Segment;
    } finally {
      reel.input.dispose();
    }
  },

  async join(job, segments) {
    let reels = await Promise.all(segments.map(({ file }) => openReel(file)));
    // One file has one way to decode it: where the chunks differ, they are encoded alike.
    if (!(await areAlike(reels, soundOf))) {
      const type = reels[0]!.webm ? 'video/webm' : 'video/mp4';
      const alike: Blob[] = [];
      for (const { file } of segments) alike.push(await rewrite(job, file, { type, alike: true }));
      for (const { input } of reels) input.dispose();
      reels = await Promise.all(alike.map(openReel));
    }
    const first = reels[0]!;
    const film = await Film.begin(first, first.sound, { encode: !(await areAlike(reels, picturesOf)) });
    let at = 0;
    for (const [index, reel] of reels.entries()) {
      job.signal.throwIfAborted();
      await film.add({ ...reel, duration: segments[index]!.duration }, at);
      at += segments[index]!.duration;
      reel.input.dispose();
    }
    return (await film.end()).file;
  },

  convert: (job, file, wish = {}) => rewrite(job, file, wish),
};

async function areAlike(reels: readonly Reel[], look: (reel: Reel) => Promise<string>): Promise<boolean> {
  return new Set(await Promise.all(reels.map(look))).size === 1;
}

/** What must be the same of all pictures in one track. */
async function picturesOf({ video, webm }: Reel): Promise<string> {
  const { codec, codedWidth, codedHeight, description } = (await video.getDecoderConfig())!;
  return JSON.stringify([webm, codec, codedWidth, codedHeight, bytesOf(description)]);
}

/** The same of all sound. */
async function soundOf({ audio }: Reel): Promise<string> {
  const config = await audio?.getDecoderConfig();
  return JSON.stringify(
    config && [config.codec, config.sampleRate, config.numberOfChannels, bytesOf(config.description)],
  );
}

const bytesOf = (data?: AllowSharedBufferSource): string =>
  data
    ? [
        ...(ArrayBuffer.isView(data)
          ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
          : new Uint8Array(data)),
      ].join()
    : '';

/** Writes a file anew: what can be copied is. `alike`: all sound that it is done to comes out the same. */
async function rewrite(
  { signal }: Cancellable,
  file: Blob,
  { type, sound = true, span, alike }: Wish & { alike?: boolean },
): Promise<Blob> {
  const input = openFile(file);
  try {
    const webm = type ? type.includes('webm') : await isWebm(input);
    const target = new BufferTarget();
    const format = webm ? new WebMOutputFormat() : new Mp4OutputFormat({ fastStart: 'in-memory' });
    const conversion = await Conversion.init({
      input,
      output: new Output({ format, target }),
      tracks: 'primary',
      audio: sound
        ? alike
          ? { numberOfChannels: 2, sampleRate: 48000, forceTranscode: true }
          : {}
        : { discard: true },
      ...(span && { trim: span, copy: { boundaryTolerance: NEAR, shiftTolerance: NEAR } }),
      showWarnings: false,
    });
    const lost = conversion.discardedTracks.find(({ reason }) => reason !== 'discarded_by_user');
    if (!conversion.isValid || lost?.track.isVideoTrack())
      throw foreign(`its pictures cannot be read here (${lost?.track.codec ?? 'unknown codec'})`);
    const cancel = () => void conversion.cancel();
    signal.addEventListener('abort', cancel);
    if (signal.aborted) cancel();
    await conversion.execute();
    return new Blob([target.buffer!], { type: webm ? 'video/webm' : 'video/mp4' });
  } finally {
    input.dispose();
  }
}

/** An error that says: another program may read it. */
const foreign = (message: string): Error => Object.assign(new Error(message), { foreign: true });

async function isWebm(input: Input): Promise<boolean> {
  const codecs = await Promise.all((await input.getTracks()).map((track) => track.getCodec()));
  return codecs.every((codec) => codec === null || ['vp8', 'vp9', 'av1', 'opus', 'vorbis'].includes(codec));
}

const worker = globalThis as unknown as {
  onmessage: (event: MessageEvent<TaskMessage>) => void;
  postMessage(answer: TaskAnswer): void;
};
const running = new Map<number, AbortController>();

worker.onmessage = ({ data: { id, task, args = [] } }) => {
  if (!task) return running.get(id)?.abort();
  const controller = new AbortController();
  running.set(id, controller);
  const work = tasks[task] as (job: Cancellable, ...args: readonly unknown[]) => Promise<unknown>;
  work({ signal: controller.signal }, ...args)
    .then(
      (result) => worker.postMessage({ id, result }),
      (error: unknown) =>
        worker.postMessage({
          id,
          failed: error instanceof Error ? error.message : String(error),
          foreign: (error as { foreign?: boolean } | null)?.foreign,
        }),
    )
    .finally(() => running.delete(id));
};
