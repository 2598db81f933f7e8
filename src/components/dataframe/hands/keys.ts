/** @file What the keys do in a grid. */

import { HEADER } from '../grid/selection.ts';
import type { HandActions } from './actions.ts';

/** The keys that move, and by how many rows and columns. */
const STEPS: Record<string, readonly [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Does what a key asks for. */
export function pressKey(actions: HandActions, event: KeyboardEvent): void {
  const { shown, selection, editor, grid } = actions.parts;
  if (editor.at || event.isComposing) return;
  const { key, shiftKey } = event;
  const isCommand = event.ctrlKey || event.metaKey;
  const { page } = grid;
  const last = { row: shown.rows - 1, column: shown.columns - 1 };
  const { row, column } = selection;
  const step = STEPS[key];
  const go = (toRow: number, toColumn: number) => actions.go(toRow, toColumn, shiftKey);
  if (step && isCommand)
    go(step[0] ? (step[0] < 0 ? 0 : last.row) : row, step[1] ? (step[1] < 0 ? 0 : last.column) : column);
  else if (step && !event.altKey) go(row + step[0], column + step[1]);
  else if (key === 'Home') go(isCommand ? 0 : row, 0);
  else if (key === 'End') go(isCommand ? last.row : row, last.column);
  else if (key === 'PageUp') go(Math.max(0, row - page), column);
  else if (key === 'PageDown') go(row + page, column);
  else if (key === 'Tab') {
    const next = column + (shiftKey ? -1 : 1);
    if (!actions.host.editable || next < 0 || next > last.column) return;
    actions.go(row, next);
  } else if (row === HEADER) {
    if (!headerKey(actions, event)) return;
  } else if (!cellKey(actions, event, isCommand)) return;
  event.preventDefault();
}

/** @returns false for a key that does nothing in the header */
function headerKey(actions: HandActions, { key, shiftKey }: KeyboardEvent): boolean {
  const { selection, menus } = actions.parts;
  if (key === 'F2') menus.openRename(selection.column);
  else if (key === 'Enter' || key === ' ') actions.sort(selection.column, shiftKey);
  else return false;
  return true;
}

/** @returns false for a key that does nothing in a cell */
function cellKey(actions: HandActions, event: KeyboardEvent, isCommand: boolean): boolean {
  const { shown, selection } = actions.parts;
  const { row, column } = selection;
  const { key } = event;
  const letter = key.toLowerCase();
  if (key === 'Process') {
    // An input method begins: the box takes what it writes.
    if (shown.kinds[column] !== 'bool') actions.begin(row, column, '');
    return false;
  }
  if (isCommand && letter === 'a') actions.selectAll();
  else if (isCommand && letter === 'z') actions.undo(event.shiftKey);
  else if (isCommand && letter === 'y') actions.undo(true);
  else if (key === 'Delete' || key === 'Backspace') actions.blank();
  else if (key === 'Escape' && selection.isRange) actions.go(row, column);
  else if (key === 'Enter' || key === 'F2') return actions.begin(row, column);
  else if (key === ' ' && shown.kinds[column] === 'bool') return actions.begin(row, column);
  else if ([...key].length === 1 && !isCommand && !event.altKey) return actions.begin(row, column, key);
  else return false;
  return true;
}
