/** @file Scrolls to the topmost output whose upper edge is out of sight. */

import type { Port } from '../../shared/port.ts';

/** Scrolls to the topmost output whose upper edge is out of sight: smoothly, unless the reader prefers less motion. */
export function scrollToOutput(outputs: readonly Port[]): void {
  const top = (output: Element) => output.getBoundingClientRect().top;
  const [first] = outputs
    .filter(
      (output): output is Port & Element => output instanceof Element && output.getClientRects().length > 0,
    )
    .sort((a, b) => top(a) - top(b));
  if (!first || (top(first) >= 0 && top(first) < innerHeight * 0.9)) return;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  first.scrollIntoView({ block: 'start', behavior: still ? 'instant' : 'smooth' });
}
