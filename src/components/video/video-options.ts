/** @file The public properties of a Video. */

import { property } from 'lit/decorators.js';
import type { StreamState } from '../../shared/port.ts';
import { listConverter, oneOf } from '../base/attributes.ts';
import { RivElement } from '../base/base.ts';
import { lengthConverter } from '../media-frame/length.ts';
import type { Facing } from '../webcam/webcam-host.ts';
import {
  VIDEO_SOURCES,
  type VideoSource,
  checkVideoSources,
  videoSourcesConverter,
} from './video-sources.ts';
import type { Subtitles, VideoValue } from './video-value.ts';

/** What a page can say about a Video. */
export abstract class VideoOptions extends RivElement<VideoValue> {
  /** Where the user may take a video from: `upload`, `webcam`. Default: both. */
  @property({ converter: videoSourcesConverter })
  get sources(): VideoSource[] {
    return this.#sources ?? [...VIDEO_SOURCES];
  }
  set sources(sources: readonly string[] | string | null) {
    this.#sources = sources === null ? null : checkVideoSources(sources);
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
  /** Mirrors the camera, preview and recording alike; never one that faces away from the user. */
  @property({ type: Boolean }) mirror = true;
  /** Which camera is wished for: `user` faces the user, `environment` faces away. */
  @property({ converter: oneOf('user', 'environment') }) facing: Facing | null = null;
  /** What is asked of the camera, as `getUserMedia` takes it. Default: 1920×1440 pixels where the camera can. */
  @property({ type: Object }) constraints: MediaStreamConstraints | MediaTrackConstraints | null = null;
  /** Subtitles: the URL or file of an srt, vtt or JSON, or a list of `{ text, timestamp: [from, to] }` in seconds. */
  @property() subtitles: Subtitles = null;
  /** Seconds: the place in the video, of the user as well as of a handler's `ctx.update`. */
  @property({ type: Number }) playbackPosition = 0;
  /** Height of the video's place: pixels, or a CSS length. */
  @property({ converter: lengthConverter }) height: number | string | null = null;
  /** Width of the component: pixels, or a CSS length. */
  @property({ converter: lengthConverter }) width: number | string | null = null;
  /** A sentence for the empty component. */
  @property() placeholder = '';
  /** Small buttons: `download`, `share`, `fullscreen`, or elements of the page's own. */
  @property({ converter: listConverter }) buttons: (string | Node)[] = ['download', 'share', 'fullscreen'];
  /** What the camera does: `closed`, or `open` while it records. */
  @property({ attribute: false }) streamState: StreamState = 'closed';

  #sources: VideoSource[] | null = null;
  #includeAudio: boolean | null = null;
}
