/** @file Makes a handler's arguments of what travelled. */

import { MediaError } from '../shared/errors.ts';
import { closeInputs } from '../shared/inputs.ts';
import { fromTransfer } from '../shared/values/transfer.ts';
import type { ImageType, Input } from '../shared/protocol.ts';
import type { CameraReader } from './camera-reader.ts';
import { drawn, drawnPixels, framePixels, type WorkerDrawable } from './picture/pixels.ts';

/** What a run's inputs became: arguments, what must be closed when the run ends, and when the frame was captured. */
export interface Opened {
  args: unknown[];
  closing: Set<VideoFrame | ImageBitmap>;
  captured?: number;
  /** True when a camera has ended and there is no frame. */
  over: boolean;
}

/**
 * Turns what travelled into a handler's arguments. Frames and bitmaps among them are closed by the caller when the
 * run ends; every other picture is the handler's own.
 */
export async function openInputs(
  inputs: readonly Input[],
  cameras: ReadonlyMap<number, CameraReader>,
): Promise<Opened> {
  const opened: Opened = { args: [], closing: new Set(), over: false };
  try {
    for (const input of inputs) opened.args.push(await openInput(input, cameras, opened));
  } catch (error) {
    for (const picture of opened.closing) picture.close();
    closeInputs(inputs); // those that had not had their turn
    throw error;
  }
  return opened;
}

async function openInput(
  input: Input,
  cameras: ReadonlyMap<number, CameraReader>,
  opened: Opened,
): Promise<unknown> {
  if (input.kind === 'value') return withPaths(input.value, input.paths);
  if (input.kind === 'image') return openImage(input, cameras, opened);
  const parts: unknown[] = [];
  for (const each of input.items) parts.push(await openInput(each, cameras, opened));
  return input.keys ? Object.fromEntries(input.keys.map((key, at) => [key, parts[at]])) : parts;
}

/** Gives files their paths back, `webkitRelativePath`. */
function withPaths(value: unknown, paths: readonly string[] = []): unknown {
  for (const [at, path] of paths.entries()) {
    const file = Array.isArray(value) ? value[at] : value;
    Object.defineProperty(file, 'webkitRelativePath', { value: path, configurable: true });
  }
  return value;
}

async function openImage(
  { type, source: sent, mirror = false }: Input & { kind: 'image' },
  cameras: ReadonlyMap<number, CameraReader>,
  opened: Opened,
): Promise<unknown> {
  const source = fromTransfer(sent);
  if (source instanceof ImageData)
    return type === 'data' ? source : fromDrawable(type, onCanvas(source), mirror, opened);
  if (source instanceof Blob) {
    if (type === 'blob' && !mirror) return source;
    return fromDrawable(type, await decode(source), mirror, opened);
  }
  if ('camera' in source) {
    const frame = await cameras.get(source.camera)?.read();
    if (!frame) {
      opened.over = true;
      return null;
    }
    opened.captured = performance.timeOrigin + performance.now();
    return fromDrawable(type, frame, mirror, opened);
  }
  if ('timestamp' in source) opened.captured ??= performance.timeOrigin + performance.now();
  return fromDrawable(type, source, mirror, opened);
}

/** Takes over `source`: what is not handed to the handler is closed here. */
async function fromDrawable(
  type: ImageType,
  source: WorkerDrawable,
  mirror: boolean,
  opened: Opened,
): Promise<unknown> {
  const isFrame = 'displayWidth' in source;
  if (!mirror && ((type === 'frame' && isFrame) || (type === 'bitmap' && source instanceof ImageBitmap)))
    return opens(source as VideoFrame | ImageBitmap, opened);
  try {
    if (type === 'data') return isFrame ? await framePixels(source, mirror) : drawnPixels(source, mirror);
    const canvas = drawn(source, mirror);
    if (type === 'bitmap') return opens(canvas.transferToImageBitmap(), opened);
    if (type === 'frame')
      return opens(new VideoFrame(canvas, { timestamp: isFrame ? source.timestamp : 0 }), opened);
    if (type === 'blob') return await canvas.convertToBlob({ type: 'image/png' });
    return canvas;
  } finally {
    if ('close' in source) source.close();
  }
}

function opens<T extends VideoFrame | ImageBitmap>(picture: T, opened: Opened): T {
  opened.closing.add(picture);
  return picture;
}

function onCanvas(data: ImageData): OffscreenCanvas {
  const canvas = new OffscreenCanvas(data.width, data.height);
  canvas.getContext('2d', { willReadFrequently: true })!.putImageData(data, 0, 0);
  return canvas;
}

async function decode(blob: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(blob);
  } catch (cause) {
    throw new MediaError(
      `The image cannot be decoded: ${blob.type || 'a file of unknown type'}, ${blob.size} bytes`,
      {
        type: blob.type,
        cause,
      },
    );
  }
}
