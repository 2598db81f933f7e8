/** @file `<riv-hints>`: a line that lists the mistakes of a page to whoever makes it. */

import { LitElement, html, nothing } from 'lit';
import { element } from '../../components/base/element.ts';
import type { Hint } from '../../components/hints/hint.ts';
import { closeIcon } from '../../components/parts/icons.ts';
import { alertIcon } from '../../components/parts/media-icons.ts';
import { styles } from './hints-bar.styles.ts';

/** Milliseconds between two looks at whether a hint still holds. */
const LOOK_MS = 1000;
/** Milliseconds for which an element that is to be shown is framed. */
const FRAME_MS = 2000;

interface Shown extends Hint {
  /** Whether its element was in the page: a hint goes when it is no more. */
  there: boolean;
}

/**
 * What is wrong with the page, for whoever makes it: one line at the lower edge of the window, which unfolds to all. It
 * goes when its elements do, or what was wrong is mended.
 */
@element('riv-hints')
export class RivHints extends LitElement {
  static override styles = styles;

  #hints: Shown[] = [];
  #timer: ReturnType<typeof setInterval> | undefined;
  #framed: Element | null = null;

  /** Adds a mistake; one that is told already is not told again. */
  add(hint: Hint): void {
    const { message, element } = hint;
    if (this.#hints.some((other) => other.message === message && other.element === element)) return;
    this.#hints.push({ ...hint, there: element.isConnected });
    this.#timer ??= setInterval(() => this.#look(), LOOK_MS);
    this.requestUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.popover = 'manual';
    this.showPopover();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
    this.#hints = [];
  }

  #look(): void {
    for (const hint of this.#hints) hint.there ||= hint.element.isConnected;
    this.#hints = this.#hints.filter(
      ({ element, there, holds }) => element.isConnected === there && (holds?.() ?? true),
    );
    if (this.#hints.length === 0) return this.remove();
    this.requestUpdate(); // an element may be drawn now that was not
  }

  protected override render(): unknown {
    const count = this.#hints.length;
    const [first] = this.#hints;
    return html`<section aria-label="Mistakes in this page">
        <details>
          <summary>
            ${alertIcon}<span class="count">${count}<span class="word"> ${count === 1 ? 'mistake' : 'mistakes'}</span></span>
            <span class="first">${first?.message ?? nothing}</span>
          </summary>
          <ol tabindex="0" aria-label="All mistakes">
            ${this.#hints.map(
              ({ message, element }) => html`<li>
                <span>${message}</span>
                ${nameOf(element) ? html`<code>${nameOf(element)}</code>` : nothing}
                ${isDrawn(element) ? html`<button class="button" @click=${() => this.#show(element)}>Show</button>` : nothing}
              </li>`,
            )}
          </ol>
        </details>
        <button class="icon-button" aria-label="Close" title="Close" @click=${() => this.remove()}>${closeIcon}</button>
      </section>
      <div class="frame" hidden></div>`;
  }

  /** Brings an element into view and frames it, for a moment; the list makes way. */
  #show(element: Element): void {
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const place = element.getBoundingClientRect();
    const covers = () => overlap(this.getBoundingClientRect(), place);
    if (covers()) this.toggleAttribute('high');
    if (covers()) {
      this.renderRoot.querySelector('details')!.open = false;
      this.renderRoot.querySelector('summary')!.focus();
      if (covers()) this.toggleAttribute('high');
    }
    const running = this.#framed !== null;
    this.#framed = element;
    setTimeout(() => {
      if (this.#framed === element) this.#framed = null;
    }, FRAME_MS);
    if (!running) this.#frame();
  }

  /** Draws the frame around its element, wherever that moves. */
  #frame(): void {
    const frame = this.renderRoot.querySelector<HTMLElement>('.frame')!;
    frame.hidden = !this.#framed || !this.isConnected;
    if (frame.hidden) return;
    const { x, y, width, height } = this.#framed!.getBoundingClientRect();
    Object.assign(frame.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });
    requestAnimationFrame(() => this.#frame());
  }
}

/** Returns how the maker of a page knows an element: by its id, or its label. */
function nameOf(element: Element): string {
  const label = (element as { label?: unknown }).label ?? element.getAttribute('label');
  return element.id ? `#${element.id}` : typeof label === 'string' ? label : '';
}

/** True for what can be framed: a child without a slot, a `riv-on` and a script have no place. */
const isDrawn = (element: Element): boolean => element.getClientRects().length > 0;

const overlap = (a: DOMRect, b: DOMRect): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

let bar: RivHints | undefined;

/** Tells a mistake in the page. */
export function showHint(hint: Hint): void {
  if (!bar?.isConnected) document.body.append((bar = document.createElement('riv-hints')));
  bar.add(hint);
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-hints': RivHints;
  }
}
