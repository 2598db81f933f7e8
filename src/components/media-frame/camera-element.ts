/** @file The bases of what is looked at, and of what may use the camera. */

import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { StreamState } from '../../shared/port.ts';
import { type Converter, buttonsConverter, oneOf } from '../base/attributes.ts';
import type { Follower } from '../device-session/device-host.ts';
import type { Facing } from '../webcam/webcam-host.ts';
import { MediaElement, type View } from './media-element.ts';

/** A length attribute: a bare number is pixels, anything else a CSS length. */
const lengthConverter: Converter<number | string | null> = {
  nullable: true,
  expects: (value) =>
    typeof value === 'string' || typeof value === 'number' ? undefined : 'pixels, or a CSS length as text',
  fromAttribute: (text) =>
    text === null || text.trim() === '' ? null : Number.isNaN(Number(text)) ? text : Number(text),
};

/** A length as CSS wants it; empty for none. */
const toLength = (length: number | string | null): string =>
  typeof length === 'number' ? `${length}px` : (length ?? '');

/** What shows something to look at, in a place whose size the page may say. */
export abstract class SizedElement<Value, Inside extends View> extends MediaElement<Value, Inside> {
  /** Height of the place of picture or video: pixels, or a CSS length. */
  @property({ converter: lengthConverter }) height: number | string | null = null;
  /** Width of the component: pixels, or a CSS length. */
  @property({ converter: lengthConverter }) width: number | string | null = null;
  /** A sentence for the empty component. */
  @property() placeholder = '';

  /** @internal */
  override get sized(): boolean {
    return this.height !== null;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { width, height, style } = this;
    if (changed.has('width') && (width !== null || changed.get('width') != null))
      style.width = toLength(width);
    if (changed.has('height') && (height !== null || changed.get('height') != null))
      style.setProperty('--_height', toLength(height));
  }
}

/** What may take pictures or a video with the camera. */
export abstract class CameraElement<Value, Inside extends View> extends SizedElement<Value, Inside> {
  /** Mirrors the camera, preview and data alike; never one that faces away from the user. */
  @property({ type: Boolean }) mirror = true;
  /** Which camera is wished for: `user` faces the user, `environment` faces away. */
  @property({ converter: oneOf('user', 'environment') }) facing: Facing | null = null;
  /** What is asked of the camera, as `getUserMedia` takes it. Default: 1920×1440 pixels where the camera can. */
  @property({ type: Object }) constraints: MediaStreamConstraints | MediaTrackConstraints | null = null;
  /** Small buttons: `download`, `share`, `fullscreen`, or elements of the page's own. */
  @property({ converter: buttonsConverter }) override buttons: (string | Node)[] = [
    'download',
    'share',
    'fullscreen',
  ];
  /** State of the stream or recording: `closed`, `waiting` for its turn, `open`. */
  @property({ attribute: false }) streamState: StreamState = 'closed';

  /** @internal */
  readonly followers = new Set<Follower>();

  override focus(options?: FocusOptions): void {
    void this.updateComplete.then(() => this.shadowRoot?.getElementById('control')?.focus(options));
  }
}
