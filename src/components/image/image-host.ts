/** @file The interface through which the view of an Image knows its element. */

import type { StreamPort } from '../../shared/port.ts';
import type { TimeLimit } from '../time-bar/time-bar.ts';
import type { ImageFormat } from '../media-frame/encode.ts';
import type { Picture } from '../parts/picture.ts';
import type { Shown } from './shown.ts';
import type { Brush } from './sketch/sketch-options.ts';
import type { Source } from './image-sources.ts';
import type { WebcamHost } from '../webcam/webcam-host.ts';

/** What the face of an Image asks of it, and tells it. */
export interface ImageHost extends WebcamHost, Pick<StreamPort, 'streamStats'> {
  readonly sources: Source[];
  readonly streaming: boolean;
  readonly height: number | string | null;
  readonly width: number | string | null;
  readonly placeholder: string;
  readonly brush: Brush;
  readonly background: string;
  readonly buttons: readonly (string | Node)[];
  readonly format: ImageFormat;
  readonly name: string;
  readonly info: string;
  readonly container: boolean;
  readonly showLabel: boolean;
  /** The user may give a picture. */
  readonly editable: boolean;
  /** The stream has waited for longer than a moment. */
  readonly waiting: boolean;
  readonly limit: TimeLimit | null;
  readonly shown: Shown;
  value: Picture;
  /** A sentence about what is wrong. */
  message: string;
  /** Says what went wrong, here and in a toast. */
  complain(error: Error): void;
  /** Fires an event of the component. */
  notify(name: string, detail?: unknown): void;
  /** The user has given a picture, or taken it away. */
  took(file: File | null): void;
  /** The user has drawn, or taken a stroke back. */
  drew(picture: Picture): void;
  toBlob(type?: string): Promise<Blob | null>;
}
