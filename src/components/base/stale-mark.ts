/** @file Marks a component that shows an earlier run. */

import { type ReactiveController, type ReactiveElement, html, nothing } from 'lit';
import type { Status } from '../../shared/port.ts';
import { say } from '../../words/core.ts';

/** Says of a component that what it shows is that of an earlier run: by the state `stale`, and in words. */
export class StaleMark implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #outdated: () => boolean;
  #states: CustomStateSet | undefined;

  /** @param outdated - tells whether it is so now. */
  constructor(host: ReactiveElement, outdated: () => boolean) {
    this.#host = host;
    this.#outdated = outdated;
    host.addController(this);
  }

  hostUpdated(): void {
    const outdated = this.#outdated();
    if (!outdated && !this.#states) return; // few ever are
    this.#states ??= this.#host.attachInternals().states;
    if (outdated) this.#states.add('stale');
    else this.#states.delete('stale');
  }

  /** The words; none while a run is on, whose status stands in the same place. */
  view({ stage }: Status): unknown {
    if (!this.#outdated() || stage === 'pending' || stage === 'generating') return nothing;
    return html`<div class="stale"><span id="stale" part="stale">${say('earlier')}</span></div>`;
  }
}
