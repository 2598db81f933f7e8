/** @file Reads CSS colours, and finds ink that can be read on them. */

let context: OffscreenCanvasRenderingContext2D | null = null;
const known = new Map<string, RGB>();

/** Returns the numbers of any CSS colour; black for what is none. How much it lets through does not count. */
export function rgbOf(colour: string): RGB {
  const found = known.get(colour);
  if (found) return found;
  context ??= new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = 'black';
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
  const rgb: RGB = [red!, green!, blue!];
  known.set(colour, rgb);
  return rgb;
}

/** Red, green and blue, 0…255. */
export type RGB = readonly [number, number, number];

/** The colour as `#rrggbb`. */
export const hexOf = (colour: string): string =>
  `#${rgbOf(colour)
    .map((level) => level.toString(16).padStart(2, '0'))
    .join('')}`;

/** Black or white, whichever reads better on a colour: 4.5:1 or more on any. */
export const inkOn = (colour: string): 'black' | 'white' =>
  // Where both have the same contrast, (L + 0.05)² = 0.05 × 1.05.
  luminance(rgbOf(colour)) > 0.179 ? 'black' : 'white';

/** Relative luminance, 0…1. */
function luminance(rgb: RGB): number {
  const [red, green, blue] = rgb.map((level) =>
    level <= 10 ? level / 3294.6 : ((level / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
