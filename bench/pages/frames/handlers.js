/** The handlers of both sides for frames: plain functions. */

export const pass = (image) => image;

export function flip(image) {
  const { width, height, data } = image;
  const pixels = new Uint32Array(data.buffer, data.byteOffset, width * height);
  for (let row = 0; row < height; row++) pixels.subarray(row * width, (row + 1) * width).reverse();
  return image;
}
