/** @file Makes the input of a model of a picture. */

import { ValueError, describe } from '../../shared/errors.ts';
import { isPixels, toImageData, type Pixels } from '../../shared/values/pixels.ts';
import { sizeOf, type WorkerDrawable } from './pixels.ts';
import { type Numbering, type Plane, numbering, unfit } from './numbering.ts';
import { ImageTensor, type TensorPlace } from './image-tensor.ts';

/** How pixels become the input of a model; `fromTensor` takes the part that it needs. */
export interface TensorOptions extends Numbering {
  /** Width and height that the model wants, in pixels. Default: those of the picture. */
  size?: readonly [width: number, height: number];
  /**
   * How a picture of other proportions goes into `size`: `'contain'` (default) shows all of it, with bars; `'cover'`
   * fills and cuts; `'fill'` distorts.
   */
  fit?: 'contain' | 'cover' | 'fill';
  /** CSS colour of the bars, and of what shines through transparent pixels. Default: black. */
  background?: string;
  /** Default: `'float32'`. */
  type?: 'float32' | 'uint8';
}

/** What `toTensor` takes: every value of an Image but a Blob, which has to be decoded first. */
export type TensorSource = Pixels | ImageData | WorkerDrawable;

/**
 * Makes the input of a model of a picture. The picture is neither changed nor closed.
 *
 * @returns what `session.run` takes, in memory of its own; it also takes places in the input back to the picture.
 * @throws {ValueError} when it is no picture, or an option does not fit.
 */
export function toTensor(image: TensorSource, options: TensorOptions = {}): ImageTensor {
  const { size, fit = 'contain', background = 'black', type = 'float32', layout = 'NCHW' } = options;
  const source = isPixels(image) ? toImageData(image) : image;
  if (!(source instanceof ImageData) && !isDrawable(source))
    throw new ValueError(
      `toTensor was given ${describe(image)}, expected ImageData, an ImageBitmap, a VideoFrame, an OffscreenCanvas ` +
        'or { data, width, height }',
      { target: 'image' },
    );
  const picture = source instanceof ImageData ? source : sizeOf(source);
  if (!picture.width || !picture.height)
    throw new ValueError('toTensor was given a picture that is closed, or has no pixels', {
      target: 'image',
    });
  const given = size ?? [picture.width, picture.height];
  if (
    !Array.isArray(given) ||
    !given.every((side) => Number.isInteger(side) && side >= 1) ||
    given.length !== 2
  )
    throw unfit('size', size, '[width, height] in whole pixels');
  const [width, height] = given as [number, number];
  if (type !== 'float32' && type !== 'uint8') throw unfit('type', type, "'float32' or 'uint8'");
  if (!['contain', 'cover', 'fill'].includes(fit)) throw unfit('fit', fit, "'contain', 'cover' or 'fill'");
  const place = placeOf(picture, width, height, fit);
  const rgba =
    source instanceof ImageData && isOpaque(source) && picture.width === width && picture.height === height
      ? source.data
      : drawn(source, place, width, height, background);
  const planes = numbering(options, type === 'float32');
  const length = planes.length * width * height;
  // Bytes are rounded and clamped when they are written, then seen as the plain bytes that models take.
  const data = type === 'float32' ? new Float32Array(length) : new Uint8ClampedArray(length);
  write(rgba, data, planes, layout === 'NHWC');
  return new ImageTensor(
    data instanceof Float32Array ? data : new Uint8Array(data.buffer),
    layout === 'NHWC' ? [1, height, width, planes.length] : [1, planes.length, height, width],
    place,
    { width, height },
    { width: picture.width, height: picture.height },
  );
}

/** One loop per channel: simple ones run fastest. */
function write(
  rgba: Uint8ClampedArray,
  data: Float32Array | Uint8ClampedArray,
  planes: Plane[],
  interleaved: boolean,
): void {
  const area = rgba.length / 4;
  const step = interleaved ? planes.length : 1;
  planes.forEach(({ byte, gain, bias }, channel) => {
    let to = interleaved ? channel : channel * area;
    if (byte < 0) {
      // How bright red, green and blue are to the eye.
      const [red, green, blue] = [0.299 * gain, 0.587 * gain, 0.114 * gain];
      for (let from = 0; from < rgba.length; from += 4, to += step)
        data[to] = rgba[from]! * red + rgba[from + 1]! * green + rgba[from + 2]! * blue + bias;
    } else
      for (let from = byte; from < rgba.length; from += 4, to += step) data[to] = rgba[from]! * gain + bias;
  });
}

function placeOf(
  picture: { width: number; height: number },
  width: number,
  height: number,
  fit: NonNullable<TensorOptions['fit']>,
): TensorPlace {
  if (fit === 'fill') return { x: 0, y: 0, width, height };
  const scales = [width / picture.width, height / picture.height];
  const scale = fit === 'cover' ? Math.max(...scales) : Math.min(...scales);
  // Whole pixels: bars with sharp edges, and boxes that come back exactly.
  const [shownWidth, shownHeight] = [Math.round(picture.width * scale), Math.round(picture.height * scale)];
  return {
    x: Math.floor((width - shownWidth) / 2),
    y: Math.floor((height - shownHeight) / 2),
    width: Math.max(1, shownWidth),
    height: Math.max(1, shownHeight),
  };
}

type Size = Pick<TensorPlace, 'width' | 'height'>;

const isDrawable = (value: unknown): value is WorkerDrawable =>
  value instanceof ImageBitmap ||
  value instanceof OffscreenCanvas ||
  (typeof VideoFrame !== 'undefined' && value instanceof VideoFrame);

function isOpaque({ data }: ImageData): boolean {
  const pixels = new Uint32Array(data.buffer, data.byteOffset, data.length / 4);
  let all = 0xffffffff;
  for (let at = 0; at < pixels.length; at++) all &= pixels[at]!;
  return all >>> 24 === 255;
}

/** Kept between calls: a stream asks for the same size again and again. */
const canvases: Partial<Record<'from' | 'to', OffscreenCanvasRenderingContext2D>> = {};

function canvas(name: 'from' | 'to', width: number, height: number): OffscreenCanvasRenderingContext2D {
  const kept = canvases[name];
  if (kept?.canvas.width === width && kept.canvas.height === height) return kept;
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })!;
  canvases[name] = context;
  return context;
}

function drawn(
  source: ImageData | WorkerDrawable,
  place: TensorPlace,
  width: number,
  height: number,
  background: string,
): Uint8ClampedArray {
  const context = canvas('to', width, height);
  let drawable = source as CanvasImageSource;
  if (source instanceof ImageData) {
    const whole = canvas('from', source.width, source.height);
    whole.putImageData(source, 0, 0);
    drawable = whole.canvas;
  }
  context.fillStyle = 'black'; // stays, where `background` is no colour
  context.fillStyle = background;
  context.fillRect(0, 0, width, height);
  // The quickest way looks at two pixels by two: of a picture that becomes smaller than half it would leave some out.
  const whole = source instanceof ImageData ? source : sizeOf(source);
  const small = place.width * 2 < whole.width || place.height * 2 < whole.height;
  if ('imageSmoothingQuality' in context) context.imageSmoothingQuality = small ? 'medium' : 'low';
  else if (small) drawable = halved(drawable, whole, place);
  context.drawImage(drawable, place.x, place.y, place.width, place.height);
  return context.getImageData(0, 0, width, height).data;
}

/** The picture at twice the size that it is to have, where the browser has the quickest way only (Firefox). */
function halved(source: CanvasImageSource, whole: Size, place: Size): CanvasImageSource {
  const doublings = (from: number, to: number) => 2 ** Math.max(0, Math.floor(Math.log2(from / to)));
  let [across, down] = [doublings(whole.width, place.width), doublings(whole.height, place.height)];
  let picture = source;
  for (; across > 1 || down > 1; across = Math.max(1, across / 2), down = Math.max(1, down / 2)) {
    const next = new OffscreenCanvas(place.width * across, place.height * down);
    next.getContext('2d')!.drawImage(picture, 0, 0, next.width, next.height);
    picture = next;
  }
  return picture;
}
