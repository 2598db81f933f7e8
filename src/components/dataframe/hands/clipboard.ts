/** @file Copies, cuts and pastes the selected cells. */

import { HEADER } from '../grid/selection.ts';
import { typedValue } from '../table/kinds.ts';
import type { HandActions } from './actions.ts';
import { type CellBlock, blockOf, readBlock, writeBlock } from './blocks.ts';

/** Copies the selected cells. */
export function copy({ parts }: HandActions, event: ClipboardEvent): void {
  const { shown, selection, editor } = parts;
  if (editor.at || !event.clipboardData || selection.row === HEADER) return;
  event.preventDefault();
  writeBlock(event.clipboardData, blockOf(shown, selection.range));
}

/** Copies the selected cells, and empties them. */
export function cut(actions: HandActions, event: ClipboardEvent): void {
  if (actions.parts.editor.at) return;
  copy(actions, event);
  if (actions.host.editable) actions.blank();
}

/** Puts what the clipboard holds where the selection begins. */
export function paste({ host, parts }: HandActions, event: ClipboardEvent): void {
  const { editor, selection } = parts;
  const given = event.clipboardData;
  if (editor.at || !host.editable || !given || selection.row === HEADER) return;
  event.preventDefault();
  void readBlock(given).then(
    (block) => block && fill(parts, block),
    (error: Error) => {
      host.message = error.message;
    },
  );
}

/** Puts a block where the range begins; one cell fills the whole range. */
function fill({ shown, selection, grid }: HandActions['parts'], { cells, isOwn }: CellBlock): void {
  const { top, left, bottom, right } = selection.range;
  const single = cells.length === 1 && cells[0]!.length === 1;
  const height = single ? bottom - top + 1 : cells.length;
  const width = single ? right - left + 1 : Math.max(...cells.map((row) => row.length));
  const edits = [];
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const given = single ? cells[0]![0] : cells[row]![column];
      if (given === undefined) continue;
      const kind = shown.kinds[left + column] ?? 'str';
      const value = isOwn ? given : typedValue(String(given), kind, shown.cell(top + row, left + column));
      edits.push({ row: top + row, column: left + column, value });
    }
  shown.edit(edits);
  const last = {
    row: Math.min(top + height, shown.rows) - 1,
    column: Math.min(left + width, shown.columns) - 1,
  };
  selection.span(last, { row: top, column: left });
  grid.focus();
}
