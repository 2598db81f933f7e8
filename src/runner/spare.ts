/**
 * A fresh buffer costs its page faults when it is first written to. This keeps one of the size last asked for,
 * made and touched while nothing else is to be done, so that the next frame does not wait for it.
 */
let spare: ArrayBuffer | null = null;
let planned = false;

/** A buffer of `size` bytes that nobody else holds. Its content is not defined. */
export function freshBuffer(size: number): ArrayBuffer {
  const buffer = spare?.byteLength === size ? spare : new ArrayBuffer(size);
  spare = null;
  if (!planned) {
    planned = true;
    setTimeout(() => {
      planned = false;
      spare = new ArrayBuffer(size);
      new Uint8Array(spare).fill(255);
    });
  }
  return buffer;
}
