/** @file `<riv-color-picker>`: a colour, picked or written. */

import { property } from 'lit/decorators.js';
import type { EditEvents, TYPES, ValueEvent, ValueTypes } from '../../page/element-types.ts';
import { lazy } from '../../page/lazy.ts';
import type { Input } from '../../shared/protocol.ts';
import type { Options } from '../base/base.ts';
import { element } from '../base/element.ts';
import type { FocusEvents } from '../field/field.ts';
import { type FieldHands, LazyField } from '../field/lazy-field.ts';
import { isColour } from '../parts/is-colour.ts';

/** What was expected where something is no colour. */
const A_COLOUR = 'a CSS colour, such as "#ff8800" or "teal"';

interface ColorPickerEvents extends EditEvents<string | null>, FocusEvents {
  release: ValueEvent<string | null>;
  submit: ValueEvent<string | null>;
}

/**
 * A colour: picked in the browser's own dialog, or written as any CSS colour.
 *
 * @input `"#rrggbb"`; `null` when it is empty.
 * @output Any CSS colour: `"teal"`, `"#f80"`, `"hsl(30 100% 50%)"`.
 * @event input - The user picked or wrote another colour.
 * @event change - The colour changed, by the user or by a handler.
 * @event release - The user is done with the browser's dialog.
 * @event submit - Enter was pressed in the text.
 * @event focus - The box got the focus.
 * @event blur - The box lost the focus.
 * @csspart control - The box.
 * @csspart entry - The native text control in it.
 * @csspart swatch - The native colour control in it.
 */
@element('riv-color-picker', { cell: true })
export class RivColorPicker extends LazyField<string | null> {
  declare readonly [TYPES]: ValueTypes<string | null, ColorPickerEvents>;
  static override events = ['change', 'input', 'release', 'submit', 'focus', 'blur'];
  static override kind = 'Color picker';

  /** The colour, as it was given or picked; `null` is none. */
  @property() value: string | null = null;

  constructor(options?: Options<RivColorPicker>) {
    super(options);
  }

  protected override accept(given: unknown): string | null {
    const text = typeof given === 'string' ? given.trim() : (given ?? '');
    if (text === '') return null;
    if (typeof text !== 'string' || !isColour(text)) throw this.refuse(given, A_COLOUR);
    return text;
  }

  protected override asInput(value: string | null): Input | Promise<Input> {
    const known = value === null || /^#[\da-f]{6}$/.test(value);
    return known ? { kind: 'value', value } : this.#asHex(value);
  }

  async #asHex(value: string): Promise<Input> {
    const { hexOf } = await lazy(() => import('./color-picker-view.ts'));
    return { kind: 'value', value: hexOf(value) };
  }

  protected override async loadView(root: ShadowRoot, hands: FieldHands<string | null>) {
    const { ColorPickerView } = await lazy(() => import('./color-picker-view.ts'));
    return new ColorPickerView(this, root, hands);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-color-picker': RivColorPicker;
  }
  interface RivuletShortcuts {
    'color-picker': RivColorPicker;
  }
}
