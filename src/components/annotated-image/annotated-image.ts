/** @file `<riv-annotated-image>`: a picture with marked parts. */

import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { ElementTypes, FailureEvent, TYPES, ValueEvent } from '../../page/element-types.ts';
import { lazy } from '../../page/lazy.ts';
import { buttonsConverter, jsonConverter } from '../base/attributes.ts';
import type { Options } from '../base/base.ts';
import { element } from '../base/element.ts';
import { SizedElement } from '../media-frame/camera-element.ts';
import { type Picture, needsLoading } from '../parts/picture.ts';
import { Shown } from '../image/shown.ts';
import type { AnnotatedView } from './annotated-view.ts';
import type { AnnotatedHost } from './annotated-host.ts';
import { type AnnotatedValue, type Annotation, type Area, readAnnotated } from './annotations.ts';

const loadView = () => lazy(() => import('./annotated-view.ts'));

interface AnnotatedTypes extends ElementTypes {
  input: AnnotatedValue;
  /** Lists of which TypeScript does not know the order are taken, too. */
  output: NonNullable<AnnotatedValue> | readonly (Picture | readonly (readonly (Area | string)[])[])[];
  events: AnnotatedEvents;
}

interface AnnotatedEvents {
  change: ValueEvent<AnnotatedValue>;
  select: CustomEvent<{ index: number; value: string }>;
  error: FailureEvent;
}

/**
 * A picture with marked parts: boxes and masks with labels, and a legend. As the output of a stream it shows picture
 * and parts of the same frame, as fast as they come.
 *
 * @input The same as it shows.
 * @output `[image, [[box or mask, label], …]]`: see [Pictures](../guide/pictures.md).
 * @event change - A handler gave a value.
 * @event select - The user pressed on an annotation, or its label in the legend. `detail`: `{ index, value }`, its place in the list and its label.
 * @event error - The picture cannot be shown: `error` of the detail is the MediaError. Does not bubble.
 * @csspart surface - The frame around everything.
 * @csspart head - The row of label and small buttons.
 * @csspart stage - The place of the picture.
 * @csspart picture - The picture.
 * @csspart overlay - The canvas with the annotations, above the picture.
 * @csspart legend - The row of labels.
 * @csspart entry - Each label in it.
 * @csspart button - Each small button.
 */
@element('riv-annotated-image')
export class RivAnnotatedImage extends SizedElement<AnnotatedValue, AnnotatedView> implements AnnotatedHost {
  declare readonly [TYPES]: AnnotatedTypes;
  static override events = ['change', 'select', 'error'];
  static override kind = 'Annotated image';

  /** The labels and their colours, under the picture. */
  @property({ type: Boolean }) showLegend = true;
  /** CSS colours by label, `{ "cat": "#f00" }`; each other label has one of its own, the same in every value. */
  @property({ type: Object }) colorMap: Record<string, string> | null = null;
  /** How opaque the inside of a box is, 0 to 1. A mask is as opaque as its numbers say. */
  @property({ type: Number }) fillOpacity = 0.5;
  /** Values come one after another: the legend keeps the place of labels that come and go. */
  @property({ type: Boolean }) streaming = false;
  /** Small buttons: `download`, `fullscreen`, or elements of the page's own. */
  @property({ converter: buttonsConverter }) override buttons: (string | Node)[] = ['download', 'fullscreen'];

  /**
   * `[image, [[area, label], …]]` or `{ image, annotations }`, as it was given. The image is any value of an Image. An
   * area is a box `[x1, y1, x2, y2]` in pixels of the image, or a mask of numbers from 0 to 1: `{ data, width, height }`
   * (stretched over the image), a number for each pixel, or rows of numbers. A bitmap or frame of a handler is closed
   * when another picture takes its place.
   *
   * @throws {ValueError} when it is none of these.
   */
  @property({ noAccessor: true, converter: jsonConverter })
  get value(): AnnotatedValue {
    return this.shown.value === null ? null : this.#given; // to ask for the picture says that somebody may hold it
  }
  set value(value: AnnotatedValue | undefined) {
    this.#show(value ?? null, false);
  }

  /** @internal */
  readonly shown = new Shown(
    () => this.requestUpdate(),
    (error) => this.complain(error),
  );
  /** @internal */
  annotations: readonly Annotation[] = [];
  /** @internal */
  loads = false;
  #given: AnnotatedValue = null;
  protected readonly medium = 'Image';

  constructor(options?: Options<RivAnnotatedImage>) {
    super(options);
  }

  /** It only shows. */
  override get editable(): boolean {
    return false;
  }

  protected override get row(): 'legend' | null {
    return this.showLegend ? 'legend' : null;
  }

  protected override async loadView(root: ShadowRoot): Promise<AnnotatedView> {
    const { AnnotatedView } = await loadView();
    return new AnnotatedView(this, root);
  }

  override fromHandler(given: unknown): void {
    const value = (given ?? null) as AnnotatedValue;
    const changed = value !== this.#given;
    this.#show(value, true);
    if (!changed) return;
    // Who reads the value may hold its picture, whose memory is then not used again.
    this.emit('change', Object.defineProperty({}, 'value', { get: () => this.value, enumerable: true }));
  }

  /**
   * The picture with the annotations drawn on it, as a file.
   *
   * @param type - MIME type such as `image/jpeg`; default: `image/png`.
   * @returns `null` when there is no picture.
   * @throws {MediaError} for a type that cannot be written, or a file that cannot be read.
   */
  async toBlob(type = 'image/png'): Promise<Blob | null> {
    const { flattened } = await loadView();
    return flattened(this, type, this.view);
  }

  protected override get filled(): boolean {
    return this.shown.filled;
  }

  protected override async settled(): Promise<void> {
    await this.shown.settled();
    this.view?.flush();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.view?.changed();
  }

  #show(given: AnnotatedValue, owned: boolean): void {
    const { picture, annotations } = readAnnotated(given, (came, expected) => this.refuse(came, expected));
    this.shown.set(picture, owned);
    this.#given = given;
    this.loads = needsLoading(picture);
    this.annotations = picture === null ? [] : annotations;
    this.message = '';
    this.stale = false;
    this.view?.replaced();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-annotated-image': RivAnnotatedImage;
  }
  interface RivuletShortcuts {
    'annotated-image': RivAnnotatedImage;
  }
}
