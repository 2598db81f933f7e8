/** @file A toast on the screen. */

import type { Toast } from '../../shared/port.ts';
import { timerMs } from '../../shared/abort.ts';

/** Seconds a toast stays when it does not say. */
const USUAL_SECONDS = 10;

/** A toast on the screen: it counts its repetitions and knows how long it has still to stay. */
export class ShownToast {
  /** It, and those that have said the same since. */
  readonly toasts: Toast[];
  /** Milliseconds in all; `null` until closed. */
  readonly lengthMs: number | null;
  #leftMs = 0;
  #runningSince = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly toast: Toast,
    private readonly over: (toast: ShownToast) => void,
  ) {
    this.toasts = [toast];
    const { duration } = toast;
    const seconds = duration === undefined || Number(duration) < 0 ? USUAL_SECONDS : duration;
    this.lengthMs = seconds && Number.isFinite(seconds) ? timerMs(seconds * 1000) : null;
    this.#leftMs = this.lengthMs ?? 0;
    this.resume();
  }

  /** Holds the time while somebody reads. */
  pause(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#leftMs -= performance.now() - this.#runningSince;
  }

  resume(): void {
    if (this.lengthMs === null || this.#timer !== undefined) return;
    this.#runningSince = performance.now();
    this.#timer = setTimeout(() => this.over(this), Math.max(0, this.#leftMs));
  }

  /** Forgets the time: the toast is gone. */
  end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const toast of this.toasts) toast.gone?.();
  }

  /** True when `toast` says the same thing again. */
  says({ level, message, title }: Toast): boolean {
    return this.toast.level === level && this.toast.message === message && this.toast.title === title;
  }
}
