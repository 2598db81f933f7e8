/** @file Reads the CSS of single cells: colours and text alone count. */

const ALLOWED =
  /^(color|background|background-color|font-weight|font-style|text-align|text-decoration|opacity)$/;

const known = new Map<string, string>();

/** The declarations of a cell's CSS that only colour it, and its text. What fetches anything is left out. */
export function cssOf(css: string): string {
  const found = known.get(css);
  if (found !== undefined) return found;
  const made = String(css)
    .split(';')
    .map((each) => /^\s*([a-z-]+)\s*:\s*(.+?)\s*$/i.exec(each))
    .filter(
      (match) => match && ALLOWED.test(match[1]!.toLowerCase()) && !/url\(|image|expression/i.test(match[2]!),
    )
    .map((match) => `${match![1]}: ${match![2]};`)
    .join('');
  if (known.size > 1000) known.clear();
  known.set(css, made);
  return made;
}
