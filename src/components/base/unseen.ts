/** @file The base of components that show nothing. */

import { css, nothing } from 'lit';
import { RivElement } from './base.ts';

/** A component that shows nothing: it takes no room, and runs show nothing on it. */
export abstract class UnseenElement<T> extends RivElement<T> {
  static override styles = [
    css`
      :host {
        display: none !important;
      }
    `,
  ];
  readonly silent = true;

  protected override render(): unknown {
    return nothing;
  }

  protected override renderControl(): unknown {
    return nothing;
  }
}
