/** @file Makes what handlers and scripts are given of the value of an ImageEditor. */

import { fileOf } from '../media-frame/encode.ts';
import { dataOf } from './canvas.ts';
import { Editing, stateOf } from './editing.ts';
import type { Editable } from './image-editor-host.ts';

/** Makes what a handler is given of a value. */
export async function partsFor(
  value: Editable,
  { canvasSize, type }: { canvasSize: readonly number[]; type: string },
): Promise<unknown> {
  const editing = await editingOf(value, canvasSize);
  const give = async (canvas: HTMLCanvasElement) =>
    type === 'blob'
      ? fileOf(canvas, 'image/png')
      : type === 'bitmap'
        ? createImageBitmap(canvas)
        : dataOf(canvas);
  const { background, layers } = editing.now;
  return {
    background: background && (await give(background)),
    layers: await Promise.all(layers.map(({ canvas }) => give(canvas))),
    composite: await give(editing.composite()),
  };
}

/** Returns the whole picture as a file. */
export async function blobFor(
  value: Editable,
  { canvasSize }: { canvasSize: readonly number[] },
  type: string,
): Promise<Blob> {
  return fileOf((await editingOf(value, canvasSize)).composite(), type);
}

async function editingOf(value: Editable, size: readonly number[]): Promise<Editing> {
  const editing = new Editing(1, 1);
  editing.begin(await stateOf(value, size));
  return editing;
}
