/** @file The user's hands in a grid: what each of its events leads to. */

import type { GridListener } from '../grid/grid.ts';
import { HEADER } from '../grid/selection.ts';
import type { DataframeHost } from '../table/table-host.ts';
import { HandActions, type HandParts } from './actions.ts';
import { copy, cut, paste } from './clipboard.ts';
import { pressKey } from './keys.ts';
import { openMenu, press, pressTwice, resize } from './pointer.ts';

/** Makes what moves, selects, edits and copies, as in a spreadsheet. */
export function handsOf(host: DataframeHost, parts: HandParts): GridListener {
  const actions = new HandActions(host, parts);
  const { selection, grid, menus } = parts;
  return {
    onKey: (event) => pressKey(actions, event),
    onPress: (event) => press(actions, event),
    onDouble: (event) => pressTwice(actions, event),
    onMenu: (event) => openMenu(actions, event),
    onFocus: (event) => followFocus(actions, event),
    onCopy: (event) => copy(actions, event),
    onCut: (event) => cut(actions, event),
    onPaste: (event) => paste(actions, event),
    resize: (column, event) => resize(actions, column, event),
    sort(column, event) {
      selection.go(HEADER, column);
      actions.sort(column, event.shiftKey);
      grid.focus();
    },
    openColumnMenu(column, event) {
      selection.go(HEADER, column);
      menus.openColumn(column, event);
    },
  };
}

/** Goes to a cell that something gives the focus by itself, such as a screen reader. */
function followFocus(actions: HandActions, event: FocusEvent): void {
  const { grid, selection } = actions.parts;
  const target = event.target as Element;
  const place = grid.placeOf(target);
  if (!place || place.isNumber || target.closest('.editor')) return;
  if (place.row === selection.row && place.column === selection.column) return;
  selection.go(place.row, place.column);
  actions.host.requestUpdate();
  actions.tell();
}
