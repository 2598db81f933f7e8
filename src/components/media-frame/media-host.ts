/** @file The interface through which the view of a picture, sound or video knows its component. */

import type { ReactiveControllerHost } from 'lit';
import type { TimeLimit } from '../time-bar/time-bar.ts';
import type { Framed } from './frame-view.ts';

/** Where a picture, a sound or a video may come from. */
export type MediaSource = 'upload' | 'webcam' | 'microphone' | 'clipboard' | 'sketch';

/** What the view of a picture, a sound or a video asks of its component, and tells it. */
export interface MediaHost extends ReactiveControllerHost, HTMLElement, Framed {
  /** A sentence about what is wrong. */
  message: string;
  readonly placeholder?: string;
  readonly buttons: readonly (string | Node)[];
  /** The user may give something, and take it away. */
  readonly takes: boolean;
  /** The time that a recording has left. */
  readonly limit?: TimeLimit | null;
  /** What it holds, as it was given. */
  value: unknown;
  /** Fires an event of the component. */
  notify(name: string, detail?: unknown): void;
  /** Says what went wrong, here and in a toast. */
  complain(error: Error): void;
  /** The user has given, recorded, edited or removed it: fires `event`, where one is named, `input` and `change`. */
  take(value: unknown, event?: string): void;
  toBlob(type?: string): Promise<Blob | null>;
}
