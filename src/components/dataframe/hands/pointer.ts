/** @file What a pointer does in a grid: presses, drags, double clicks, and the menus it asks for. */

import { HEADER } from '../grid/selection.ts';
import type { HandActions } from './actions.ts';

/** Pixels that a pointer may move in a press. */
const SLACK = 4;

/** Goes to the cell that is pressed, and selects from it to where the pointer is let go. */
export function press(actions: HandActions, event: PointerEvent): void {
  const { grid, editor, selection } = actions.parts;
  const target = event.target as Element;
  const place = grid.placeOf(target);
  if (!place || target.closest('.editor, button, .grip, a')) return;
  const { row, column, isNumber } = place;
  if (event.button !== 0) {
    if (!selection.has(row, column)) actions.go(row, column, false, false);
    return;
  }
  if (editor.isAt(row, column)) return;
  if (isNumber) {
    if (row === HEADER) actions.selectAll();
    else actions.selectRows(event.shiftKey ? selection.range.top : row, row);
    return;
  }
  if (event.pointerType !== 'touch' && !target.closest('input')) {
    event.preventDefault(); // the focus goes where the selection does, and no text is marked
    drag(actions, event);
  }
  const { row: before, column: beside } = selection;
  actions.go(row, column, event.shiftKey, false);
  if (before === row && beside === column) actions.tell();
}

/** Follows the pointer while it is down: the range grows with it. */
function drag(actions: HandActions, from: PointerEvent): void {
  follow(actions, ({ clientX, clientY }) => {
    if (Math.abs(clientX - from.clientX) + Math.abs(clientY - from.clientY) < SLACK) return;
    const place = actions.parts.grid.placeAt(clientX, clientY);
    if (place && place.row !== HEADER) actions.go(place.row, place.column, true);
  });
}

/** Edits the cell that is pressed twice. */
export function pressTwice(actions: HandActions, event: MouseEvent): void {
  const { grid, selection } = actions.parts;
  const target = event.target as Element;
  const place = grid.placeOf(target);
  if (!place || place.isNumber || place.row === HEADER || target.closest('input, .editor, a')) return;
  selection.go(place.row, place.column);
  actions.begin(place.row, place.column);
}

/** Opens the menu of a cell, or of a column where it is a header. */
export function openMenu(actions: HandActions, event: MouseEvent): void {
  const { grid, selection, menus } = actions.parts;
  const place = grid.placeOf(event.target);
  if (!place || (event.target as Element).closest('.editor, a')) return;
  event.preventDefault();
  if (place.row === HEADER) return menus.openColumn(place.column, event);
  if (!selection.has(place.row, place.column)) actions.go(place.row, place.column, false, false);
  menus.openCell(event);
}

/** Makes a column as wide as its edge is dragged. */
export function resize({ host, parts: { grid } }: HandActions, column: number, event: PointerEvent): void {
  event.preventDefault();
  event.stopPropagation();
  const width = grid.columns.widths[column] ?? 0;
  follow({ host }, ({ clientX }) => {
    grid.columns.drag(column, width + clientX - event.clientX);
    host.requestUpdate();
  });
}

/** Follows a pointer until it is let go, or the element has left the page. */
function follow({ host }: Pick<HandActions, 'host'>, move: (event: PointerEvent) => void): void {
  const off = new AbortController();
  const { signal } = off;
  const end = () => off.abort();
  addEventListener('pointermove', (event) => (host.isConnected ? move(event) : end()), { signal });
  for (const name of ['pointerup', 'pointercancel']) addEventListener(name, end, { signal });
}
