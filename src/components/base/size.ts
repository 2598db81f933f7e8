/** @file Gives a component its share of a Row. */

/** What a Row reads of its children. */
interface Sized extends HTMLElement {
  /** Share of the free width; 0 is the natural width, `null` the Row's own rule. */
  scale: number | null;
  /** Pixels. */
  minWidth: number;
}

/** Hands `scale` and `minWidth` to the Row around; a page's own inline style is left alone until one is set. */
export function applySize(element: Sized, changed: Map<PropertyKey, unknown>, usualWidth: number): void {
  const { scale, minWidth, style } = element;
  if (changed.has('scale') && (scale !== null || changed.get('scale') !== undefined)) {
    style.flexGrow = scale === null ? '' : String(scale);
    style.flexBasis = scale === 0 ? 'auto' : '';
  }
  if (changed.has('minWidth') && (minWidth !== usualWidth || changed.get('minWidth') !== undefined))
    style.setProperty('--riv-min-width', `${minWidth}px`);
}
