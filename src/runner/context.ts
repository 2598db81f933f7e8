/** @file Makes `ctx`, what a handler is given after its inputs. */

import { HandlerError, type ErrorDetails, messageOf } from '../shared/errors.ts';
import type { Toast } from '../shared/port.ts';
import { type HandlerEvent, type Skip, type Update, makeUpdate, skip } from '../shared/protocol.ts';
import type { EngineHost, EngineName } from '../shared/engines.ts';
import type { FFmpeg } from '../shared/ffmpeg.ts';
import type { Clip, ClipOptions, FramesOptions, VideoEngine, VideoFrames } from './tools/video-types.ts';
import type { OnnxEngine, OnnxOptions, OnnxRuntime, OnnxSession } from './tools/onnx-types.ts';
import type { Engines } from './engines.ts';
import { imageTools } from './tools/image-tools.ts';
import { ortOf } from './tools/ort.ts';
import { makeProgress, type Progress } from './tools/progress.ts';
import { videoEngine } from './tools/video.ts';

/** Heading of a toast, and the seconds that it stays. */
export type ToastOptions = Pick<Toast, 'title' | 'duration'>;

/** What a handler is given after its inputs. `Data` is what it knows of the event that started the run. */
export interface HandlerContext<Data = unknown> {
  /** Aborts when the run is cancelled, stopped, or out of time. */
  readonly signal: AbortSignal;
  /** Shows how far the run is. */
  readonly progress: Progress;
  /** Shows a toast; the run goes on. */
  info(message: string, options?: ToastOptions): void;
  warning(message: string, options?: ToastOptions): void;
  success(message: string, options?: ToastOptions): void;
  /** `throw new ctx.Error(text, { title, duration, visible })` fails the run with these words. */
  readonly Error: new (
    message: string,
    options?: ErrorDetails,
  ) => Error;
  /** In place of a value: changes an output's properties. */
  update<Properties extends object>(props: Properties): Update<Properties>;
  /** In place of a value: leaves the output as it is. */
  readonly skip: Skip;
  /**
   * A model, loaded once for this worker. The URL is relative to the page.
   *
   * @throws {AssetError} when it cannot be had or used.
   */
  onnx(url: string | URL, options?: OnnxOptions): Promise<OnnxSession>;
  /** onnxruntime-web, once a model is loaded; `await ctx.ort` loads it without one. */
  readonly ort: OnnxRuntime & PromiseLike<OnnxRuntime>;
  /** Pictures to a model's input and back, and the arithmetic after it. */
  readonly image: typeof imageTools;
  /** A loaded ffmpeg, the same throughout the run: downloaded with this worker's first use, and kept. */
  ffmpeg(): Promise<FFmpeg>;
  /** The frames of a video, in order, each closed when the next is asked for: `for await (const frame of …)`. */
  frames(video: Blob, options?: FramesOptions): VideoFrames;
  /** A video in the making, of pictures: `await clip.add(image)`, then `await clip.end()`. */
  clip(options: ClipOptions): Clip;
  /** The event that started the run. */
  readonly event: HandlerEvent<Data>;
}

/** Where a context sends what it is told. */
export interface ContextSink {
  progress: Parameters<typeof makeProgress>[0];
  toast(toast: Toast): void;
  engines: Engines;
}

/** Makes the context of one run. Most handlers use little of it, so what costs is made when it is first asked for. */
export function makeContext(
  name: string,
  event: HandlerEvent,
  run: { readonly signal: AbortSignal },
  sink: ContextSink,
): HandlerContext {
  const toast = (level: Toast['level']) => (message: string, options?: ToastOptions | null) =>
    sink.toast({ level, message: messageOf(message), title: options?.title, duration: options?.duration });
  const progress = makeProgress(sink.progress);
  let failure: HandlerContext['Error'] | undefined;
  const { base, folders } = sink.engines.places;
  const host = (): EngineHost => ({ signal: run.signal, base, folders, progress, notice: toast('info') });
  const engine = <Engine>(engineName: EngineName): Promise<Engine> =>
    sink.engines.open<Engine>(engineName, host());
  return {
    get signal() {
      return run.signal;
    },
    event,
    skip,
    update: makeUpdate,
    progress,
    info: toast('info'),
    warning: toast('warning'),
    success: toast('success'),
    onnx: async (url, options) => (await engine<OnnxEngine>('onnx')).session(url, options ?? undefined),
    get ort() {
      return ortOf(sink.engines.loaded('onnx'), () => engine<OnnxEngine>('onnx'));
    },
    image: imageTools,
    ffmpeg: () => engine<FFmpeg>('ffmpeg'),
    ...videoEngine(() => engine<VideoEngine>('video')),
    get Error() {
      return (failure ??= errorOf(name));
    },
  };
}

function errorOf(handler: string): HandlerContext['Error'] {
  return class extends HandlerError {
    constructor(message: string, options: ErrorDetails = {}) {
      super(messageOf(message), { visible: true, ...options, handler });
    }
  };
}
