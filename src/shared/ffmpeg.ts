/** @file The types of `ctx.ffmpeg()`. */

import type { FFFSMountOptions, FFFSType, FFmpeg as FFmpegClass } from '@ffmpeg/ffmpeg';

/** Files by the name that the arguments call them by: relative, folders allowed (`"frames/001.png"`). */
export type FFmpegFiles = Readonly<Record<string, Blob | Uint8Array>>;

/** What a run of ffmpeg may be told besides its arguments. */
export interface FFmpegOptions {
  /** Ends this run alone; the handler's own `ctx.signal` always does. */
  signal?: AbortSignal;
  /**
   * Hears how far the run is: 0…1, never less than before, 1 at the end; `null` while the length is not known. Without
   * it the progress is shown on the outputs, as `ctx.progress` does.
   */
  onProgress?(done: number | null): void;
  /** Seconds that the result will last. Default: what the arguments and the log say of it. */
  duration?: number;
  /**
   * Hears each line that ffmpeg writes: for filters that only talk, such as `silencedetect`. They begin anew when several
   * threads have not sufficed and one does the work again.
   */
  onLog?(line: string): void;
}

/**
 * A loaded ffmpeg: the class of `@ffmpeg/ffmpeg` with all its methods, which share one file system until the run of the
 * handler ends, and `run`.
 */
export interface FFmpeg extends FFmpegClass {
  /** Writes a file. As in the class, a `Uint8Array` is moved there, and empty afterwards. */
  writeFile: (
    path: string,
    data: Uint8Array | string | Blob,
    options?: { signal?: AbortSignal },
  ) => Promise<boolean>;
  /** Shows blobs or files in a folder that exists, to be read where they lie: `WORKERFS`. */
  mount: (type: `${FFFSType}`, options: FFFSMountOptions, folder: string) => Promise<boolean>;
  /**
   * Runs ffmpeg afresh, in a folder of its own. Runs of one worker wait for each other.
   *
   * @param args - as on a command line, without `ffmpeg`; files by relative names.
   * @param files - what the arguments read. They stay the caller's; large ones are read where they are, piece by piece.
   * @returns the files that the run has written, by name, with a media type after the name's extension.
   * @throws {HandlerError} when ffmpeg fails: `exitCode` (`null` when it crashed) and `log`, its last lines.
   * @throws {ValueError} for arguments, files and options that are none. The signal's reason when it is stopped.
   */
  run(
    args: readonly (string | number)[],
    files?: FFmpegFiles,
    options?: FFmpegOptions,
  ): Promise<Record<string, Blob>>;
}
