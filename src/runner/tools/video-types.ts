/** @file The types of `ctx.frames` and `ctx.clip`. */

/** Which part of a video is read. */
export interface FramesOptions {
  /** Seconds from its start; the first frame is the one shown at that moment. Default: 0. */
  from?: number;
  /** Seconds from its start; frames from here on are left out. Default: its end. */
  to?: number;
}

/** What is known of a video without decoding it. */
export interface VideoInfo {
  /** Pixels, as displayed: turned and stretched as the file says. */
  width: number;
  height: number;
  /** Frames per second; where their distance varies, the usual one. */
  fps: number;
  /** Seconds from the start of the file to the end of the last frame. */
  duration: number;
}

/** The frames of a video, in order, for one `for await`. A frame is closed when the next is asked for. */
export interface VideoFrames extends AsyncIterableIterator<VideoFrame> {
  /** Ends the reading: the frame in hand and the decoder are closed. Leaving a `for await` calls it. */
  return(): Promise<IteratorResult<VideoFrame, undefined>>;
  /**
   * Resolves with what is known of the video, before, while or after its frames are read.
   *
   * @throws {MediaError} when the file cannot be read.
   */
  info(): Promise<VideoInfo>;
}

/** How a clip is made. */
export interface ClipOptions {
  /** Frames per second: above 0, at most 1000. */
  fps: number;
  /** Default: `video/mp4`. The clip is of the other type where the browser cannot encode this one. */
  type?: 'video/mp4' | 'video/webm';
  /** Bits per second. Default: by size and `fps`, for a good picture. */
  bitrate?: number;
}

/** A picture that a clip takes. It stays the caller's. */
export type ClipImage =
  | ImageData
  | ImageBitmap
  | VideoFrame
  | OffscreenCanvas
  | Blob
  | {
      data: Uint8Array | Uint8ClampedArray | Float32Array | Float64Array;
      width: number;
      height: number;
    };

/** A clip in the making. */
export interface Clip {
  /**
   * Adds a picture, shown for 1 / `fps` seconds. Await it: it waits while the encoder is busy.
   *
   * @param image - any Image value but a URL. The first one gives the clip its size in pixels.
   * @throws {ValueError} when it is no picture, is closed, or is not as large as the first.
   * @throws the signal's reason when the run is stopped.
   */
  add(image: ClipImage): Promise<void>;
  /**
   * Ends the clip and gives it, with its true type. It is as long as its pictures, starts at 0 and has no sound.
   *
   * @throws when nothing was added, or when it has ended before.
   */
  end(): Promise<Blob>;
}

/** What the engine for video gives to a handler's context. */
export interface VideoEngine {
  frames(video: Blob, options?: FramesOptions): VideoFrames;
  clip(options: ClipOptions): Clip;
}
