/** @file Draws boxes and masks over a picture, and finds the one at a point. */

import type { Annotation, Mask } from './annotations.ts';
import { inkOn, rgbOf } from '../parts/colour.ts';

/** How annotations are drawn: by the colours of their labels, and stepping back while another is pointed at. */
export interface AnnotationStyle {
  colourOf(label: string): string;
  /** Of the inside of a box, 0…1. */
  fill: number;
  font: string;
  /** False for those that step back, since another one is pointed at. `null`: none is pointed at. */
  marked: ((annotation: Annotation) => boolean) | null;
}

/** Where the picture lies on the canvas that is drawn on, in pixels of the canvas, and how large things are there. */
export interface PicturePlace {
  x: number;
  y: number;
  width: number;
  height: number;
  /** Pixels of the canvas for one of the picture. */
  scale: number;
  /** Pixels of the canvas for one CSS pixel: of lines and letters. */
  unit: number;
}

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

const BORDER = 3;
const FADED = 0.2;

/** Draws annotations over a picture, masks first. */
export function drawAnnotations(
  context: Context,
  annotations: readonly Annotation[],
  place: PicturePlace,
  style: AnnotationStyle,
): void {
  context.save();
  context.beginPath();
  context.rect(place.x, place.y, place.width, place.height);
  context.clip();
  for (const step of [drawMask, drawBox, drawTag])
    for (const annotation of annotations) {
      const marked = style.marked?.(annotation);
      context.globalAlpha = marked === false ? FADED : 1;
      step(context, annotation, place, style, marked === true);
    }
  context.restore();
}

function drawMask(
  context: Context,
  { mask, label }: Annotation,
  place: PicturePlace,
  { colourOf }: AnnotationStyle,
): void {
  if (!mask) return;
  const size = mask.width ? mask : { width: place.width / place.scale, height: place.height / place.scale };
  const painted = paintMask(mask, Math.round(size.width), Math.round(size.height), colourOf(label));
  if (painted) context.drawImage(painted, place.x, place.y, place.width, place.height);
}

const masks = new WeakMap<Mask, { colour: string; canvas: OffscreenCanvas }>();

/** A mask in its colour; kept as long as the mask is. `null` when it has not the size of the picture. */
function paintMask(mask: Mask, width: number, height: number, colour: string): OffscreenCanvas | null {
  const kept = masks.get(mask);
  if (kept?.colour === colour) return kept.canvas;
  const { data } = mask;
  if (data.length !== width * height) return null;
  const image = new ImageData(width, height);
  const [red, green, blue] = rgbOf(colour);
  const pixels = new Uint32Array(image.data.buffer);
  const rgb = (blue << 16) | (green << 8) | red; // every machine that browsers run on is little-endian
  for (let at = 0; at < pixels.length; at++)
    pixels[at] = rgb | (Math.round(Math.min(1, Math.max(0, data[at]!)) * 255) << 24);
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')!.putImageData(image, 0, 0);
  masks.set(mask, { colour, canvas });
  return canvas;
}

/** The border lies within the box, so that the box ends where it says. */
function drawBox(
  context: Context,
  { box, label }: Annotation,
  place: PicturePlace,
  style: AnnotationStyle,
): void {
  if (!box) return;
  const [x, y, width, height] = onCanvas(box, place);
  const border = Math.min(BORDER * place.unit, width / 2, height / 2);
  const { globalAlpha } = context;
  context.fillStyle = context.strokeStyle = style.colourOf(label);
  context.globalAlpha = globalAlpha * style.fill;
  context.fillRect(x + border, y + border, width - 2 * border, height - 2 * border);
  context.globalAlpha = globalAlpha;
  context.lineWidth = border;
  context.strokeRect(x + border / 2, y + border / 2, width - border, height - border);
}

/** The label above a box, or in it where there is no room; not where it is wider than its box, unless it is marked. */
function drawTag(
  context: Context,
  { box, mask, label }: Annotation,
  place: PicturePlace,
  style: AnnotationStyle,
  marked: boolean,
): void {
  if (!label || (mask && !marked)) return;
  const { unit } = place;
  context.font = `600 ${12 * unit}px ${style.font}`;
  const [left, top, boxWidth] = box ? onCanvas(box, place) : [place.x, place.y, place.width];
  const [width, height] = [context.measureText(label).width + 12 * unit, 20 * unit];
  if (width > boxWidth && !marked) return;
  const x = Math.max(place.x, Math.min(left, place.x + place.width - width));
  const y = top - height >= place.y ? top - height : Math.max(top, place.y);
  context.fillStyle = style.colourOf(label);
  context.fillRect(x, y, width, height);
  context.fillStyle = inkOn(style.colourOf(label));
  context.textBaseline = 'middle';
  context.fillText(label, x + 6 * unit, y + height / 2 + unit / 2);
}

function onCanvas(
  [x1, y1, x2, y2]: readonly number[],
  { x, y, scale }: PicturePlace,
): [number, number, number, number] {
  return [x + x1! * scale, y + y1! * scale, (x2! - x1!) * scale, (y2! - y1!) * scale];
}

/** Returns the annotation at a pixel of the picture: of several boxes the smallest, else the uppermost mask; -1 for none. */
export function annotationAt(
  annotations: readonly Annotation[],
  [x, y]: readonly [number, number],
  picture: { width: number; height: number },
): number {
  let [found, least] = [-1, Number.POSITIVE_INFINITY];
  annotations.forEach(({ box, mask }, index) => {
    if (box && x >= box[0] && x < box[2] && y >= box[1] && y < box[3]) {
      const area = (box[2] - box[0]) * (box[3] - box[1]);
      if (area < least) [found, least] = [index, area];
    } else if (mask && least === Number.POSITIVE_INFINITY) {
      const width = mask.width || picture.width;
      const column = Math.floor((x / picture.width) * width);
      const row = Math.floor((y / picture.height) * (mask.height || picture.height));
      if ((mask.data[row * width + column] ?? 0) > 0) found = index;
    }
  });
  return found;
}
