/** The handlers of both sides for yields: plain functions. */

export function* numbers(count) {
  for (let i = 1; i <= count; i++) yield i;
}

/** Rising brightness in one image that is used again and again. */
export function* images(count) {
  const image = new ImageData(600, 600);
  for (let i = 1; i <= count; i++) yield shade(image, i);
}

/** Fills an image with the shade of number `i`. */
export function shade(image, i) {
  new Uint32Array(image.data.buffer).fill(0xff000000 + i);
  return image;
}
