/** @file Reads marked texts: pieces with marks, or a text with the places of its entities. */

/** What a piece is: a label, or a score from -1 to 1. */
export type TextMark = string | number;

/** A piece of a text, and what it is; `null` for nothing in particular. */
export type Token = [text: string, mark: TextMark | null];

/** A part of a text, by its first character and the one behind its last. */
export interface Entity {
  entity?: TextMark | null;
  entity_group?: TextMark | null;
  start: number;
  end: number;
}

/** What a HighlightedText shows. */
export type HighlightedValue =
  | readonly (readonly [text: string, mark?: TextMark | null])[]
  | { text: string; entities: readonly Entity[] }
  | null;

type Refuse = (came: unknown, expected: string) => Error;

const isMark = (mark: unknown): mark is TextMark | null =>
  mark === null || typeof mark === 'string' || Number.isFinite(mark);

/** Makes pieces of either form, in the order of the text. @throws what `refuse` makes of what does not fit */
export function tokensOf(value: unknown, refuse: Refuse): Token[] {
  if (Array.isArray(value))
    return Array.from(value, (each, at) => {
      const [text, mark = null] = Array.isArray(each) ? each : [];
      if (typeof text !== 'string' || !isMark(mark))
        throw refuse(each, `[text, label or score] as piece ${at + 1}`);
      return [text, mark];
    });
  const { text, entities } = Object(value) as { text: unknown; entities: unknown };
  if (typeof text !== 'string' || !Array.isArray(entities))
    throw refuse(value, 'a list of [text, label or score], or { text, entities: [{ entity, start, end }] }');
  const tokens: Token[] = [];
  let done = 0;
  const put = (to: number, mark: TextMark | null) => {
    if (to > done || mark !== null) tokens.push([text.slice(done, to), mark]);
    done = to;
  };
  for (const { start, end, mark, at } of Array.from(entities, partOf).sort((a, b) => a.start - b.start)) {
    const within = start >= 0 && end >= start && end <= text.length;
    if (!within || start < done || !isMark(mark))
      throw refuse(
        entities[at],
        `entity ${at + 1} ${
          !isMark(mark)
            ? 'to have a label or score'
            : `(${start} to ${end}) to lie within the text, 0 to ${text.length}${within ? `, and not over the one before it, which ends at ${done}` : ''}`
        }`,
      );
    put(start, null);
    put(end, mark);
  }
  put(text.length, null);
  return tokens;

  function partOf(each: unknown, at: number) {
    const { start, end, entity, entity_group } = Object(each) as Partial<Entity>;
    if (!Number.isInteger(start) || !Number.isInteger(end))
      throw refuse(each, `whole numbers as start and end of entity ${at + 1} (they are ${start} and ${end})`);
    return { start: start!, end: end!, mark: (entity ?? entity_group ?? entity) as TextMark, at };
  }
}
