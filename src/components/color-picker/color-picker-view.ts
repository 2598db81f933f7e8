/** @file The view of a ColorPicker: a text, and the browser's own control beside it. */

import { type TemplateResult, html } from 'lit';
import { cut } from '../../shared/errors.ts';
import { EntryView } from '../field/entry-view.ts';
import type { FieldHands, FieldHost } from '../field/lazy-field.ts';
import { hexOf } from '../parts/colour.ts';
import { isColour } from '../parts/is-colour.ts';
import { colorPickerStyles } from './color-picker.styles.ts';
import { say } from '../../words/text.ts';

export { hexOf } from '../parts/colour.ts';

/** What is seen and pressed of a ColorPicker. */
export class ColorPickerView extends EntryView<string | null, FieldHost<string | null>> {
  protected readonly placeholder = '#rrggbb';

  constructor(host: FieldHost<string | null>, root: ShadowRoot, hands: FieldHands<string | null>) {
    super(host, root, hands, colorPickerStyles);
  }

  protected get text(): string {
    return this.host.value ?? '';
  }

  protected problemOf(text: string): string {
    return isColour(text) ? '' : say('noColour', { text: cut(text) });
  }

  protected commit(text: string): void {
    const next = text === '' ? null : hexOf(text);
    if (next !== this.host.value) this.hands.commit(next);
  }

  protected renderPicker(): TemplateResult {
    const { value, editable } = this.host;
    return html`<input
      class="swatch ${value === null ? 'none' : ''}"
      part="swatch"
      type="color"
      aria-label=${say('pick', { name: this.hands.name })}
      ?disabled=${!editable}
      .value=${value === null ? '#000000' : hexOf(value)}
      @input=${this.#pick}
      @change=${this.#release}
    />`;
  }

  #pick = (event: Event): void => {
    this.take((event.target as HTMLInputElement).value);
  };

  #release = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    if (this.host.value === null || hexOf(this.host.value) !== value) this.#pick(event); // a dialog that tells only its end
    this.hands.emit('release', { value: this.host.value });
  };
}
