/** @file The public properties of an Image. */

import { property } from 'lit/decorators.js';
import type { ImageType } from '../../shared/protocol.ts';
import { oneOf } from '../base/attributes.ts';
import { CameraElement } from '../media-frame/camera-element.ts';
import type { ImageFormat } from '../media-frame/encode.ts';
import { Sources } from '../media-frame/sources.ts';
import type { Picture } from '../parts/picture.ts';
import type { PictureSource } from './image-host.ts';
import type { ImageView } from './image-view.ts';
import type { Brush } from './sketch/sketch-options.ts';

export const IMAGE_SOURCES = new Sources<PictureSource>('Image', 'upload', 'webcam', 'clipboard', 'sketch');

/** What a page can say about an Image. */
export abstract class ImageOptions extends CameraElement<Picture, ImageView> {
  /** What a handler is given. */
  @property({ converter: oneOf('data', 'bitmap', 'frame', 'blob', 'canvas') }) type: ImageType = 'data';
  /**
   * Where the user may take a picture from: `upload`, `webcam`, `clipboard`, or `sketch`: the user draws it. Default: all
   * but `sketch`; only the webcam when `streaming` is set.
   */
  @property({ converter: IMAGE_SOURCES.converter })
  get sources(): PictureSource[] {
    return this.#sources ?? (this.streaming ? ['webcam'] : ['upload', 'webcam', 'clipboard']);
  }
  set sources(sources: readonly string[] | string | null) {
    this.#sources = IMAGE_SOURCES.check(sources);
  }
  /** As an input: the camera streams. As an output: results are painted as they come, and not encoded. */
  @property({ type: Boolean }) streaming = false;
  /** Kind of file that Download and `toBlob()` make of what is no file yet. */
  @property({ converter: oneOf('png', 'jpeg', 'webp') }) format: ImageFormat = 'png';
  /**
   * What the user draws with, where the source is `sketch`: `{ size, color, fixed }`. `size` is in pixels of the drawing
   * (default: a 40th of its width), `color` is any opaque CSS colour (default: black), and with `fixed` the user can change
   * neither. The drawing is as large as `width` and `height` say in plain
   * numbers (one alone makes it 4:3; default: 640×480), or as the picture that it is drawn upon: one that was uploaded,
   * or set as the value.
   */
  @property({ type: Object }) brush: Brush = {};
  /** CSS colour that a drawing begins with. */
  @property() background = 'white';

  #sources: PictureSource[] | null = null;
}
