/** @file `<riv-model3d>`: a model in three dimensions, to turn and look at. */

import { property } from 'lit/decorators.js';
import type { EditEvents, TYPES, ValueEvent } from '../../page/element-types.ts';
import { lazy } from '../../page/lazy.ts';
import type { Input } from '../../shared/protocol.ts';
import { textConverter, textThat } from '../base/attributes.ts';
import type { Options } from '../base/base.ts';
import { element } from '../base/element.ts';
import { type FieldHands, LazyField } from '../field/lazy-field.ts';
import { isColour } from '../parts/is-colour.ts';
import type { ModelFile } from './model3d-host.ts';

interface Model3DEvents extends EditEvents<ModelFile | null> {
  upload: ValueEvent<ModelFile | null>;
  clear: CustomEvent;
}

/**
 * A model in three dimensions, to turn and look at: a file of glTF. What draws it is loaded with the first model.
 *
 * @input A `Blob`; `null` when it is empty.
 * @output A `Blob` or the URL of a glb or gltf file.
 * @event input - The user gave a file, or took it away.
 * @event change - The model changed, by the user or by a handler.
 * @event upload - The user gave a file.
 * @event clear - The user took it away.
 * @csspart surface - The frame.
 * @csspart button - Its buttons.
 */
@element('riv-model3d', {})
export class RivModel3D extends LazyField<ModelFile | null> {
  declare readonly [TYPES]: { input: Blob | null; output: ModelFile; events: Model3DEvents };
  static override events = ['change', 'input', 'upload', 'clear'];
  static override kind = 'Model3D';

  /** The file, or its URL; `null` is none. */
  @property() value: ModelFile | null = null;
  /** Pixels. */
  @property({ type: Number }) height = 400;
  /** What is behind the model: a CSS colour; empty for the page's own surface. */
  @property({ converter: textThat(isColour, 'a CSS colour') }) clearColor = '';
  /** Where the camera is at first, as model-viewer's `camera-orbit`: `"45deg 60deg 2m"`; `null` sees all of it. */
  @property({ converter: textConverter }) cameraPosition: string | null = null;

  constructor(options?: Options<RivModel3D>) {
    super(options);
  }

  protected override accept(given: unknown): ModelFile | null {
    if (given === null || given === undefined || given === '') return null;
    if (given instanceof Blob || typeof given === 'string') return given;
    if (given instanceof URL) return given.href;
    throw this.refuse(given, 'a Blob or the URL of a glb or gltf file');
  }

  protected override asInput(value: ModelFile | null): Input | Promise<Input> {
    return typeof value === 'string' ? this.#fetched(value) : { kind: 'value', value };
  }

  async #fetched(url: string): Promise<Input> {
    const { fetchFile } = await lazy(() => import('../../page/fetch-file.ts'));
    const file = await fetchFile(url, (why) => this.refuse(url, `a file that can be had (${why})`));
    return { kind: 'value', value: file };
  }

  /** No `for` can point to what shows it. */
  protected override renderLabel(): unknown {
    return this.renderGroupLabel();
  }

  protected override async loadView(root: ShadowRoot, hands: FieldHands<ModelFile | null>) {
    const { Model3DView } = await lazy(() => import('./model3d-view.ts'));
    return new Model3DView(this, root, hands);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-model3d': RivModel3D;
  }
  interface RivuletShortcuts {
    model3d: RivModel3D;
  }
}
