/** @file `<riv-time-bar>`: shrinks to nothing over the time that a recording may run. */

import { LitElement, html, nothing } from 'lit';
import { property, query } from 'lit/decorators.js';
import { element } from '../base/element.ts';
import { watchClock } from '../status/clock.ts';
import { timeBarStyles } from './time-bar.styles.ts';
import { say } from '../../words/run.ts';

/** When a recording will end. */
export interface TimeLimit {
  /** Milliseconds on `performance.now()`'s clock. */
  endsAt: number;
  /** Seconds in all. */
  seconds: number;
}

/**
 * A thin bar at the lower edge of a recorder that shrinks to nothing over the time a stream may run; in words for
 * screen readers, and for everybody who prefers reduced motion.
 *
 * @csspart bar - The bar.
 * @csspart left - The remaining time in words.
 */
@element('riv-time-bar')
export class RivTimeBar extends LitElement {
  static override styles = timeBarStyles;

  /** What to show; `null` shows nothing. */
  @property({ attribute: false }) limit: TimeLimit | null = null;

  @query('.bar') private bar!: HTMLElement | null;
  #stop: (() => void) | undefined;
  #shown = -1;

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('role', 'timer');
    this.#stop = watchClock(() => {
      if (this.#left !== this.#shown) this.requestUpdate();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  get #left(): number {
    return Math.max(0, Math.ceil(((this.limit?.endsAt ?? 0) - performance.now()) / 1000));
  }

  protected override render(): unknown {
    this.#shown = this.#left;
    this.setAttribute('aria-label', say('timeLeft', { count: this.#shown }));
    return this.limit
      ? html`<div class="bar" part="bar"></div><span class="left" part="left">${say('secondsLeft', { count: this.#shown })}</span>`
      : nothing;
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('limit') || !this.limit) return;
    for (const running of this.bar!.getAnimations()) running.cancel();
    const duration = this.limit.seconds * 1000;
    const shrink = this.bar!.animate([{ transform: 'scaleX(1)' }, { transform: 'scaleX(0)' }], {
      duration,
      fill: 'forwards',
    });
    shrink.currentTime = duration - (this.limit.endsAt - performance.now());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-time-bar': RivTimeBar;
  }
}
