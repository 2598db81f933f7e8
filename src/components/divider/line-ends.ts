/** @file Hides the line of an upright Divider where it parts nothing: at the end of a line of a wrapped Row. */

import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A Divider, as what hides its line knows it. */
interface LineHost extends ReactiveControllerHost, HTMLElement {
  readonly orientation: string;
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/**
 * Hides the line of an upright Divider while what stands before or behind it is on another line: CSS does not tell where
 * a Row wraps. It keeps its place, or the Row could wrap otherwise, and so for ever.
 */
export class LineEnds implements ReactiveController {
  readonly #host: LineHost;
  readonly #resized = new ResizeObserver(() => this.#look());
  readonly #watched = new Set<Element>();

  constructor(host: LineHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#look();
  }

  hostUpdated(): void {
    this.#look();
  }

  hostDisconnected(): void {
    this.#resized.disconnect();
    this.#watched.clear();
  }

  #look(): void {
    const host = this.#host;
    const line = host.renderRoot.querySelector<HTMLElement>('[part=line]');
    const row = host.parentElement;
    if (!line || !row || !host.isConnected) return;
    const beside = [neighbour(host, 'previousElementSibling'), neighbour(host, 'nextElementSibling')];
    const around = beside.filter((each) => each !== null);
    this.#watch([row, ...around]);
    const stray =
      host.orientation === 'vertical' && wraps(row) && around.some((each) => !areBeside(each, host));
    line.style.visibility = stray ? 'hidden' : '';
  }

  /** Watches the sizes of these elements and of no others; those that are watched already are not told of again. */
  #watch(elements: readonly Element[]): void {
    for (const each of this.#watched)
      if (!elements.includes(each)) {
        this.#resized.unobserve(each);
        this.#watched.delete(each);
      }
    for (const each of elements)
      if (!this.#watched.has(each)) {
        this.#watched.add(each);
        this.#resized.observe(each);
      }
  }
}

/** The next sibling that has a place, in one direction. */
function neighbour(element: Element, way: 'previousElementSibling' | 'nextElementSibling'): Element | null {
  let other = element[way];
  while (other && other.getClientRects().length === 0) other = other[way];
  return other;
}

function wraps(element: Element): boolean {
  const { display, flexDirection, flexWrap } = getComputedStyle(element);
  return display.includes('flex') && flexDirection.startsWith('row') && flexWrap !== 'nowrap';
}

/** Returns true for elements on one line. */
function areBeside(a: Element, b: Element): boolean {
  const [one, other] = [a.getBoundingClientRect(), b.getBoundingClientRect()];
  return one.top < other.bottom && other.top < one.bottom;
}
