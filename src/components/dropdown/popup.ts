/** @file Places a popup below or above its anchor. */

/** Least room, in pixels, that a popup wants below its anchor before it opens above it. */
const ROOM = 220;
const GAP = 4;

/**
 * Keeps a shown popover at its anchor, below it or, where there is more room, above it, and as wide as it,
 * until `signal` aborts. In the top layer nothing can clip it.
 */
export function follow(anchor: Element, popup: HTMLElement, signal: AbortSignal): void {
  const place = (): void => {
    const box = anchor.getBoundingClientRect();
    const below = innerHeight - box.bottom - 2 * GAP;
    const above = box.top - 2 * GAP;
    const up = below < Math.min(ROOM, popup.scrollHeight) && above > below;
    Object.assign(popup.style, {
      left: `${box.left}px`,
      width: `${box.width}px`,
      maxHeight: `${Math.max(80, Math.min(320, up ? above : below))}px`,
      top: up ? 'auto' : `${box.bottom + GAP}px`,
      bottom: up ? `${innerHeight - box.top + GAP}px` : 'auto',
    });
  };
  place();
  addEventListener('scroll', place, { capture: true, passive: true, signal });
  addEventListener('resize', place, { signal });
  const observer = new ResizeObserver(place);
  observer.observe(anchor);
  signal.addEventListener('abort', () => observer.disconnect());
}
