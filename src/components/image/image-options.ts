/** @file The public properties of an Image. */

import { property } from 'lit/decorators.js';
import type { StreamState } from '../../shared/port.ts';
import type { ImageType } from '../../shared/protocol.ts';
import { listConverter, oneOf } from '../base/attributes.ts';
import { RivElement } from '../base/base.ts';
import type { ImageFormat } from '../media-frame/encode.ts';
import { lengthConverter } from '../media-frame/length.ts';
import type { Picture } from '../parts/picture.ts';
import { type Source, SOURCES, checkSources, sourcesConverter } from './image-sources.ts';
import type { Brush } from './sketch/sketch-options.ts';
import type { Facing } from '../webcam/webcam-host.ts';

/** What a page can say about an Image. */
export abstract class ImageOptions extends RivElement<Picture> {
  /** What a handler is given. */
  @property({ converter: oneOf('data', 'bitmap', 'frame', 'blob', 'canvas') }) type: ImageType = 'data';
  /**
   * Where the user may take a picture from: `upload`, `webcam`, `clipboard`, or `sketch`: the user draws it. Default: all
   * but `sketch`; only the webcam when `streaming` is set.
   */
  @property({ converter: sourcesConverter })
  get sources(): Source[] {
    return this.#sources ?? (this.streaming ? ['webcam'] : [...SOURCES]);
  }
  set sources(sources: readonly string[] | string | null) {
    this.#sources = sources === null ? null : checkSources(sources);
  }
  /** As an input: the camera streams. As an output: results are painted as they come, and not encoded. */
  @property({ type: Boolean }) streaming = false;
  /** Mirrors the camera, preview and data alike; never one that faces away from the user. */
  @property({ type: Boolean }) mirror = true;
  /** Which camera is wished for: `user` faces the user, `environment` faces away. */
  @property({ converter: oneOf('user', 'environment') }) facing: Facing | null = null;
  /** What is asked of the camera, as `getUserMedia` takes it. Default: 1920×1440 pixels where the camera can. */
  @property({ type: Object }) constraints: MediaStreamConstraints | MediaTrackConstraints | null = null;
  /** Height of the picture's place: pixels, or a CSS length. */
  @property({ converter: lengthConverter }) height: number | string | null = null;
  /** Width of the component: pixels, or a CSS length. */
  @property({ converter: lengthConverter }) width: number | string | null = null;
  /** A sentence for the empty component. */
  @property() placeholder = '';
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
  /** Small buttons: `download`, `share`, `fullscreen`, or elements of the page's own. */
  @property({ converter: listConverter }) buttons: (string | Node)[] = ['download', 'share', 'fullscreen'];
  /** State of the stream: `closed`, `waiting` for its turn, `open`. */
  @property({ attribute: false }) streamState: StreamState = 'closed';

  #sources: Source[] | null = null;
}
