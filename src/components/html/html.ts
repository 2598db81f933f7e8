/** @file `<riv-html>`: shows HTML. */

import { html } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { TYPES, ValueTypes } from '../../page/element-types.ts';
import type { Options } from '../base/base.ts';
import { element } from '../base/element.ts';
import { type Made, MarkupElement } from '../markdown/markup.ts';
import { renderHtml } from '../markdown/render.ts';

/**
 * Shows HTML. Scripts in it do not run, and its style sheets reach no further than this element.
 *
 * @input A string.
 * @output A string.
 * @event change - A handler gave another text.
 * @csspart text - What the HTML became.
 */
@element('riv-html', { unlabelled: true })
export class RivHTML extends MarkupElement {
  declare readonly [TYPES]: ValueTypes<string>;
  static override kind = 'HTML';

  constructor(options?: Options<RivHTML>) {
    super(options);
  }

  protected override make(text: string): Made | Promise<Made> {
    if (/<script[\s>]/i.test(text)) console.warn(`<riv-html>: scripts in the value do not run`);
    const show = (safe: string) => html`<div class="prose" part="text">${unsafeHTML(safe)}</div>`;
    const made = renderHtml(text);
    return typeof made === 'string' ? show(made) : made.then(show);
  }

  protected override renderControl(): unknown {
    return this.renderText(false);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-html': RivHTML;
  }
  interface RivuletShortcuts {
    html: RivHTML;
  }
}
