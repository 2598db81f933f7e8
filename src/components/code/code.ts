/** @file `<riv-code>`: an editor for code, or code to read. */

import { html } from 'lit';
import { property } from 'lit/decorators.js';
import type { EditEvents, TYPES, ValueTypes } from '../../page/element-types.ts';
import { lazy } from '../../page/lazy.ts';
import { buttonsConverter, numberConverter, textConverter } from '../base/attributes.ts';
import type { Options } from '../base/base.ts';
import { element } from '../base/element.ts';
import type { FocusEvents } from '../field/field.ts';
import { type FieldHands, LazyField } from '../field/lazy-field.ts';
import { toText } from '../parts/text.ts';

interface CodeEvents extends EditEvents<string>, FocusEvents {}

/**
 * An editor for code, or code to read, in the colours of its language. Tab indents; Escape, then Tab, goes on.
 *
 * @input A string.
 * @output A string.
 * @event input - The user edited the code.
 * @event change - The code changed, by the user or by a handler.
 * @event focus - The editor got the focus.
 * @event blur - The editor lost the focus.
 * @csspart control - The frame.
 * @csspart bar - The line above the code: its language and the buttons.
 * @csspart copy - The button that copies the code.
 * @csspart download - The button that saves the code as a file.
 * @csspart editor - The editor.
 */
@element('riv-code', {})
export class RivCode extends LazyField<string> {
  declare readonly [TYPES]: ValueTypes<string, CodeEvents>;
  static override events = ['change', 'input', 'focus', 'blur'];
  static override kind = 'Code';

  /** The code, never `null`. */
  @property()
  get value(): string {
    return this.#value;
  }
  set value(value: string) {
    this.#value = toText(value);
  }
  /**
   * `python`, `c`, `cpp`, `markdown`, `latex`, `json`, `html`, `css`, `javascript`, `jinja2`, `typescript`, `yaml`,
   * `dockerfile`, `shell`, `r`, `sql`, `java`, `go`, `rust`, `xml`, or `null` for none.
   */
  @property({ converter: textConverter }) language: string | null = null;
  /** Lines that are shown at least. */
  @property({ type: Number }) lines = 5;
  /** Lines after which the code scrolls; `null` for any number. */
  @property({ converter: numberConverter }) maxLines: number | null = null;
  /** Wraps long lines. */
  @property({ type: Boolean }) wrapLines = false;
  /** Numbers the lines. */
  @property({ type: Boolean }) showLineNumbers = true;
  /** Offers words while the user writes. */
  @property({ type: Boolean }) autocomplete = false;
  /** Small buttons: `["copy", "download"]`, and elements of the page's own. */
  @property({ converter: buttonsConverter }) override buttons: readonly (string | Node)[] = [
    'copy',
    'download',
  ];

  #value = '';

  constructor(options?: Options<RivCode>) {
    super(options);
  }

  override get emptyValue(): string {
    return '';
  }

  protected override accept(given: unknown): string {
    return this.textOf(given);
  }

  /** No `for` can point to the editor. */
  protected override renderLabel(): unknown {
    return this.renderGroupLabel();
  }

  /** The code can be read before its editor is there. */
  protected override renderWaiting() {
    return html`<pre .style=${`min-height: ${this.lines * 1.6 + 3}em; overflow: auto`}>${this.value}</pre>`;
  }

  protected override async loadView(root: ShadowRoot, hands: FieldHands<string>) {
    const { CodeView } = await lazy(() => import('./code-view.ts'));
    return new CodeView(this, root, hands);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-code': RivCode;
  }
  interface RivuletShortcuts {
    code: RivCode;
  }
}
