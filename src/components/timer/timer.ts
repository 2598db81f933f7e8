/** @file `<riv-timer>`: ticks while the page can be seen. */

import { property } from 'lit/decorators.js';
import type { TYPES, ValueEvent, ValueTypes } from '../../page/element-types.ts';
import type { Options } from '../base/base.ts';
import { element } from '../base/element.ts';
import { UnseenElement } from '../base/unseen.ts';
import { timerMs } from '../../shared/abort.ts';

interface TimerEvents {
  tick: ValueEvent<number>;
  change: ValueEvent<number>;
}

/**
 * Ticks; shows nothing. The first tick comes after one whole period. While the page is hidden there are none, and
 * none are made up for later. Changing `value` or `active` starts the period anew.
 *
 * @input The seconds of its period.
 * @output A number of seconds above 0.
 * @event tick - A period has passed. `detail`: `{ value }`, seconds.
 * @event change - A handler gave another period.
 */
@element('riv-timer', { unseen: true })
export class RivTimer extends UnseenElement<number> {
  declare readonly [TYPES]: ValueTypes<number, TimerEvents>;
  static override kind = 'Timer';
  static override events = ['tick', 'change'];

  /** Seconds between two ticks. */
  @property({ type: Number }) value = 1;
  /** False stops the ticks. */
  @property({ type: Boolean }) active = true;

  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(options?: Options<RivTimer>) {
    super(options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#restart();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  override get emptyValue(): number {
    return this.value;
  }

  protected override accept(given: unknown): number {
    const seconds = given ?? this.value;
    if (typeof seconds === 'number' && seconds > 0 && Number.isFinite(seconds)) return seconds;
    throw this.refuse(given, 'a number of seconds above 0');
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed);
    if (changed.has('value') || changed.has('active')) this.#restart();
  }

  #restart(): void {
    clearInterval(this.#timer);
    if (!this.active || !this.isConnected || !(this.value > 0)) return;
    this.#timer = setInterval(
      () => {
        if (!document.hidden) this.emit('tick', { value: this.value });
      },
      timerMs(this.value * 1000),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-timer': RivTimer;
  }
  interface RivuletShortcuts {
    timer: RivTimer;
  }
}
