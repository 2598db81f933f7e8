/** @file Finds the name that somebody may have meant. */

/** Returns the name that somebody may have meant; `undefined` when none is near. Hyphens and case do not count. */
export function nearest(word: string, names: Iterable<string>): string | undefined {
  const wanted = plain(word);
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const name of names) {
    const other = plain(name);
    // An abbreviation, or the name of a longer thing: `min`, `labels`.
    const begins = wanted.length > 2 && (other.startsWith(wanted) || wanted.startsWith(other));
    const letters = distance(wanted, other);
    const far = begins ? Math.min(letters, 1 + letters / 100) : letters;
    if (far < least) [best, least] = [name, far];
  }
  return best;
}

const plain = (name: string): string => name.toLowerCase().replace(/^riv-|-/g, '');

/** Counts how many letters must be put in, left out, changed or swapped to make one word of another. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = [...Array(b.length + 1).keys()];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, before[j - 2]! + 1);
      next.push(least);
    }
    [before, row] = [row, next];
  }
  return row[b.length]!;
}
