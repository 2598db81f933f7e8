/** @file `<riv-image-editor>`: a picture that is drawn upon, in layers. */

import { property } from 'lit/decorators.js';
import type { Any, EditEvents, TYPES, ValueEvent } from '../../page/element-types.ts';
import { lazy } from '../../page/lazy.ts';
import type { Input } from '../../shared/protocol.ts';
import { jsonConverter, oneOf } from '../base/attributes.ts';
import type { Options } from '../base/base.ts';
import { element } from '../base/element.ts';
import { type FieldHands, LazyField } from '../field/lazy-field.ts';
import { isPicture } from '../parts/picture.ts';
import type { Editable, EditedValue, EditorBrush } from './image-editor-host.ts';

interface ImageEditorEvents extends EditEvents<Editable> {
  upload: ValueEvent<Editable>;
  clear: CustomEvent;
}

/**
 * A picture that is drawn upon in layers, with brush, eraser, a palette, crop and undo.
 *
 * @input `{ background, layers, composite }`, each as `type` says; `null` while it is empty.
 * @output The same, or a picture, which is the background.
 * @event input - The user has drawn, cropped, or given a picture.
 * @event change - The picture changed, by the user or by a handler.
 * @event upload - The user gave a picture.
 * @event clear - The user emptied it.
 * @csspart surface - The frame.
 * @csspart canvas - What is drawn on.
 * @csspart bar - The tools under it.
 */
@element('riv-image-editor', {})
export class RivImageEditor extends LazyField<Editable> {
  declare readonly [TYPES]: { input: Any; output: EditedValue | Any; events: ImageEditorEvents };
  static override events = ['change', 'input', 'upload', 'clear'];
  static override kind = 'Image editor';

  /** The picture in parts, or one that is the background; `null` is none. */
  @property() value: Editable = null;
  /** What a handler is given of each part: `ImageData`, a PNG as a `Blob`, or an `ImageBitmap`. */
  @property({ converter: oneOf('data', 'blob', 'bitmap') }) type: 'data' | 'blob' | 'bitmap' = 'data';
  /** Pixels of the page. */
  @property({ type: Number }) height = 360;
  /** Width and height, in pixels, of what is drawn without a background. */
  @property({ type: Array }) canvasSize: readonly number[] = [800, 600];
  /** `{ size, colors }`: the thickness at first, and the palette. */
  @property({ converter: jsonConverter, type: Object }) brush: EditorBrush = {};
  /** False: one layer only. */
  @property({ type: Boolean }) layers = true;

  constructor(options?: Options<RivImageEditor>) {
    super(options);
  }

  protected override accept(given: unknown): Editable {
    const value = given ?? null;
    if (value === '' || value === null) return null;
    if (isPicture(value)) return value;
    const { background = null, layers = [], composite = null } = value as EditedValue;
    const parts = Array.isArray(layers) ? [background, ...layers, composite] : [undefined];
    if (typeof value !== 'object' || parts.length < 2 || !parts.every(isPicture) || !parts.some(Boolean))
      throw this.refuse(given, 'a picture, or { background, layers, composite } of pictures');
    return value as EditedValue;
  }

  protected override asInput(value: Editable): Input | Promise<Input> {
    return value === null ? { kind: 'value', value } : this.#parts(value);
  }

  async #parts(value: Editable): Promise<Input> {
    const { partsFor } = await lazy(() => import('./image-editor-view.ts'));
    return { kind: 'value', value: await partsFor(value, this) };
  }

  /** The picture as a file; `null` where there is none. */
  async toBlob(type = 'image/png'): Promise<Blob | null> {
    if (this.value === null) return null;
    const { blobFor } = await lazy(() => import('./image-editor-view.ts'));
    return blobFor(this.value, this, type);
  }

  /** No `for` can point to a canvas. */
  protected override renderLabel(): unknown {
    return this.renderGroupLabel();
  }

  protected override async loadView(root: ShadowRoot, hands: FieldHands<Editable>) {
    const { ImageEditorView } = await lazy(() => import('./image-editor-view.ts'));
    return new ImageEditorView(this, root, hands);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-image-editor': RivImageEditor;
  }
  interface RivuletShortcuts {
    'image-editor': RivImageEditor;
  }
}
