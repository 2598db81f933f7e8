/** @file What a picture is drawn upon with: a tool, a colour and a thickness. */

import type { Editing } from './editing.ts';
import type { EditorBrush } from './image-editor-host.ts';

/** What the pointer does upon a picture. */
export type Tool = 'brush' | 'eraser' | 'crop';

const COLOURS = ['#111111', '#ffffff', '#d7263d', '#f59f00', '#2b9348', '#1d6fd8', '#7b2cbf'];

/** The tool, the colour and the thickness: those that the user has chosen, else those of the page. */
export class Pen {
  tool: Tool = 'brush';
  readonly #host: { readonly brush: EditorBrush };
  readonly #editing: Editing;
  #colour: string | null = null;
  #size: number | null = null;

  constructor(host: { readonly brush: EditorBrush }, editing: Editing) {
    this.#host = host;
    this.#editing = editing;
  }

  /** The colours to choose from. */
  get colours(): readonly string[] {
    const { colors } = this.#host.brush;
    return colors?.length ? colors : COLOURS;
  }

  get colour(): string {
    return this.#colour ?? this.colours[0]!;
  }

  /** Who chooses a colour wants to draw with it. */
  set colour(colour: string) {
    this.#colour = colour;
    this.tool = 'brush';
  }

  /** Pixels of the picture. */
  get thickness(): number {
    return this.#size ?? this.#host.brush.size ?? Math.max(2, Math.round(this.#editing.now.width / 40));
  }

  set thickness(pixels: number) {
    this.#size = pixels;
  }
}
