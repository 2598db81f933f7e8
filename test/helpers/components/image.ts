import type { RivImage } from '../../../src/components/image/image.ts';

/** A picture of one colour. */
export function plain(width: number, height: number, [r, g, b, a]: number[] = [255, 0, 0, 255]): ImageData {
  const image = new ImageData(width, height);
  for (let at = 0; at < image.data.length; at += 4) image.data.set([r!, g!, b!, a!], at);
  return image;
}

/** The same as a PNG file. */
export async function plainFile(
  width: number,
  height: number,
  name = 'plain.png',
  colour?: number[],
): Promise<File> {
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')!.putImageData(plain(width, height, colour), 0, 0);
  return new File([await canvas.convertToBlob()], name, { type: 'image/png' });
}

/** What an Image shows in its place; `null` when it shows none. */
export const pictureOf = (image: RivImage): HTMLCanvasElement | HTMLImageElement | null =>
  image.shadowRoot!.querySelector('.picture:not(.covered)');

/** The colour of one pixel of what an Image shows, `[r, g, b, a]`. */
export function pixelOf(image: RivImage, x = 0, y = 0): number[] {
  const picture = pictureOf(image)!;
  const canvas = document.createElement('canvas');
  canvas.width = picture instanceof HTMLImageElement ? picture.naturalWidth : picture.width;
  canvas.height = picture instanceof HTMLImageElement ? picture.naturalHeight : picture.height;
  const context = canvas.getContext('2d')!;
  context.drawImage(picture, 0, 0);
  return [...context.getImageData(x, y, 1, 1).data];
}
