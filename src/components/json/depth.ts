/** @file Says how deep data is. */

/** Returns true for data of more levels than `most`, or that holds itself. */
export function isDeeper(value: unknown, most: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true;
    const inner = new Set<unknown>();
    for (const each of level)
      if (typeof each === 'object' && each !== null)
        for (const item of Object.values(each))
          if (typeof item === 'object' && item !== null) inner.add(item);
    level = [...inner];
  }
  return false;
}
