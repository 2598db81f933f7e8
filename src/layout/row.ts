/** @file `<riv-row>`: puts what is in it side by side. */

import { css } from 'lit';
import { property } from 'lit/decorators.js';
import type { EventTypes, TYPES } from '../page/element-types.ts';
import type { Converter } from '../components/base/attributes.ts';
import type { Options } from '../components/base/base.ts';
import { element } from '../components/base/element.ts';
import { traitsOf } from '../page/registry.ts';
import { CellWatch, isField, shown, unframeCells } from './cells.ts';
import { LayoutElement } from './layout.ts';
import { layoutStyles } from './layout.styles.ts';

const isNumber = (value: number | string): boolean => value !== '' && !Number.isNaN(Number(value));

const length = (value: number | string | null): string =>
  value !== null && isNumber(value) ? `${value}px` : `${value ?? ''}`;

const isLength = (name: string, value: unknown): boolean =>
  (typeof value === 'number' || typeof value === 'string') && CSS.supports(name, length(value));

/** `"300"` is pixels, `"50vh"` what it says. */
const lengthConverter: Converter<number | string | null> = {
  nullable: true,
  fromAttribute: (text) => (text && isNumber(text) ? Number(text) : text),
  expects: (value) =>
    value === '' || ['height', 'max-height'].some((name) => isLength(name, value))
      ? undefined
      : 'pixels, or a CSS length',
};

/**
 * Puts what is in it side by side. The width is shared by `scale`; a child that would be narrower than its
 * `minWidth` goes to the next line. Width is the Row's own, never the window's.
 *
 * @slot - What stands side by side.
 * @cssproperty --riv-gap - Distance between the children.
 */
@element('riv-row')
export class RivRow extends LayoutElement {
  declare readonly [TYPES]: EventTypes;
  static override styles = [
    ...layoutStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: flex-start;
        gap: var(--_gap);
        min-width: min(100%, var(--riv-min-width));
      }
      :host([equal-height]) {
        align-items: stretch;
      }
      slot {
        --riv-min-width: 160px;
        display: contents;
      }
      ::slotted(*) {
        flex: 1 1 0;
        min-width: min(100%, var(--riv-min-width));
      }
      /* Fields and buttons alone stand on one line in one frame. */
      :host([fields]) {
        padding: calc(var(--_space) * 3.5) calc(var(--_space) * 4) calc(var(--_space) * 4);
        border: 1px solid var(--_border);
        border-radius: var(--_radius);
        background: var(--_surface);
        color: var(--_text);
        /* What has no label above it stands beside the boxes of the others. */
        --_beside: flex-end;
      }
    `,
  ];

  /** `panel` draws a ground under the children, `compact` moves them together. */
  @property({ reflect: true }) variant: 'default' | 'panel' | 'compact' = 'default';
  /** True gives all children the height of the tallest. */
  @property({ type: Boolean, reflect: true }) equalHeight = false;
  /** Pixels, or any CSS length. */
  @property({ converter: lengthConverter }) height: number | string | null = null;
  /** Pixels, or any CSS length; what is higher scrolls. */
  @property({ converter: lengthConverter }) maxHeight: number | string | null = null;
  /** Pixels, or any CSS length. */
  @property({ converter: lengthConverter }) minHeight: number | string | null = null;

  constructor(options?: Options<RivRow> | Node, ...children: Node[]) {
    super(options, ...children);
    new CellWatch(this, (elements) => {
      unframeCells(elements);
      const row = shown(elements);
      const plain = row.every((child) => isField(child) || traitsOf(child).besideCells);
      this.toggleAttribute('fields', plain && row.some(isField));
    });
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed);
    for (const name of ['height', 'maxHeight', 'minHeight'] as const)
      if (changed.has(name) && (this[name] !== null || changed.get(name)))
        this.style[name] = length(this[name]);
    if (changed.has('maxHeight') && this.maxHeight !== null) this.style.overflowY = 'auto';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-row': RivRow;
  }
}
