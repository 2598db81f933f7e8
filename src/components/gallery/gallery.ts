/** @file `<riv-gallery>`: pictures and videos in a grid, and one of them large. */

import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { Any, EditEvents, ElementTypes, FailureEvent, Or, TYPES } from '../../page/element-types.ts';
import { lazy } from '../../page/lazy.ts';
import { isClosable } from '../../shared/inputs.ts';
import type { ImageType, Input } from '../../shared/protocol.ts';
import {
  buttonsConverter,
  jsonConverter,
  listConverter,
  numberConverter,
  oneOf,
  stepConverter,
} from '../base/attributes.ts';
import type { Options } from '../base/base.ts';
import { element } from '../base/element.ts';
import type { ImageInputs } from '../image/image.ts';
import { SizedElement } from '../media-frame/camera-element.ts';
import type { GalleryHost, ObjectFit } from './gallery-host.ts';
import { type GalleryItem, type GalleryValue, isEntry, readGallery } from './gallery-value.ts';
import type { GalleryView } from './gallery-view.ts';

/** What happened to one entry: its place, its caption, and itself. */
type ItemEvent = CustomEvent<{ index: number; caption: string | null; value: GalleryItem }>;

interface GalleryEvents extends EditEvents<GalleryValue> {
  upload: CustomEvent<{ value: GalleryValue }>;
  select: ItemEvent;
  delete: ItemEvent;
  clear: CustomEvent<{ value: GalleryValue }>;
  previewOpen: CustomEvent<{ index: number }>;
  previewClose: CustomEvent<{ index: number }>;
  error: FailureEvent;
}

interface GalleryTypes<Type extends ImageType> extends ElementTypes {
  input: { media: ImageInputs[Type] | Blob; caption: string | null }[] | null;
  output: GalleryValue;
  events: GalleryEvents;
}

const loadView = () => lazy(() => import('./gallery-view.ts'));

/**
 * Pictures and videos in a grid, each with a caption where it has one. A press shows one of them large, with the others
 * under it. As an input it takes files of the user.
 *
 * @input A list of `{ media, caption }`, or `null`. `media` is as an Image gives it, by `type`; a video is a `Blob`.
 * @output A list of pictures, videos, URLs, `{ media, caption }` or `[media, caption]`.
 * @event change - What it holds changed, by the user or by a handler.
 * @event input - The user gave or removed something.
 * @event upload - The user gave files.
 * @event delete - The user removed one entry: `{ index, caption, value }`.
 * @event clear - The user removed all.
 * @event select - The user chose an entry: `{ index, caption, value }`.
 * @event previewOpen - The user opened the large view: `{ index }`.
 * @event previewClose - The user closed it: `{ index }`.
 * @event error - A file was refused: `error` of the detail says why. Does not bubble.
 * @csspart surface - The frame around everything.
 * @csspart head - The row of label and small buttons.
 * @csspart stage - The place of the grid, and of the large view.
 * @csspart cell - Each cell of the grid.
 * @csspart caption - Each caption.
 * @csspart preview - The large view.
 * @csspart drop - The place for files.
 * @csspart button - Each small button.
 */
@element('riv-gallery')
export class RivGallery<Type extends ImageType = Any>
  extends SizedElement<GalleryValue, GalleryView>
  implements GalleryHost
{
  declare readonly [TYPES]: GalleryTypes<Or<Type, 'data'>>;
  static override events = 'change input upload delete clear select previewOpen previewClose error'.split(
    ' ',
  );
  static override kind = 'Gallery';

  /** What a handler is given of each picture. */
  @property({ converter: oneOf('data', 'bitmap', 'frame', 'blob', 'canvas') }) type: ImageType = 'data';
  /** Cells beside each other. */
  @property({ converter: stepConverter }) columns = 2;
  /** Rows that are seen at once; more scroll. */
  @property({ converter: numberConverter }) rows: number | null = null;
  /** How a picture fills its cell. */
  @property({ converter: oneOf('contain', 'cover', 'fill', 'none', 'scale-down') }) objectFit: ObjectFit =
    'cover';
  /** True shows the first one large as soon as there is one. */
  @property({ type: Boolean }) preview = false;
  /** False: a press on a picture does not show it large. */
  @property({ type: Boolean }) allowPreview = true;
  /** The place of the entry that is chosen, and shown large; `null` for none. */
  @property({ converter: numberConverter }) selectedIndex: number | null = null;
  /** What the user may give: `image`, `video`, endings such as `.png`, MIME types. */
  @property({ converter: listConverter }) fileTypes: string[] = ['image', 'video'];
  /** Small buttons: `download`, `downloadAll`, `fullscreen`, or elements of the page's own. */
  @property({ converter: buttonsConverter }) buttons: (string | Node)[] = ['download', 'fullscreen'];
  /** The entries as they were given. */
  @property({ converter: jsonConverter, type: Array })
  get value(): GalleryValue {
    return this.#value;
  }
  set value(value: GalleryValue) {
    this.#value = value ?? [];
    this.items = readGallery(this.#value);
    if (this.selectedIndex! >= this.items.length) this.selectedIndex = null;
  }

  /** @internal */
  items: GalleryItem[] = [];
  /** @internal */
  readonly fileCount = 'multiple';
  #value: GalleryValue = [];
  #owned: (ImageBitmap | VideoFrame)[] = [];
  protected readonly medium = 'Image';

  constructor(options?: Options<RivGallery, { type?: Type }>) {
    super(options);
  }

  override get emptyValue(): GalleryValue {
    return [];
  }

  protected override get row(): null {
    return null;
  }

  protected override async loadView(root: ShadowRoot): Promise<GalleryView> {
    const { GalleryView } = await loadView();
    return new GalleryView(this, root);
  }

  override async toHandler(): Promise<Input> {
    await this.settled();
    return this.asInput(this.value);
  }

  protected override async asInput(value: GalleryValue): Promise<Input> {
    const { toInput } = await loadView();
    return toInput(readGallery(value), this);
  }

  protected override accept(given: unknown): GalleryValue {
    const list = given ?? [];
    if (!Array.isArray(list)) throw this.refuse(given, 'a list of pictures');
    const at = list.findIndex((entry) => !isEntry(entry));
    if (at < 0) return list;
    throw this.refuse(
      list[at],
      `entry ${at} to be a picture, a video, a URL, { media, caption } or [media, caption]`,
    );
  }

  protected override differs(a: GalleryValue, b: GalleryValue): boolean {
    return a !== b && a.length + b.length > 0;
  }

  /** Closes what moved to the page for entries that are gone. */
  override fromHandler(given: unknown): void {
    const before = this.#owned;
    super.fromHandler(given);
    this.#owned = this.items.map(({ media }) => media).filter(isClosable);
    for (const each of before) if (!this.#owned.includes(each)) each.close();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.preview && this.selectedIndex === null && this.items.length > 0)
      if (changed.has('value') || changed.has('preview')) this.selectedIndex = 0;
  }

  protected override async settled(): Promise<void> {
    await this.view?.reading;
  }

  /**
   * The entry that is chosen, else the only one, as a file.
   *
   * @param type - MIME type of a picture; default: the original's, or PNG.
   * @returns `null` when there is none, or none is chosen of several.
   * @throws {MediaError} for a type that cannot be written, or a file that cannot be read.
   */
  async toBlob(type?: string): Promise<Blob | null> {
    const item = this.items[this.selectedIndex ?? (this.items.length === 1 ? 0 : -1)];
    const { encode } = await loadView();
    return item ? encode(item.media, type, 'png') : null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-gallery': RivGallery<ImageType>;
  }
  interface RivuletShortcuts {
    gallery: RivGallery;
  }
}
