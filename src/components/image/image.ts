/** @file `<riv-image>`: a picture, from a file, the clipboard, the camera or a handler. */

import type {
  Any,
  EditEvents,
  FailureEvent,
  Or,
  TYPES,
  ValueEvent,
  ValueTypes,
} from '../../page/element-types.ts';
import type { Options } from '../base/base.ts';
import type { ImageType } from '../../shared/protocol.ts';
import { element } from '../base/element.ts';
import { ImagePort } from './image-port.ts';
import type { Picture } from '../parts/picture.ts';
import { IMAGE_SOURCES } from './image-options.ts';

/** What a handler is given, by `type`. */
export interface ImageInputs {
  data: ImageData;
  bitmap: ImageBitmap;
  frame: VideoFrame;
  blob: Blob;
  canvas: OffscreenCanvas;
}

interface ImageEvents extends EditEvents<Picture> {
  upload: ValueEvent<File>;
  clear: ValueEvent<null>;
  select: CustomEvent<{ index: [x: number, y: number]; value: null }>;
  stream: ValueEvent<Picture>;
  error: FailureEvent;
}

interface ImageTypes<Type extends ImageType> extends ValueTypes<Picture, ImageEvents> {
  input: ImageInputs[Type] | null;
}

/**
 * A picture: from a file, the clipboard or the camera; or the picture that a handler gave. With a `stream` binding it
 * records: the handler is given frame after frame.
 *
 * @input `ImageData`; with `type` an `ImageBitmap`, a `VideoFrame`, a `Blob` or an `OffscreenCanvas`.
 * @output Any of those, a URL, or `{ data, width, height }` with RGBA, RGB or grey in bytes or in 0…1.
 * @event change - The picture changed, by the user or by a handler.
 * @event input - The user gave, took or removed a picture.
 * @event upload - The user gave or took a picture.
 * @event clear - The user removed the picture.
 * @event select - The user pressed on the picture; `index` is `[x, y]` in its own pixels.
 * @event stream - A frame of the camera goes to a handler.
 * @event error - The camera could not be had, or a picture cannot be shown: `error` of the detail is the CameraError
 *   (`reason` says why) or MediaError. Does not bubble.
 * @csspart surface - The frame around everything.
 * @csspart head - The row of label and small buttons.
 * @csspart stage - The place of the picture.
 * @csspart preview - The camera's live picture.
 * @csspart drop - The place for a file.
 * @csspart sketch - The canvas that the user draws on.
 * @csspart bar - The row of sources and camera controls.
 * @csspart button - Each button; the one that records is also `record`.
 * @csspart picker - The choice of cameras.
 * @csspart live - The red dot and the frame rate.
 */
@element('riv-image', {
  preview: 'image',
  shortcuts: { webcam: { sources: ['webcam'] }, sketchpad: { sources: ['sketch'] } },
})
export class RivImage<Type extends ImageType = Any> extends ImagePort {
  declare readonly [TYPES]: ImageTypes<Or<Type, 'data'>>;
  static override events = ['change', 'input', 'upload', 'clear', 'select', 'stream', 'error'];
  static override kind = 'Image';

  constructor(options?: Options<RivImage, { type?: Type }>) {
    super(options);
    IMAGE_SOURCES.checkStream('webcam', options);
  }

  protected override get row(): 'bar' | null {
    const [first, ...others] = this.sources;
    return this.takes && (others.length > 0 || first === 'webcam' || first === 'sketch') ? 'bar' : null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-image': RivImage<ImageType>;
  }
  interface RivuletShortcuts {
    image: RivImage;
    webcam: RivImage;
    sketchpad: RivImage;
  }
}
