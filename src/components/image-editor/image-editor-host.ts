/** @file The interface by which the view of an ImageEditor knows its element, and what its values are. */

import type { FieldHost } from '../field/lazy-field.ts';
import type { Picture } from '../parts/picture.ts';

/** A picture in parts: what is under all, what was drawn upon it, and both together. */
export interface EditedValue {
  background?: Picture;
  layers?: readonly Picture[];
  composite?: Picture;
}

/** A picture in parts, or one that is the background. */
export type Editable = EditedValue | Picture;

/** What is drawn with. */
export interface EditorBrush {
  /** Thickness in pixels of the picture. Default: a 40th of its width. */
  size?: number;
  /** Colours to choose from, the first one at first. */
  colors?: readonly string[];
}

/** What the view needs of its element. */
export interface ImageEditorHost extends FieldHost<Editable> {
  readonly height: number;
  readonly canvasSize: readonly number[];
  readonly brush: EditorBrush;
  readonly layers: boolean;
}
