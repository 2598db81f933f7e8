/** @file `<riv-image-slider>`: one picture over another, and a slider between them. */

import { css } from 'lit';
import { property } from 'lit/decorators.js';
import type {
  Any,
  EditEvents,
  ElementTypes,
  FailureEvent,
  Or,
  TYPES,
  ValueEvent,
} from '../../page/element-types.ts';
import { lazy } from '../../page/lazy.ts';
import { REMOVED } from '../../shared/port.ts';
import type { ImageType, Input } from '../../shared/protocol.ts';
import { buttonsConverter, jsonConverter, oneOf } from '../base/attributes.ts';
import type { Options } from '../base/base.ts';
import { element } from '../base/element.ts';
import type { ImageInputs } from '../image/image.ts';
import { Shown } from '../image/shown.ts';
import { SizedElement } from '../media-frame/camera-element.ts';
import type { ImageSliderHost } from './slider-host.ts';
import { type Pair, readPair } from './slider-value.ts';
import type { ImageSliderView } from './slider-view.ts';

interface ImageSliderEvents extends EditEvents<Pair | null> {
  upload: ValueEvent<Pair>;
  clear: ValueEvent<null>;
  error: FailureEvent;
}

interface ImageSliderTypes<Type extends ImageType> extends ElementTypes {
  input: [before: ImageInputs[Type] | null, after: ImageInputs[Type] | null] | null;
  output: Pair;
  events: ImageSliderEvents;
}

const loadView = () => lazy(() => import('./slider-view.ts'));

/**
 * Compares two pictures: one lies over the other, and a slider between them, moved by pointer or arrow keys, shows more of
 * the one or the other.
 *
 * @input `[before, after]`, each as an Image gives it, by `type`; `null` where there is none.
 * @output `[before, after]`: any values of an Image.
 * @event change - The pictures changed, by the user or by a handler.
 * @event input - The user gave or removed pictures.
 * @event upload - The user gave a picture.
 * @event clear - The user removed the pictures.
 * @event error - A picture cannot be shown: `error` of the detail is the MediaError. Does not bubble.
 * @csspart surface - The frame around everything.
 * @csspart head - The row of label and small buttons.
 * @csspart stage - The place of the pictures.
 * @csspart picture - Each picture.
 * @csspart slider - The native slider.
 * @csspart drop - The places for files.
 * @csspart button - Each small button.
 */
@element('riv-image-slider')
export class RivImageSlider<Type extends ImageType = Any>
  extends SizedElement<Pair | null, ImageSliderView>
  implements ImageSliderHost
{
  declare readonly [TYPES]: ImageSliderTypes<Or<Type, 'data'>>;
  static override styles = [
    ...SizedElement.styles,
    css`
      .stage {
        min-height: min(200px, var(--_most, 500px));
        max-height: var(--_most, 500px);
      }
    `,
  ];
  static override events = ['change', 'input', 'upload', 'clear', 'error'];
  static override kind = 'Image slider';

  /** What a handler is given of each picture. */
  @property({ converter: oneOf('data', 'bitmap', 'frame', 'blob', 'canvas') }) type: ImageType = 'data';
  /** The share of the width that shows the picture before, in percent. */
  @property({ type: Number }) sliderPosition = 50;
  /** Pixels; higher pictures are made smaller. */
  @property({ type: Number }) maxHeight = 500;
  /** Small buttons: `download` (the picture after), `fullscreen`, or elements of the page's own. */
  @property({ converter: buttonsConverter }) buttons: (string | Node)[] = ['download', 'fullscreen'];
  /** The pictures as they were given, `[before, after]`; `null` when there are none. */
  @property({ converter: jsonConverter, noAccessor: true, type: Array })
  get value(): Pair | null {
    return this.#value;
  }
  set value(value: Pair | null) {
    this.#show(value, false);
  }

  /** @internal */
  readonly sides = [this.#side(), this.#side()] as const;
  #value: Pair | null = null;
  protected readonly medium = 'Image';

  constructor(options?: Options<RivImageSlider, { type?: Type }>) {
    super(options);
    this.addEventListener(REMOVED, () => this.sides.forEach((side) => side.rest()));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    for (const side of this.sides) side.resume();
  }

  protected override get row(): null {
    return null;
  }

  protected override async loadView(root: ShadowRoot): Promise<ImageSliderView> {
    const { ImageSliderView } = await loadView();
    return new ImageSliderView(this, root);
  }

  override async toHandler(): Promise<Input> {
    await this.settled();
    return this.asInput(this.value);
  }

  protected override async asInput(value: Pair | null): Promise<Input> {
    const { pairInput } = await loadView();
    return pairInput(value, this.type, this.name);
  }

  protected override accept(given: unknown): Pair | null {
    const pair = readPair(given);
    if (pair === undefined) throw this.refuse(given, '[before, after]: two values of an Image');
    return pair;
  }

  override fromHandler(given: unknown): void {
    const value = this.accept(given);
    const changed = value !== this.#value;
    this.#show(value, true);
    if (changed) this.emit('change', { value });
  }

  /**
   * The picture after as a file; the one before where there is no other.
   *
   * @param type - MIME type such as `image/jpeg`; default: the original's, or PNG.
   * @returns `null` when there is no picture.
   * @throws {MediaError} for a type that cannot be written, or a file that cannot be read.
   */
  async toBlob(type?: string): Promise<Blob | null> {
    const { encode } = await loadView();
    return encode(this.#value?.[1] ?? this.#value?.[0] ?? null, type, 'png');
  }

  protected override get filled(): boolean {
    return this.#value !== null;
  }

  protected override async settled(): Promise<void> {
    await this.view?.reading;
    await Promise.all(this.sides.map((side) => side.settled()));
  }

  #side(): Shown {
    return new Shown(
      () => this.requestUpdate(),
      (error) => this.complain(error),
    );
  }

  #show(given: Pair | null, owned: boolean): void {
    const value = readPair(given) ?? null;
    this.message = '';
    this.stale = false;
    this.#value = value;
    this.sides.forEach((side, at) => side.set(value?.[at] ?? null, owned));
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-image-slider': RivImageSlider<ImageType>;
  }
  interface RivuletShortcuts {
    'image-slider': RivImageSlider;
  }
}
