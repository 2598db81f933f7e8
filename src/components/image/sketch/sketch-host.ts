/** @file The interface through which a drawing knows the component that it fills. */

import type { ReactiveControllerHost } from 'lit';
import type { Picture } from '../../parts/picture.ts';
import type { Brush } from './sketch-options.ts';

/** What a drawing asks of its component, and tells it. */
export interface SketchHost extends ReactiveControllerHost {
  readonly name: string;
  readonly height: number | string | null;
  readonly width: number | string | null;
  readonly placeholder: string;
  readonly brush: Brush;
  readonly background: string;
  /** The picture that the component shows, which is drawn upon. */
  readonly shown: {
    readonly value: Picture;
    readonly element: HTMLCanvasElement | HTMLImageElement | null;
    differs(value: Picture): boolean;
    settled(): Promise<void>;
  };
  /** A sentence about what is wrong. */
  message: string;
  /** The user has drawn, or taken a stroke back. */
  drew(picture: Picture): void;
}
