/** @file Waits for the next animation frame. */

/** Resolves with the next animation frame, milliseconds on `performance.now()`'s clock. */
export const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
