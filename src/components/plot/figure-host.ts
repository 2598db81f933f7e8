/** @file The interfaces between a Plot, its view, and what draws each kind of value. */

import type { LitElement } from 'lit';
import type { Look } from '../native-plot/look.ts';

/** What the view of a Plot needs of its element. */
export interface FigureHost extends LitElement {
  readonly value: object | string | null;
  readonly name: string;
  readonly height: number;
  readonly caption: string;
  readonly fetchData: boolean;
  readonly buttons: readonly (string | Node)[];
  /** A sentence about what is wrong. */
  message: string;
}

/** What a figure is drawn with. */
export interface Frame {
  place: HTMLElement;
  width: number;
  height: number;
  look: Look;
  /** True: data may be loaded from URLs. */
  fetchData: boolean;
}

/** A figure that is drawn. */
export interface Figure {
  /** Fits it into another width. */
  resize(width: number, height: number): void;
  /** Gives it as a file; `null` where it has none. */
  toBlob(): Promise<Blob | null>;
  /** Lets go of what it holds. */
  close(): void;
}
