/** @file The messages between the page and the video worker. */

/** A chunk of a stream as the page plays it: the container of its kind in fragments, from second 0 on. */
export interface Segment {
  file: Blob;
  /** With its codecs, as MediaSource wants it. */
  mime: string;
  /** Seconds of pictures. */
  duration: number;
  /** Codec of its sound; `null` for none. */
  sound: string | null;
  /** What kind of sound was left out, since nobody here can read it. */
  lost?: string;
}

/** Seconds, from the beginning of the video. */
export interface Span {
  start: number;
  end: number;
}

/** How a file is to be written anew. */
export interface ConvertWish {
  /** MIME type; default: the container that fits what is in the file. */
  type?: string;
  /** False leaves the sound out. */
  sound?: boolean;
  /** What is kept of it; default: all. */
  span?: Span;
  /** True: this browser must be able to play it; else packets may be copied that it does not know. */
  played?: boolean;
}

/** Kinds of sound files that browsers may have an encoder for. */
export type EncodedSound = 'm4a' | 'ogg' | 'webm';

/** What the video worker does. Packets are copied; pictures are encoded anew only where that cannot be helped. */
export interface VideoTasks {
  /**
   * Makes a chunk playable behind others. `sound`: the codec of the first chunk's sound, `null` for none, or absent
   * for the first chunk itself.
   */
  segment(chunk: Blob, like?: { sound: string | null }): Promise<Segment>;
  /** Makes one file of the segments of a stream, as long as they are together. */
  join(segments: readonly Segment[]): Promise<Blob>;
  /** Writes a file anew, in a way that this browser can play. */
  convert(file: Blob, wish?: ConvertWish): Promise<Blob>;
  /** Writes a WAV as a file of another kind. */
  sound(wav: Blob, kind: EncodedSound): Promise<Blob>;
  /** Says what is in a file or at a URL, whether this browser knows its codecs or not. */
  inspect(file: Blob | string): Promise<{ pictures: boolean; sound: boolean }>;
}

export type VideoTask = keyof VideoTasks;

/** What the page sends; without `task` it takes back what it sent with the same `id`. */
export interface TaskMessage {
  id: number;
  task?: VideoTask;
  args?: readonly unknown[];
}

/** What of a file the browser cannot read, and another program may. */
export type Foreign = 'pictures' | 'sound';

/** What is wrong with a file, in words for the user: what others throw is not. */
export class Unfit extends Error {}

/** What the worker answers. `failed` is a sentence for the user; with `part` it is not done yet. */
export interface TaskAnswer {
  id: number;
  /** How far it is: 0 … 1. */
  part?: number;
  result?: unknown;
  failed?: string;
  /** What the library said. */
  cause?: string;
  /** What of the file another program may read. */
  foreign?: Foreign;
}
