/** @file The messages that cross the thread. */

import type { EnginePlaces } from './engines.ts';
import type { ProgressLevel, Toast } from './status.ts';

/** What a handler is given of an Image; docs/reference/components.md, "Values", describes each. */
export type ImageType = 'data' | 'bitmap' | 'frame' | 'blob' | 'canvas';

/** An image on its way, as `toTransfer` makes it: opaque, until it has arrived. */
export interface ImageInTransfer {
  'rivulet:image': {
    data: ImageData['data'];
    width: number;
    height: number;
    colorSpace: PredefinedColorSpace;
  };
}

/** A picture on its way to a handler; `{ camera }` names a stream of frames that the worker reads itself. */
export type ImageSource = Blob | ImageBitmap | VideoFrame | ImageData | ImageInTransfer | { camera: number };

/**
 * One argument on its way to a handler. Frames and bitmaps move; everything else is cloned. `paths` are those of the
 * files in the value, within the folder that they are from: a file loses its own on the way.
 */
export type Input =
  | { kind: 'value'; value: unknown; paths?: readonly string[] }
  | { kind: 'image'; type: ImageType; source: ImageSource; mirror?: boolean }
  /** A list of such; with `keys` an object. */
  | { kind: 'list'; items: readonly Input[]; keys?: readonly string[] };

/**
 * Where a handler's code lives. `name` is for messages; `export` is `default` or an exported name; `file` is what
 * inline code is called in stacks.
 */
export type HandlerSource =
  | { kind: 'function'; name: string; text: string; file?: string }
  | { kind: 'script'; name: string; text: string; export: string; file?: string }
  | { kind: 'module'; name: string; url: string; export: string }
  | { kind: 'served'; name: string; export: string }
  | GradioSource;

/** The endpoints of a Gradio app: one worker speaks with it for all of them, as one page of it would. */
export interface GradioSource {
  kind: 'gradio';
  name: string;
  /** `owner/space`, or the absolute URL of an app. */
  app: string;
  token?: string;
  /** By which the server knows the page's States. */
  session: string;
}

/** What Comlink carries: the handshake. Everything after it travels on the port. */
export interface HandlerApi {
  /** Opens the port on which runs travel; `places` tells where engines lie. */
  connect(port: MessagePort, places: EnginePlaces): void;
  /** Loads the handler that this worker will run. Errors arrive as the `WireError` they are. */
  load(source: HandlerSource): Promise<{ error?: WireError }>;
}

/** What the handler's results go to: the outputs' ids, in order. An empty id cannot be a key. */
export type OutputIds = readonly string[];

/** The event that started a run, as `ctx.event`. `target` is the element's id, or its tag name. */
export interface HandlerEvent<Data = unknown> {
  target: string;
  name: string;
  data: Data;
}

/** Page to worker. `surfaces` names, for each output, the canvas that the worker may paint it on. */
export type ToWorker =
  | {
      type: 'start';
      run: number;
      inputs: Input[];
      outputs: OutputIds;
      event: HandlerEvent;
      /** Where given, the handler gets one object of these keys in place of the inputs. */
      keys?: readonly string[];
      surfaces?: readonly (number | null)[];
      /** Of a server's endpoints, the one to run. */
      endpoint?: string;
      /** Where given, the handler is run again and again, with frame after frame of the camera among its inputs. */
      loop?: LoopStart;
    }
  | ({ type: 'loop'; camera: number } & LoopChange)
  | { type: 'more'; run: number }
  /** `soft`: the time is up, the signal aborts and the result still counts. */
  | { type: 'cancel'; run: number; soft?: boolean }
  /** The buffer of an image that came from this worker, to be used again. */
  | { type: 'buffer'; buffer: ArrayBuffer }
  | { type: 'camera'; camera: number; frames: ReadableStream<VideoFrame> | null }
  | { type: 'surface'; surface: number; canvas: OffscreenCanvas | null };

/** How a worker is to follow a camera by itself. */
export interface LoopStart {
  camera: number;
  /** Milliseconds from chunk to chunk, 0 for as fast as they come. */
  every: number;
  /** True while the page is hidden: no chunk begins. */
  hidden: boolean;
}

/** What has changed for a worker that follows a camera; it counts from the next chunk. */
export interface LoopChange extends Partial<Omit<LoopStart, 'camera'>> {
  /** All of them, the camera's among them. */
  inputs?: Input[];
  /** The next chunk is due now. */
  hurry?: true;
  /** The page goes on by itself. */
  over?: true;
}

/** What a worker says that follows a camera by itself: what is new since it last said so. */
export interface ChunkNews {
  /** Frames that were handed to the handler. */
  handed: number;
  /** Moments that were due since the loop began. */
  moments: number;
  /** Results that were painted, with when the frame was captured and when the result was there, ms since 1970. */
  shown: { captured: number | undefined; at: number }[];
  /** What has left for the page, once for each surface. */
  painted: { surface: number; width: number; height: number }[];
}

/** What stands in place of a value that the worker has painted itself. */
export interface Painted {
  painted: { width: number; height: number };
}

/**
 * Worker to page. `values` has one entry for each output. `captured` is when the frame that led to it was
 * captured, milliseconds since 1970 with fractions, where that is known.
 */
export type FromWorker =
  | { type: 'yield'; run: number; values: unknown[]; last: boolean; captured?: number }
  | { type: 'done'; run: number }
  | { type: 'failed'; run: number; error: WireError }
  | { type: 'progress'; run: number; levels: ProgressLevel[] }
  | { type: 'toast'; run: number; toast: Toast }
  /** How a run stands that waits elsewhere. */
  | ({ type: 'waiting'; run: number } & Waiting)
  /** Something the user should know that does not fail the run. */
  | { type: 'warning'; run: number; message: string }
  /** How far the loop is that a run is. Its results are here, and not among the yields, where all is painted. */
  | ({ type: 'chunks'; run: number } & ChunkNews)
  /** What was painted on a surface is on its way to the page. */
  | { type: 'painted'; surface: number; width: number; height: number }
  /** A rejection that nobody awaits. */
  | { type: 'stray'; error: WireError }
  /** The handler's code closes its worker: nothing more comes. */
  | { type: 'closed' };

/** How a run stands in the queue of a server. */
export interface Waiting {
  /** Its place, from 1, and the length of the queue; absent once it has begun. */
  queue?: { position: number; size: number };
  /** Seconds that it is likely to take, those in the queue counted. */
  eta?: number;
}

/** An error between threads: class and cause survive. */
export interface WireError {
  name: string;
  message: string;
  stack?: string;
  fields: Record<string, unknown>;
  cause?: WireError | { thrown: string };
}

/** How many yields may be on their way to the page at once. */
export const CREDITS = 2;

const UPDATE = 'rivulet:update';
const SKIP = 'rivulet:skip';

/** A change of an output's properties, in place of a value. A plain object, so that it crosses threads. */
export interface Update<Properties = object> {
  readonly [UPDATE]: Properties;
}

/** In place of a value: the output stays as it is. */
export interface Skip {
  readonly [SKIP]: true;
}

/** Makes an update of a copy of the properties. */
export function makeUpdate<Properties extends object>(props: Properties): Update<Properties> {
  return { [UPDATE]: { ...props } };
}

/** Returns the properties of an update, or `null` when `value` is not one. */
export function updateOf(value: unknown): Record<string, unknown> | null {
  return ((value as Record<string, unknown> | null)?.[UPDATE] as Record<string, unknown>) ?? null;
}

/** Leaves an output as it is. */
export const skip: Skip = Object.freeze({ [SKIP]: true } as const);

/** Returns true for `skip`, also after it has crossed threads. */
export function isSkip(value: unknown): boolean {
  return typeof value === 'object' && value !== null && (value as Record<string, unknown>)[SKIP] === true;
}
