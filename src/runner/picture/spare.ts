/** @file Keeps buffers for the next picture. */

/**
 * A fresh buffer costs its page faults when it is first written to. So those that the page gives back are used again;
 * and as long as none comes back, one of the size last asked for is made and touched while nothing else is to be done.
 */
const spare: ArrayBuffer[] = [];
const MOST = 4;
let planned = false;

/** Returns a buffer of `size` bytes that nobody else holds. Its content is not defined. */
export function freshBuffer(size: number): ArrayBuffer {
  const buffer = takeSpare(size) ?? new ArrayBuffer(size);
  if (!planned && spare.length === 0) {
    planned = true;
    setTimeout(() => {
      planned = false;
      if (spare.length) return;
      const touched = new ArrayBuffer(size);
      new Uint8Array(touched).fill(255);
      spare.push(touched);
    });
  }
  return buffer;
}

/** Keeps a buffer for `freshBuffer`. The caller no longer uses it. */
export function keepBuffer(buffer: ArrayBuffer): void {
  if (spare.length < MOST) spare.push(buffer);
}

/** Buffers of another size are let go: pictures rarely go back to it. */
function takeSpare(size: number): ArrayBuffer | undefined {
  while (spare.length && spare.at(-1)!.byteLength !== size) spare.pop();
  return spare.pop();
}
