/** @file `<riv-step>`: one step of `<riv-walkthrough>`. */

import type { Options } from '../../components/base/base.ts';
import { element } from '../../components/base/element.ts';
import { Page } from './page.ts';

/**
 * One step of `riv-walkthrough`. What is in a step that is not shown lives on: its values can be read and set.
 *
 * @slot - What the step shows.
 * @event select - The step was chosen, or is the first one shown. Does not bubble. `detail` as in `riv-walkthrough`.
 */
@element('riv-step')
export class RivStep extends Page {
  constructor(options?: Options<RivStep> | Node, ...children: Node[]) {
    super(options, ...children);
  }

  /** What is around it is a list of steps, not of tabs. */
  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('role', 'group');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-step': RivStep;
  }
}
