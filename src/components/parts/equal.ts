/** @file Compares two cloneable values, however deep. */

/**
 * Returns true when two cloneable values say the same. Objects of unknown classes are equal only to themselves, and so
 * are those of more levels than can be looked at, or that will not be looked at.
 */
export function equal(a: unknown, b: unknown): boolean {
  try {
    return alike(a, b, new Map());
  } catch {
    return false;
  }
}

function alike(a: unknown, b: unknown, seen: Map<unknown, unknown>): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  if (seen.get(a) === b) return true;
  seen.set(a, b);
  if (Array.isArray(a)) {
    const other = b as unknown[];
    return a.length === other.length && a.every((item, index) => alike(item, other[index], seen));
  }
  if (ArrayBuffer.isView(a)) return sameBytes(bytesOf(a), bytesOf(b as ArrayBufferView));
  if (a instanceof ArrayBuffer) return sameBytes(new Uint8Array(a), new Uint8Array(b as ArrayBuffer));
  if (a instanceof Date) return Object.is(a.getTime(), (b as Date).getTime());
  if (a instanceof RegExp) return String(a) === String(b);
  if (a instanceof Map) {
    const other = b as Map<unknown, unknown>;
    return (
      a.size === other.size &&
      [...a].every(([key, item]) => other.has(key) && alike(item, other.get(key), seen))
    );
  }
  if (a instanceof Set)
    return a.size === (b as Set<unknown>).size && [...a].every((item) => (b as Set<unknown>).has(item));
  const plain = Object.getPrototypeOf(a);
  if (plain !== Object.prototype && plain !== null) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every(
      (key) =>
        Object.hasOwn(b, key) &&
        alike((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key], seen),
    )
  );
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
