/** @file The video worker: makes chunks playable, joins them, writes files anew. */

import {
  BufferTarget,
  Conversion,
  type Input,
  type InputTrack,
  type InputVideoTrack,
  MPEG_TS,
  Mp4OutputFormat,
  Output,
  UnsupportedInputFormatError,
  type VideoCodec,
  WebMOutputFormat,
  getFirstEncodableVideoCodec,
} from 'mediabunny';
import { PacketWriter } from './packet-writer.ts';
import { lengthen } from './length.ts';
import { encodeSound } from './sound.ts';
import { type OpenedVideo, lostSound, noPictures, openFile, openVideo } from './opened-video.ts';
import {
  type Foreign,
  type Segment,
  type TaskAnswer,
  type TaskMessage,
  Unfit,
  type VideoTasks,
  type ConvertWish,
} from './tasks.ts';

/** Seconds by which a copied part may be longer than was asked for, before it is encoded anew. */
const NEAR = 0.04;

/** A task that can be taken back, and tells how far it is: 0 … 1. */
interface Job {
  signal: AbortSignal;
  onProgress(part: number): void;
}

const tasks: {
  [Task in keyof VideoTasks]: (job: Job, ...args: Parameters<VideoTasks[Task]>) => unknown;
} = {
  async segment(_job, chunk, like) {
    const video = await openVideo(chunk);
    const sound = like && (like.sound === null || video.sound === null) ? like.sound : video.sound;
    try {
      const writer = await PacketWriter.begin(video, sound, { live: true });
      try {
        await writer.add(video, 0);
      } catch (error) {
        await writer.cancel();
        throw error;
      }
      return { ...(await writer.end()), duration: video.duration, sound, lost: video.lost } satisfies Segment;
    } finally {
      video.input.dispose();
    }
  },

  async join(job, segments) {
    let videos = await Promise.all(segments.map(({ file }) => openVideo(file)));
    // One file has one way to decode it: where the chunks differ, they are encoded alike.
    if (!(await areAlike(videos, soundOf))) {
      const type = videos[0]!.webm ? 'video/webm' : 'video/mp4';
      const alike: Blob[] = [];
      for (const { file } of segments) alike.push(await rewrite(job, file, { type, alike: true }));
      for (const { input } of videos) input.dispose();
      videos = await Promise.all(alike.map(openVideo));
    }
    const first = videos[0]!;
    const writer = await PacketWriter.begin(first, first.sound, {
      encode: !(await areAlike(videos, picturesOf)),
    });
    let at = 0;
    for (const [index, video] of videos.entries()) {
      job.signal.throwIfAborted();
      await writer.add({ ...video, duration: segments[index]!.duration }, at);
      at += segments[index]!.duration;
      video.input.dispose();
    }
    return (await writer.end()).file;
  },

  convert: (job, file, wish = {}) => rewrite(job, file, wish),

  sound: ({ signal }, wav, kind) => encodeSound(wav, kind, signal),

  async inspect(_job, file) {
    const input = await openFile(file);
    try {
      const [pictures, sound] = [await input.getPrimaryVideoTrack(), await input.getPrimaryAudioTrack()];
      return {
        pictures: pictures !== null,
        sound: sound !== null || (await lostSound(input, file)) !== undefined,
      };
    } finally {
      input.dispose();
    }
  },
};

async function areAlike(
  videos: readonly OpenedVideo[],
  look: (video: OpenedVideo) => Promise<string>,
): Promise<boolean> {
  return new Set(await Promise.all(videos.map(look))).size === 1;
}

/** Returns what must be the same of all pictures in one track. */
async function picturesOf({ video, webm }: OpenedVideo): Promise<string> {
  const { codec, codedWidth, codedHeight, description } = (await video.getDecoderConfig())!;
  return JSON.stringify([webm, codec, codedWidth, codedHeight, bytesOf(description)]);
}

/** The same of all sound. */
async function soundOf({ audio }: OpenedVideo): Promise<string> {
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
  { signal, onProgress }: Job,
  file: Blob,
  { type, sound = true, span, played, alike }: ConvertWish & { alike?: boolean },
): Promise<Blob> {
  const input = await openFile(file);
  try {
    const webm = type ? type.includes('webm') : await isWebm(input);
    const target = new BufferTarget();
    const format = webm ? new WebMOutputFormat() : new Mp4OutputFormat({ fastStart: 'in-memory' });
    const conversion = await Conversion.init({
      input,
      output: new Output({ format, target }),
      tracks: 'primary',
      video: webm ? {} : playable,
      audio: sound
        ? alike
          ? { numberOfChannels: 2, sampleRate: 48000, forceTranscode: true }
          : {}
        : { discard: true },
      ...(span && { trim: span, copy: { boundaryTolerance: NEAR, shiftTolerance: NEAR } }),
      showWarnings: false,
    });
    await expectAll(conversion, played);
    const lost = sound && (await lostSound(input, file));
    if (lost) throw foreign('sound', lost);
    conversion.onProgress = onProgress;
    const cancel = () => void conversion.cancel();
    signal.addEventListener('abort', cancel);
    if (signal.aborted) cancel();
    await conversion.execute();
    if (webm) await lengthen(target.buffer!);
    return new Blob([target.buffer!], { type: webm ? 'video/webm' : 'video/mp4' });
  } finally {
    input.dispose();
  }
}

/** Players other than Chromium's show no VP8 in an mp4: it is encoded anew, where this browser can. */
async function playable(track: InputVideoTrack): Promise<{ codec?: VideoCodec }> {
  if ((await track.getCodec()) !== 'vp8') return {};
  const [width, height] = [await track.getCodedWidth(), await track.getCodedHeight()];
  return {
    codec: (await getFirstEncodableVideoCodec(['avc', 'vp9', 'av1'], { width, height })) ?? undefined,
  };
}

/** Makes sure that nothing gets lost; `played`: nor comes out as something that this browser does not know. */
async function expectAll(
  { input, utilizedTracks, discardedTracks }: Conversion,
  played = false,
): Promise<void> {
  const lost: (InputTrack | undefined)[] = discardedTracks
    .filter(({ reason }) => reason !== 'discarded_by_user')
    .map(({ track }) => track);
  if (played) for (const track of utilizedTracks) if (!(await track.canDecode())) lost.push(track);
  const pictures = lost.find((track) => track?.isVideoTrack());
  if (pictures) throw foreign('pictures', await codecOf(pictures));
  if (!utilizedTracks.some((track) => track.isVideoTrack())) {
    const error = await noPictures(input);
    // In a transport stream those of an old kind are passed over.
    throw (await input.getFormat()) === MPEG_TS ? Object.assign(error, { foreign: 'pictures' }) : error;
  }
  if (lost[0]) throw foreign('sound', await codecOf(lost[0]));
}

/** An error that says: another program may read it. */
function foreign(what: Foreign, codec: string): Error {
  return Object.assign(new Unfit(`its ${what} cannot be read here (${codec})`), { foreign: what });
}

const codecOf = async (track: InputTrack): Promise<string> => (await track.getCodec()) ?? 'unknown codec';

async function isWebm(input: Input): Promise<boolean> {
  const codecs = await Promise.all((await input.getTracks()).map((track) => track.getCodec()));
  return codecs.every((codec) => codec === null || ['vp8', 'vp9', 'av1', 'opus', 'vorbis'].includes(codec));
}

/** The library's own sentences are for programmers. */
function wordsOf(error: unknown): string {
  if (error instanceof Unfit) return error.message;
  if (error instanceof UnsupportedInputFormatError) return 'it is no mp4, mov, webm, mkv or MPEG-TS';
  if (/allocation|array length/i.test(String(error))) return 'it is too large to be written anew here';
  return 'it is damaged or cut off';
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
  const work = tasks[task] as (job: Job, ...args: readonly unknown[]) => Promise<unknown>;
  const onProgress = (part: number) => worker.postMessage({ id, part });
  work({ signal: controller.signal, onProgress }, ...args)
    .then(
      (result) => worker.postMessage({ id, result }),
      (error: unknown) =>
        worker.postMessage({
          id,
          failed: wordsOf(error),
          cause: error instanceof Error ? error.message : String(error),
          foreign: (error as { foreign?: Foreign } | null)?.foreign,
        }),
    )
    .finally(() => running.delete(id));
};
