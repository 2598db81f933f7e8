/** @file `<riv-toasts>`: the messages of an app, newest on top. */

import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Toast } from '../../shared/port.ts';
import { brief } from '../parts/brief.ts';
import { element } from '../base/element.ts';
import { closeIcon, errorIcon } from '../parts/icons.ts';
import { alertIcon, checkCircleIcon, infoIcon } from '../parts/media-icons.ts';
import { focused, isBetterLow } from './toast-place.ts';
import { ShownToast } from './shown-toast.ts';
import { stack, unstack } from './stack.ts';
import { swipe } from './swipe.ts';
import { styles } from './toasts.styles.ts';
import { messageOf } from '../../shared/errors.ts';
import { say } from '../../words/run.ts';

const LEVELS = {
  info: { title: 'info', icon: infoIcon, empty: 'someInfo' },
  warning: { title: 'warning', icon: alertIcon, empty: 'someWarning' },
  success: { title: 'success', icon: checkCircleIcon, empty: 'someSuccess' },
  error: { title: 'error', icon: errorIcon, empty: 'someError' },
} as const;

/** Milliseconds. */
const SETTLE_MS = 50;

/**
 * The messages of an app, in the upper right corner of the window, newest on top; in the lower one where they
 * would cover what they are about, or where the reader is. Screen readers hear each once.
 * The time of a toast stands still while the pointer or the focus is on it; Escape closes the one that has the focus.
 *
 * @csspart toast - One message.
 * @csspart title - Its heading.
 * @csspart text - What it says.
 */
@element('riv-toasts')
export class RivToasts extends LitElement {
  static override styles = styles;

  #shown: ShownToast[] = [];
  #ready = false;
  #before: HTMLElement | undefined;

  /**
   * Shows a toast. One that says the same as another on the screen is counted there instead.
   *
   * @param about - What it must not cover.
   */
  show(given: Toast, about?: Element): void {
    if (this.#shown.length === 0) this.toggleAttribute('low', isBetterLow([about, focused()]));
    const toast = { ...given, message: messageOf(given.message) };
    const same = this.#shown.find((other) => other.says(toast));
    if (same) same.toasts.push(toast);
    else this.#shown.unshift(new ShownToast(toast, (over) => this.#close(over)));
    this.#raise();
    stack(this);
    this.requestUpdate();
  }

  /** Takes the toasts of a source away, or all of them. */
  dismiss(source?: unknown): void {
    for (const shown of [...this.#shown])
      if (source === undefined || shown.toast.source === source) this.#close(shown);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.popover = 'manual';
    if (this.#shown.length > 0) this.#raise();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.dismiss();
    unstack(this);
  }

  /** The top layer is above every dialog that was opened earlier. */
  #raise(): void {
    if (!this.isConnected || this.matches(':focus-within')) return;
    if (this.matches(':popover-open')) this.hidePopover();
    this.showPopover();
  }

  #close(shown: ShownToast): void {
    const focused = this.shadowRoot?.activeElement;
    shown.end();
    this.#shown = this.#shown.filter((other) => other !== shown);
    this.requestUpdate();
    if (focused) void this.#moveFocus();
  }

  /** The focus must not fall back to the page's start: it goes to the next toast, or where it came from. */
  async #moveFocus(): Promise<void> {
    await this.updateComplete;
    if (this.shadowRoot?.activeElement) return;
    (this.shadowRoot?.querySelector('button') ?? this.#before)?.focus();
  }

  /** A live region is heard only when it was there before its text. */
  protected override firstUpdated(): void {
    setTimeout(() => {
      this.#ready = true;
      this.requestUpdate();
    }, SETTLE_MS);
  }

  protected override updated(): void {
    if (this.#shown.length > 0) return;
    unstack(this);
    if (this.isConnected && this.matches(':popover-open')) this.hidePopover();
  }

  protected override render(): unknown {
    return html`<div class="list" role="status" aria-live="polite" aria-relevant="additions text">
      ${repeat(
        this.#ready ? this.#shown : [],
        (shown) => shown,
        (shown) => this.#renderToast(shown),
      )}
    </div>`;
  }

  #renderToast(shown: ShownToast): TemplateResult {
    const { toast, toasts, lengthMs } = shown;
    const count = toasts.length;
    const level = LEVELS[toast.level] ?? LEVELS.info;
    const text = brief(toast.message);
    const hold = (event: Event): void => {
      const from = (event as FocusEvent).relatedTarget;
      if (event.type === 'focusin' && from instanceof HTMLElement && !this.shadowRoot?.contains(from))
        this.#before = from;
      shown.pause();
    };
    const go = (event: Event): void => {
      const card = event.currentTarget as HTMLElement;
      const to = (event as FocusEvent).relatedTarget;
      if (event.type === 'focusout' && to instanceof Node && card.contains(to)) return;
      if (!(event.type === 'focusout' ? card.matches(':hover') : card.matches(':focus-within')))
        shown.resume();
    };
    return html`<div
      class="toast ${toast.level}"
      part="toast"
      @pointerenter=${hold}
      @pointerleave=${go}
      @focusin=${hold}
      @focusout=${go}
      @keydown=${(event: KeyboardEvent) => this.#onKey(event, shown)}
      @pointerdown=${(event: PointerEvent) => swipe(event, () => this.#close(shown))}
    >
      ${level.icon}
      <div class="body">
        <div class="title" part="title">
          <span>${toast.title || say(level.title)}</span>
          ${count > 1 ? html`<span class="count" aria-live="off"><span aria-hidden="true">×</span>${count}</span>` : nothing}
        </div>
        <div class="text" part="text">${text || say(level.empty)}</div>
        ${
          text === toast.message
            ? nothing
            : html`<details>
              <summary>${say('details')}</summary>
              <pre tabindex="0">${toast.message}</pre>
            </details>`
        }
      </div>
      <button class="icon-button" aria-label=${say('close')} title=${say('close')} @click=${() => this.#close(shown)}>${closeIcon}</button>
      ${
        lengthMs === null
          ? nothing
          : html`<span class="timer" aria-hidden="true" .style=${`animation-duration: ${lengthMs}ms`}></span>`
      }
    </div>`;
  }

  #onKey(event: KeyboardEvent, shown: ShownToast): void {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.#close(shown);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-toasts': RivToasts;
  }
}
