/** @file The interface through which the parts that are loaded later know a Video. */

import type { VideoStream } from '../../media/video/video-out.ts';
import type { WebcamHost } from '../webcam/webcam-host.ts';
import type { VideoSource } from './video-sources.ts';
import type { Subtitles, VideoValue } from './video-value.ts';

/** What the parts that are loaded later ask of a Video, and tell it. */
export interface VideoHost extends WebcamHost {
  readonly sources: VideoSource[];
  readonly autoplay: boolean;
  readonly loop: boolean;
  readonly streaming: boolean;
  readonly includeAudio: boolean;
  readonly format: 'mp4' | 'webm' | null;
  readonly subtitles: Subtitles;
  readonly height: number | string | null;
  readonly placeholder: string;
  readonly buttons: readonly (string | Node)[];
  readonly name: string;
  readonly info: string;
  readonly container: boolean;
  readonly showLabel: boolean;
  /** The user may record and upload. */
  readonly editable: boolean;
  /** What is to be played. */
  readonly playing: Blob | string | VideoStream | null;
  playbackPosition: number;
  value: VideoValue | undefined;
  /** A sentence about what is wrong. */
  message: string;
  /** Fires an event of the component. */
  notify(name: string, detail?: unknown): void;
  /** Says what went wrong, here and in a toast. */
  complain(error: Error): void;
  /** A file is being read: handlers wait for it. */
  read(file: Promise<void>): void;
  toBlob(type?: string): Promise<Blob | null>;
}
