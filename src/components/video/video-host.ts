/** @file The interface through which the parts that are loaded later know a Video. */

import type { Subtitles } from '../../media/video/subtitles.ts';
import type { VideoStream } from '../../media/video/video-stream.ts';
import type { TakingHost } from '../media-frame/media-view.ts';
import type { WebcamHost } from '../webcam/webcam-host.ts';
import type { VideoValue } from './video-value.ts';

/** Where a video may come from. */
export type VideoSource = 'upload' | 'webcam';

/** What the view of a Video asks of it, and tells it. */
export interface VideoHost extends TakingHost<VideoSource>, WebcamHost {
  readonly autoplay: boolean;
  readonly loop: boolean;
  readonly includeAudio: boolean;
  readonly format: 'mp4' | 'webm' | null;
  readonly subtitles: Subtitles;
  /** What is to be played. */
  readonly playing: Blob | string | VideoStream | null;
  playbackPosition: number;
  value: VideoValue | undefined;
}
