/** @file `<riv-tab>`: one page of `<riv-tabs>`. */

import type { Options } from '../../components/base/base.ts';
import { element } from '../../components/base/element.ts';
import { Page } from './page.ts';

/**
 * One page of `riv-tabs`. What is in an unselected tab lives on: its values can be read and set.
 *
 * @slot - What the page shows.
 * @event select - The tab was chosen, or is the first one shown. Does not bubble. `detail` as in `riv-tabs`.
 */
@element('riv-tab')
export class RivTab extends Page {
  constructor(options?: Options<RivTab> | Node, ...children: Node[]) {
    super(options, ...children);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-tab': RivTab;
  }
}
