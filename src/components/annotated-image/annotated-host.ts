/** @file The interface through which the view of an AnnotatedImage knows its element. */

import type { ReactiveControllerHost } from 'lit';
import type { Shown } from '../image/shown.ts';
import type { Annotation } from './annotations.ts';

/** What the face of an AnnotatedImage asks of it, and tells it. */
export interface AnnotatedHost extends ReactiveControllerHost, HTMLElement {
  readonly name: string;
  readonly info: string;
  readonly container: boolean;
  readonly showLabel: boolean;
  readonly height: number | string | null;
  readonly placeholder: string;
  readonly buttons: readonly (string | Node)[];
  readonly showLegend: boolean;
  readonly colorMap: Readonly<Record<string, string>> | null;
  readonly fillOpacity: number;
  readonly streaming: boolean;
  /** A sentence about what is wrong. */
  message: string;
  readonly shown: Shown;
  readonly annotations: readonly Annotation[];
  /** The picture is a file or URL: it comes later than its annotations. */
  readonly loads: boolean;
  /** Fires an event of the component. */
  notify(name: string, detail?: unknown): void;
  toBlob(): Promise<Blob | null>;
}
