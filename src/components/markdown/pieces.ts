/** @file Long texts that are shown as they are, in pieces. */

/** Characters that are read at most, pictures within the text aside: more would freeze the page. */
export const LONGEST = 1_000_000;
/** Characters that are laid out together: of a long text only what is seen. */
const PIECE = 20_000;

/** The length of a text, without the pictures within it. */
export const lengthOf = (text: string): number =>
  text.length <= LONGEST ? text.length : text.replace(/data:[\w/+.;=-]*,[^)\s"'>]*/g, '').length;

/** A text in pieces that end with a line. */
export function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (let from = 0; from < text.length; ) {
    const line = text.indexOf('\n', from + PIECE);
    const end =
      from + PIECE >= text.length
        ? text.length
        : line < 0 || line > from + 2 * PIECE
          ? from + PIECE
          : line + 1;
    pieces.push(text.slice(from, end));
    from = end;
  }
  return pieces;
}
