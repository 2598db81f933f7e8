/** What tests of the engine of ctx.onnx have in common. */

/** The model that this repository ships: edges. */
export const SOBEL = '/demos/onnx_filter/sobel.onnx';

/** A wedge: black, with a white right half. */
export function wedge(): ImageData {
  const image = new ImageData(8, 6);
  image.data.forEach((_, at) => (image.data[at] = at % 4 === 3 || Math.floor(at / 4) % 8 >= 4 ? 255 : 0));
  return image;
}

/** What was thrown. */
export const failure = (work: Promise<unknown>): Promise<Error> =>
  work.then(
    () => new Error('nothing was thrown'),
    (thrown: Error) => thrown,
  );

/** Answers to fetch in place of the server's. */
export async function withFetch<T>(answer: typeof fetch, work: () => Promise<T>): Promise<T> {
  const real = globalThis.fetch;
  globalThis.fetch = answer;
  try {
    return await work();
  } finally {
    globalThis.fetch = real;
  }
}

/** Nothing is kept any more. */
export const forgetAll = () => caches.delete('rivulet');
