/** @file `<riv-video>`: a video, from a file, the camera or a handler. */

import type { EditEvents, FailureEvent, TYPES, ValueEvent, ValueTypes } from '../../page/element-types.ts';
import type { Options } from '../base/base.ts';
import { element } from '../base/element.ts';
import { VideoPort } from './video-port.ts';
import type { VideoValue } from './video-value.ts';

interface VideoEvents extends EditEvents<VideoValue> {
  upload: ValueEvent<File>;
  clear: ValueEvent<null>;
  startRecording: CustomEvent<object>;
  stopRecording: ValueEvent<VideoValue>;
  play: CustomEvent<object>;
  pause: CustomEvent<object>;
  stop: CustomEvent<object>;
  end: CustomEvent<object>;
  error: FailureEvent;
}

interface VideoTypes extends ValueTypes<VideoValue, VideoEvents> {
  input: Blob | null;
}

/**
 * A video: from a file or recorded with the camera; or the video that a handler gave. With `streaming` the chunks
 * that a handler yields play as one, from the first one on.
 *
 * @input A `Blob`, with `format` of that type.
 * @output A `Blob`, the bytes of a whole file, or a URL.
 * @event change - The video changed, by the user or by a handler.
 * @event input - The user gave, recorded, trimmed or removed a video.
 * @event upload - The user gave a file.
 * @event clear - The user removed the video.
 * @event startRecording - A recording begins.
 * @event stopRecording - A recording is over; `value` is the video.
 * @event play - The video begins to play.
 * @event pause - The user has paused the video.
 * @event stop - The end of the video was seen.
 * @event end - The same.
 * @event error - Camera or microphone could not be had, or a video cannot be played: `error` of the detail is the
 *   CameraError or MicrophoneError (`reason` says why) or MediaError. Does not bubble.
 * @csspart surface - The frame around everything.
 * @csspart head - The row of label and small buttons.
 * @csspart stage - The place of the camera's picture, and of what there is to do.
 * @csspart preview - The camera's live picture.
 * @csspart drop - The place for a file.
 * @csspart bar - The row of sources and camera controls.
 * @csspart button - Each button; the one that records is also `record`.
 * @csspart picker - The choice of cameras.
 * @csspart live - The red dot and the time of a recording.
 */
@element('riv-video', { preview: 'video', shortcuts: { playablevideo: {} } })
export class RivVideo extends VideoPort {
  declare readonly [TYPES]: VideoTypes;
  static override events =
    'change input upload clear startRecording stopRecording play pause stop end error'.split(' ');
  static override kind = 'Video';

  constructor(options?: Options<RivVideo>) {
    super(options);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-video': RivVideo;
  }
  interface RivuletShortcuts {
    video: RivVideo;
    playablevideo: RivVideo;
  }
}
