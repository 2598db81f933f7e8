/** @file The base of all layout boxes. */

import { html } from 'lit';
import { PlainElement } from '../components/base/plain.ts';

/** What all layout boxes share: they show what is in them. */
export abstract class LayoutElement extends PlainElement {
  protected override render(): unknown {
    return html`<slot></slot>`;
  }
}
