/** @file The interface through which the view of an AnnotatedImage knows its element. */

import type { Shown } from '../image/shown.ts';
import type { MediaHost } from '../media-frame/media-host.ts';
import type { Annotation } from './annotations.ts';

/** What the view of an AnnotatedImage asks of it, and tells it. */
export interface AnnotatedHost extends MediaHost {
  readonly showLegend: boolean;
  readonly colorMap: Readonly<Record<string, string>> | null;
  readonly fillOpacity: number;
  readonly streaming: boolean;
  readonly shown: Shown;
  readonly annotations: readonly Annotation[];
  /** The picture is a file or URL: it comes later than its annotations. */
  readonly loads: boolean;
}
