/** @file The interface by which the view of a Model3D knows its element. */

import type { FieldHost } from '../field/lazy-field.ts';

/** A model: its file, or where that is. */
export type ModelFile = Blob | string;

/** What the view needs of its element. */
export interface Model3DHost extends FieldHost<ModelFile | null> {
  readonly height: number;
  readonly clearColor: string;
  readonly cameraPosition: string | null;
}
