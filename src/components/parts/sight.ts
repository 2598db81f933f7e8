/** @file Says whether a reader sees an element. */

/** Pixels below an element in which it says what went wrong. */
const ROOM = 48;

/** Returns true when a reader sees an element down to its lower edge, or at least its middle. */
export function isInSight(element: Element, edge: 'end' | 'middle' = 'end'): boolean {
  const { top, bottom, width } = element.getBoundingClientRect();
  const y = edge === 'end' ? bottom + ROOM : (top + bottom) / 2;
  return width > 0 && bottom > 0 && y > 0 && y < innerHeight && element.checkVisibility();
}
