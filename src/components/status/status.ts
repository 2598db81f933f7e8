/** @file `<riv-status>`: shows how far a run is, on the output that it writes to. */

import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { Failure, Status } from '../../shared/port.ts';
import { closeIcon, errorIcon } from '../parts/icons.ts';
import { watchClock } from './clock.ts';
import { Milestones } from './milestones.ts';
import { styles } from './status.styles.ts';
import { describeProgress, measure, progressOf, describeFailure } from './words.ts';
import { say } from '../../words/run.ts';

/** What an error says that has no words. */
const NOTHING: Failure = { name: 'Error', message: '' };

/**
 * Shows how far a run is, on the output that it writes to: a thin line and the time while it is pending, a quiet
 * border while it yields, what went wrong until that is dismissed. What the output already shows is never covered.
 *
 * @event dismiss - The user has read the error. Does not leave the component.
 * @csspart line - The line at the lower edge, filled as far as the run is.
 * @csspart time - The running time, or the place in the queue.
 * @csspart progress - What the handler says of its progress.
 * @csspart slow - What the run has waited for very long, with a button that stops it.
 * @csspart error - What went wrong.
 */
export class RivStatus extends LitElement {
  static override styles = styles;

  /** What to show. */
  @property({ attribute: false }) status: Status = { stage: 'idle', show: 'full' };
  /** Name of the output, for announcements. */
  @property({ attribute: false }) for = '';
  /** True when the output already shows something. */
  @property({ attribute: false }) filled = false;

  #milestones = new Milestones();
  #since = 0;
  #stop: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unwatch();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const { stage, since } = this.status;
    if (changed.has('status')) {
      const before = (changed.get('status') as Status | undefined)?.stage;
      const again = before === 'pending' || before === 'generating';
      if (since !== undefined) this.#since = since;
      else if (!again) this.#since = performance.now();
    }
    this.#milestones.follow(this.status, this.for);
    const running = stage === 'pending' || stage === 'generating';
    if (!running) this.#unwatch();
    else if (this.isConnected) this.#stop ??= watchClock(() => this.requestUpdate());
  }

  #unwatch(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  protected override render(): unknown {
    const { stage, show } = this.status;
    if (show === 'hidden') return nothing;
    if (stage === 'error') return this.#renderError();
    if (stage === 'pending') return this.#renderPending();
    return stage === 'generating' && show === 'full' ? html`<div class="generating"></div>` : nothing;
  }

  #renderPending(): TemplateResult {
    const { status } = this;
    const { show, eta, queue, slow } = status;
    const seconds = Math.max(0, (performance.now() - this.#since) / 1000);
    const words = describeProgress(status);
    const hasProgress = Boolean(status.progress?.length);
    const done = hasProgress ? progressOf(status) : eta && !queue ? Math.min(1, seconds / eta) : null;
    const line = show === 'full' || hasProgress;
    return html`<div class=${classMap({ pending: true, empty: show === 'full' && !this.filled })}>
      ${words ? html`<span class="chip words" part="progress">${words}</span>` : nothing}
      <span class="chip time" part="time"
        >${done === null ? html`<span class="spinner"></span>` : nothing}${measure(status, seconds)}</span
      >
      ${
        line
          ? html`<span
            class=${classMap({ line: true, busy: done === null })}
            part="line"
            role="progressbar"
            aria-label=${say('progress')}
            aria-valuenow=${done === null ? nothing : Math.round(done * 100)}
          >
            <span class="fill" .style=${`--done: ${done ?? 0}`}></span>
          </span>`
          : nothing
      }
    </div>${
      slow
        ? html`<div class="slow" part="slow" role="alert">
          <div class="what">${slow.words}</div>
          <button class="button" @click=${slow.stop}>${say('stop')}</button>
        </div>`
        : nothing
    }`;
  }

  #renderError(): TemplateResult {
    const { sentence, details } = describeFailure(this.status.error ?? NOTHING);
    return html`<div class="error" part="error">
      ${errorIcon}
      <div class="what">
        <strong>${say('error')}</strong> ${sentence}
        ${
          details
            ? html`<details>
              <summary>${say('details')}</summary>
              <pre tabindex="0">${details}</pre>
            </details>`
            : nothing
        }
      </div>
      <button class="icon-button" aria-label=${say('dismissError')} title=${say('dismiss')} @click=${this.#onDismiss}>
        ${closeIcon}
      </button>
    </div>`;
  }

  #onDismiss(event: Event): void {
    event.stopPropagation();
    this.dispatchEvent(new CustomEvent('dismiss'));
  }
}

// No element of a page's own, and so without what `element` adds.
if (!customElements.get('riv-status')) customElements.define('riv-status', RivStatus);

declare global {
  interface HTMLElementTagNameMap {
    'riv-status': RivStatus;
  }
}
