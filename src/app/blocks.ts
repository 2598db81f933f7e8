/** @file `<riv-blocks>`: an app laid out by hand. */

import { html } from 'lit';
import type { Any, EventTypes, TYPES } from '../page/element-types.ts';
import type { Options } from '../components/base/base.ts';
import { element } from '../components/base/element.ts';
import { CellWatch, frameCells } from '../layout/cells.ts';
import { type HandlerBlock, handlersOf } from '../page/code/handler-blocks.ts';
import { AppElement } from './app-element.ts';
import type { CallsOf } from './driving/call-types.ts';
import { appStyles } from './app.styles.ts';

/**
 * An app laid out by hand: components and layout boxes are its children, and `riv-on` elements or `rv.on` bind them.
 *
 * @event load - Once, when the app is set up.
 * @event unload - The page is left: time for little more than a note in the browser's storage, with `thread: 'main'`.
 * @slot - Components, layout boxes, anything.
 * @slot fallback - Stands in for the app until it is ready.
 * @csspart app - What is around the children.
 */
@element('riv-blocks')
export class RivBlocks<Functions = Any> extends AppElement<CallsOf<Functions>> {
  declare readonly [TYPES]: EventTypes<{ load: Event; unload: Event }>;
  static override styles = appStyles;

  constructor(options?: Options<RivBlocks> | Node, ...children: Node[]) {
    super(options, ...children);
    new CellWatch(this, frameCells);
    this.expectPage();
  }

  protected override setUp(): void {
    for (const child of this.children) if (isCode(child, handlersOf(this))) child.slot = 'fallback';
  }

  protected override render(): unknown {
    // The empty title ends the search of the browser for a tooltip.
    return html`<div class="app" part="app" title="">
      <slot></slot>
      <slot name="fallback" ?hidden=${this.isReady}></slot>
    </div>`;
  }
}

/** True for a block of code that has been read as a handler, and for what a highlighter has put around it. */
function isCode(child: Element, handlers: HandlerBlock[]): boolean {
  const inside = [child, ...child.querySelectorAll('*')];
  return (
    handlers.some(({ element }) => element.localName === 'pre' && inside.includes(element)) &&
    !inside.some(({ localName }) => localName === 'p' || localName.startsWith('riv-'))
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-blocks': RivBlocks;
  }
}
