/** @file `<riv-image>`: a picture, from a file, the clipboard, the camera or a handler. */

import { type TemplateResult, html, nothing } from 'lit';
import type {
  Any,
  EditEvents,
  FailureEvent,
  Or,
  TYPES,
  ValueEvent,
  ValueTypes,
} from '../../page/element-types.ts';
import { ValueError } from '../../shared/errors.ts';
import { baseStyles } from '../styles/base.styles.ts';
import type { Options } from '../base/base.ts';
import type { ImageType } from '../../shared/protocol.ts';
import { controlStyles } from '../styles/controls.styles.ts';
import { element } from '../base/element.ts';
import { ImagePort } from './image-port.ts';
import { imageStyles } from '../media-frame/media.styles.ts';
import { applyLengths } from '../media-frame/length.ts';
import type { Picture } from '../parts/picture.ts';
import { checkSources } from './image-sources.ts';

/** What a handler is given, by `type`. */
interface Given {
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
  input: Given[Type] | null;
}

/**
 * A picture: from a file, the clipboard or the camera; or the picture that a handler gave. With a `stream` binding it
 * records: the handler is given frame after frame.
 *
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
  static override styles = [...baseStyles, controlStyles, ...imageStyles];
  static override events = ['change', 'input', 'upload', 'clear', 'select', 'stream', 'error'];
  static override kind = 'Image';

  constructor(options?: Options<RivImage, { type?: Type }>) {
    super(options);
    const { sources, streaming, interactive, id = 'riv-image' } = options ?? {};
    if (sources && streaming && interactive !== false && !checkSources(sources).includes('webcam'))
      throw new ValueError(`A streaming Image got sources ${JSON.stringify(sources)}, expected ["webcam"]`, {
        target: id,
      });
  }

  override focus(options?: FocusOptions): void {
    void this.updateComplete.then(() => this.shadowRoot?.getElementById('control')?.focus(options));
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed);
    applyLengths(this, changed);
  }

  /** Until its face is there the frame is as large as it will be. */
  protected override renderFrame(): TemplateResult {
    const { face } = this.faced;
    if (face) return face.frame();
    const { sources, editable, message, container, showLabel } = this;
    const bar = editable && (sources.length > 1 || sources[0] === 'webcam' || sources[0] === 'sketch');
    return html`<div class="surface" part="surface">
      <div class="head ${container && showLabel ? '' : 'bare'}" part="head"></div>
      <div class="stage ${this.height === null ? '' : 'sized'}" part="stage">
        ${message ? html`<div class="message" part="message" role="alert">${message}</div>` : nothing}
      </div>
      ${bar ? html`<div class="bar" part="bar"></div>` : nothing}
    </div>`;
  }

  protected override renderControl(): unknown {
    return nothing; // its face draws it
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-image': RivImage<ImageType>;
  }
}
