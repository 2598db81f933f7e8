/** @file The interface by which the view of a Playground knows its element. */

import type { LitElement } from 'lit';

/** How source and result lie. */
export type PlaygroundLayout = 'side' | 'stacked' | 'tabs';

/** What the view needs of its element. */
export interface PlaygroundHost extends LitElement {
  source: string | null;
  message: string;
  readonly src: string;
  readonly layout: PlaygroundLayout;
  readonly readOnly: boolean;
  readonly library: string;
  readonly label: string;
  /** Takes what the user has written, and tells of it. */
  edit(source: string): void;
  /** Tells that the app was started anew. */
  ran(): void;
}
