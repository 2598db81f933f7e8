/** @file The interface through which the view of an ImageSlider knows its element. */

import type { Shown } from '../image/shown.ts';
import type { MediaHost } from '../media-frame/media-host.ts';
import type { Pair } from './slider-value.ts';

/** What the view of an ImageSlider asks of it, and tells it. */
export interface ImageSliderHost extends MediaHost {
  readonly sides: readonly [Shown, Shown];
  /** The share of the width that shows the picture before, in percent. */
  sliderPosition: number;
  readonly maxHeight: number;
  readonly editable: boolean;
  value: Pair | null;
}
