/** @file Reads how large a file may be. */

/** Reads a number of bytes, or a text such as `5mb`, of units of 1024; `NaN` for anything else. */
export function bytesOf(size: unknown): number {
  if (typeof size === 'number') return size >= 0 ? size : Number.NaN;
  const [, digits, unit] =
    (typeof size === 'string' && /^\s*(\d+\.?\d*)\s*([kmgt]?)(?:i?b)?\s*$/i.exec(size)) || [];
  return Number(digits) * 1024 ** 'bkmgt'.indexOf((unit || 'b').toLowerCase());
}
