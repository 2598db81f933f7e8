/**
 * The small steps that the filters share. A plane is one byte or float per pixel, row after row;
 * pixels beyond the border repeat the last ones inside.
 */

/** Lightness by the weights of ITU-R BT.601: 0.299 R + 0.587 G + 0.114 B, rounded. */
export function toGrey({ data, width, height }) {
  const grey = new Uint8ClampedArray(width * height);
  for (let i = 0, at = 0; i < grey.length; i++, at += 4)
    grey[i] = (data[at] * 19595 + data[at + 1] * 38470 + data[at + 2] * 7471 + 32768) >> 16;
  return grey;
}

/** A grey plane as a picture. */
export function fromGrey(grey, width, height) {
  const image = new ImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  for (let i = 0; i < grey.length; i++) pixels[i] = 0xff000000 | (grey[i] * 0x010101);
  return image;
}

/** The picture upside down. */
export function flip({ data, width, height }) {
  const image = new ImageData(width, height);
  const row = width * 4;
  for (let y = 0; y < height; y++)
    image.data.set(data.subarray(y * row, (y + 1) * row), (height - 1 - y) * row);
  return image;
}

/** Where to look for each of the pixels from `-radius` to `length + radius`: beyond the border, at the border. */
export function clamped(length, radius) {
  return Int32Array.from({ length: length + 2 * radius }, (_, i) =>
    Math.min(length - 1, Math.max(0, i - radius)),
  );
}
