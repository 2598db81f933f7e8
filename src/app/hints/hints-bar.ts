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
  /** Whether its element was in the page: a hint holds as long as it is, or is not. */
  readonly there: boolean;
}

/**
 * What is wrong with the page, for whoever makes it: one line at the lower edge of the window, which unfolds to all. It
 * goes when its elements do.
 */
@element('riv-hints')
export class RivHints extends LitElement {
  static override styles = styles;

  #hints: Shown[] = [];
  #timer: ReturnType<typeof setInterval> | undefined;

  /** Adds a mistake; one that is told already is not told again. */
  add({ message, element }: Hint): void {
    if (this.#hints.some((hint) => hint.message === message && hint.element === element)) return;
    this.#hints.push({ message, element, there: element.isConnected });
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
    const held = this.#hints.filter(({ element, there }) => element.isConnected === there);
    if (held.length === 0) return this.remove();
    if (held.length === this.#hints.length) return;
    this.#hints = held;
    this.requestUpdate();
  }

  protected override render(): unknown {
    const count = this.#hints.length;
    const [first] = this.#hints;
    return html`<section aria-label="Mistakes in this page">
      <details>
        <summary>
          ${alertIcon}<span class="count">${count === 1 ? '1 mistake' : `${count} mistakes`}</span>
          <span class="first">${first?.message ?? nothing}</span>
        </summary>
        <ol tabindex="0" aria-label="All mistakes">
          ${this.#hints.map(
            ({ message, element }) => html`<li>
              <span>${message}</span>
              ${element.isConnected ? html`<button class="button" @click=${() => show(element)}>Show</button>` : nothing}
            </li>`,
          )}
        </ol>
      </details>
      <button class="icon-button" aria-label="Close" title="Close" @click=${() => this.remove()}>${closeIcon}</button>
    </section>`;
  }
}

/** Brings an element into view and frames it; one that is not drawn, what is around it. */
function show(element: Element): void {
  let place: Element | null = element;
  while (place && place.getClientRects().length === 0) place = place.parentElement;
  place?.scrollIntoView({ block: 'center' });
  place?.animate(
    { outline: ['3px solid #d97706', '3px solid #d97706'], outlineOffset: ['3px', '3px'] },
    FRAME_MS,
  );
}

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
