/** @file Makes results ready to travel. */

import { HandlerError, describe } from '../shared/errors.ts';
import { theHandler } from '../shared/the-handler.ts';
import { toTransfer } from '../shared/values/transfer.ts';
import { mapParts, somePart } from '../shared/values/parts.ts';
import { isPixels } from '../shared/values/pixels.ts';
import { freshBuffer } from './picture/spare.ts';

/** What is needed to send a value: the value as it is at this moment, and what moves with it. */
export interface Parcel {
  values: unknown[];
  transfer: Transferable[];
}

/**
 * Takes results as they are now, so that the handler may go on writing into the same buffer: pixels are copied and
 * the copy moves; frames and bitmaps move themselves, the handler's own inputs among them as copies. So do pictures in
 * lists and plain objects.
 *
 * @param inputs - pictures that the runtime lent to the handler and closes itself.
 */
export function pack(values: readonly unknown[], inputs: ReadonlySet<unknown>): Parcel {
  const transfer = new Set<Transferable>();
  const packed = new Map<unknown, unknown>();
  const packPart = (part: object) => {
    const first = packed.get(part);
    if (first !== undefined) return packAgain(first, transfer);
    const copy = packOne(part, inputs, transfer);
    if (copy !== part || transfer.has(part as Transferable)) packed.set(part, copy);
    return copy;
  };
  return { values: values.map((value) => mapParts(value, packPart)), transfer: [...transfer] };
}

function packOne(value: object, inputs: ReadonlySet<unknown>, transfer: Set<Transferable>): unknown {
  if (value instanceof ImageData && value.data instanceof Uint8ClampedArray) {
    const data = new Uint8ClampedArray(freshBuffer(value.data.byteLength));
    data.set(value.data);
    transfer.add(data.buffer);
    return toTransfer(value, data);
  }
  if (typeof VideoFrame === 'function' && value instanceof VideoFrame) {
    const frame = inputs.has(value) ? copyFrame(value) : value;
    transfer.add(frame);
    return frame;
  }
  if (value instanceof ImageBitmap) {
    const bitmap = inputs.has(value) ? copyBitmap(value) : value;
    transfer.add(bitmap);
    return bitmap;
  }
  if (value instanceof OffscreenCanvas) {
    const bitmap = copyBitmap(value);
    transfer.add(bitmap);
    return bitmap;
  }
  if (isPixels(value) && ArrayBuffer.isView(value.data) && 'slice' in value.data) {
    const data = value.data.slice();
    transfer.add(data.buffer as ArrayBuffer);
    return { ...value, data };
  }
  return value;
}

/** A picture for a second output: each output closes its own. */
function packAgain(first: unknown, transfer: Set<Transferable>): unknown {
  let copy: ImageBitmap | VideoFrame;
  if (first instanceof ImageBitmap) copy = copyBitmap(first);
  else if (typeof VideoFrame === 'function' && first instanceof VideoFrame) copy = first.clone();
  else return first;
  transfer.add(copy);
  return copy;
}

function copyBitmap(source: ImageBitmap | OffscreenCanvas): ImageBitmap {
  return drawn(source, source.width, source.height).transferToImageBitmap();
}

/** Not a clone: that shares the camera's buffer, and a camera stalls while two of its buffers are held. */
function copyFrame(frame: VideoFrame): VideoFrame {
  const { displayWidth, displayHeight, timestamp } = frame;
  const duration = frame.duration ?? undefined;
  return new VideoFrame(drawn(frame, displayWidth, displayHeight), { timestamp, duration });
}

function drawn(source: CanvasImageSource, width: number, height: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')!.drawImage(source, 0, 0);
  return canvas;
}

/** Makes the error for a result that cannot cross threads. */
export function unsendable(values: readonly unknown[], handler: string, cause: unknown): HandlerError {
  if (somePart(values, isGone))
    return new HandlerError(
      `${theHandler(handler, 'The')} gave a picture that is closed: a frame or bitmap moves to the page when it is given; ` +
        'give a copy, or a canvas, of what is to be given again',
      { handler, cause },
    );
  const { culprit, place } = culpritIn(values);
  return new HandlerError(
    `${theHandler(handler, 'The')} gave ${describe(culprit)}${place && ` in "${place}"`}, which cannot be sent to the page: ` +
      'give plain data, an image, a Blob or a buffer',
    { handler, cause },
  );
}

/** The innermost part that cannot be cloned, and where it is in its value, such as `boxes.0`. */
function culpritIn(values: readonly unknown[]): { culprit: unknown; place: string } {
  const path: string[] = [];
  let culprit: unknown = values.find(cannotClone) ?? values[0];
  for (const seen = new Set(); !seen.has(culprit) && isContainer(culprit); ) {
    seen.add(culprit);
    const inner: [string, unknown] | undefined = Object.entries(culprit).find(([, part]) =>
      cannotClone(part),
    );
    if (!inner || seen.has(inner[1])) break;
    path.push(inner[0]);
    culprit = inner[1];
  }
  return { culprit, place: path.join('.') };
}

function isContainer(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}

/** True for a frame or bitmap that was closed, or has moved away. */
function isGone(value: unknown): boolean {
  if (value instanceof ImageBitmap) return value.width === 0;
  return (
    typeof VideoFrame === 'function' &&
    value instanceof VideoFrame &&
    value.format === null &&
    value.codedWidth === 0
  );
}

function cannotClone(value: unknown): boolean {
  try {
    structuredClone(value);
    return false;
  } catch {
    return true;
  }
}
