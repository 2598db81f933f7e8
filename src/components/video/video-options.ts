/** @file The public properties of a Video. */

import { property } from 'lit/decorators.js';
import type { Subtitles } from '../../media/video/subtitles.ts';
import { oneOf } from '../base/attributes.ts';
import { CameraElement } from '../media-frame/camera-element.ts';
import { Sources } from '../media-frame/sources.ts';
import type { VideoSource } from './video-host.ts';
import type { VideoValue } from './video-value.ts';
import type { VideoView } from './video-view.ts';

const SOURCES = new Sources<VideoSource>('Video', 'upload', 'webcam');

/** What a page can say about a Video. */
export abstract class VideoOptions extends CameraElement<VideoValue, VideoView> {
  /** Where the user may take a video from: `upload`, `webcam`. Default: both. */
  @property({ converter: SOURCES.converter })
  get sources(): VideoSource[] {
    return this.#sources ?? [...SOURCES.all];
  }
  set sources(sources: readonly string[] | string | null) {
    this.#sources = SOURCES.check(sources);
  }
  /** As an output: results play as one video, from the first one on. */
  @property({ type: Boolean }) streaming = false;
  /** Plays a handler's video as soon as it is there. */
  @property({ type: Boolean }) autoplay = false;
  /** Begins again at the end. */
  @property({ type: Boolean }) loop = false;
  /** Kind of file that a handler is given and that Download makes. Default: as it was recorded, or the original. */
  @property({ converter: oneOf('mp4', 'webm') }) format: 'mp4' | 'webm' | null = null;
  /** True: recordings have sound, and a handler is given the sound of files. Default: true when `upload` is a source. */
  @property({ type: Boolean })
  get includeAudio(): boolean {
    return this.#includeAudio ?? this.sources.includes('upload');
  }
  set includeAudio(includeAudio: boolean | null) {
    this.#includeAudio = includeAudio;
  }
  /** Subtitles: the URL or file of an srt, vtt or JSON, or a list of `{ text, timestamp: [from, to] }` in seconds. */
  @property() subtitles: Subtitles = null;
  /** Seconds: the place in the video, of the user as well as of a handler's `ctx.update`. */
  @property({ type: Number }) playbackPosition = 0;

  #sources: VideoSource[] | null = null;
  #includeAudio: boolean | null = null;
}
