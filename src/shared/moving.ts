const IMAGE = 'rivulet:image';

/** The parts of an image, for the way between threads. */
interface Parts {
  data: Uint8ClampedArray<ArrayBuffer>;
  width: number;
  height: number;
  colorSpace: PredefinedColorSpace;
}

/** An image on its way: opaque, until it has arrived. */
export interface MovingImage {
  [IMAGE]: Parts;
}

/**
 * An image on its way to another thread. Sent as itself it would be copied on both sides, also where its buffer is
 * listed to move; its bare buffer moves at once.
 *
 * @param data - the pixels that go: a copy, where the sender keeps the image.
 */
export function movingImage(
  { width, height, colorSpace }: ImageData,
  data: Uint8ClampedArray<ArrayBuffer>,
): MovingImage {
  return { [IMAGE]: { data, width, height, colorSpace } };
}

/** The image that has arrived; any other value as it is. */
export function arrivedImage<T>(value: T | MovingImage): T | ImageData {
  const parts = (value as Partial<MovingImage> | null)?.[IMAGE];
  return parts
    ? new ImageData(parts.data, parts.width, parts.height, { colorSpace: parts.colorSpace })
    : (value as T);
}
