/** @file The interface through which the view of an Image knows its element. */

import type { StreamPort } from '../../shared/port.ts';
import type { TakingHost } from '../media-frame/media-view.ts';
import type { Picture } from '../parts/picture.ts';
import type { WebcamHost } from '../webcam/webcam-host.ts';
import type { Shown } from './shown.ts';
import type { SketchHost } from './sketch/sketch-host.ts';

/** Where a picture may come from. */
export type PictureSource = 'upload' | 'webcam' | 'clipboard' | 'sketch';

/** What the view of an Image asks of it, and tells it. */
export interface ImageHost
  extends TakingHost<PictureSource>,
    WebcamHost,
    SketchHost,
    Pick<StreamPort, 'streamStats'> {
  readonly name: string;
  readonly placeholder: string;
  readonly streaming: boolean;
  readonly shown: Shown;
  value: Picture;
}
