/** @file The interface through which the view of an Image knows its element. */

import type { StreamPort } from '../../shared/port.ts';
import type { TakingHost } from '../media-frame/media-view.ts';
import type { Picture } from '../parts/picture.ts';
import type { WebcamHost } from '../webcam/webcam-host.ts';
import type { Shown } from './shown.ts';
import type { Brush } from './sketch/sketch-options.ts';

/** Where a picture may come from. */
export type PictureSource = 'upload' | 'webcam' | 'clipboard' | 'sketch';

/** What the view of an Image asks of it, and tells it. */
export interface ImageHost extends TakingHost<PictureSource>, WebcamHost, Pick<StreamPort, 'streamStats'> {
  readonly streaming: boolean;
  readonly height: number | string | null;
  readonly width: number | string | null;
  readonly placeholder: string;
  readonly brush: Brush;
  readonly background: string;
  readonly shown: Shown;
  value: Picture;
  /** The user has drawn, or taken a stroke back. */
  drew(picture: Picture): void;
}
