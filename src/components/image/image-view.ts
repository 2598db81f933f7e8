/** @file The view of an Image: all that a reader sees and presses of it. */

import { type TemplateResult, html, nothing } from 'lit';
import { write } from '../media-frame/encode.ts';
import { Expand } from '../media-frame/expand.ts';
import { nameInURL } from '../media-frame/export.ts';
import { MediaView } from '../media-frame/media-view.ts';
import { lazy } from '../../page/lazy.ts';
import { imageIcon } from '../parts/media-icons.ts';
import { drawn } from '../parts/picture.ts';
import { Webcam } from '../webcam/webcam.ts';
import { webcamControls } from '../webcam/webcam-view.ts';
import { checkImage } from './image-files.ts';
import type { ImageHost, PictureSource } from './image-host.ts';
import { asHidden, asPicture, pixelAt } from './picture-element.ts';
import type { SketchView } from './sketch/sketch-view.ts';

export { encode } from '../media-frame/encode.ts';
export { toInput } from './to-input.ts';

const IMAGE = {
  word: 'dropImage',
  icon: imageIcon,
  device: 'webcam',
  fits: /^image\//,
  accept: 'image/*',
} as const;

/** All that a reader sees and presses of an Image. */
export class ImageView extends MediaView<PictureSource, ImageHost, Webcam> {
  readonly #expand: Expand;
  /** `null` until somebody may draw, and what it takes is there. */
  #sketch: SketchView | null = null;
  #loadsSketch = false;

  constructor(host: ImageHost, root: ShadowRoot) {
    super(host, root, IMAGE, (offered) => new Webcam(host, offered));
    this.#expand = new Expand(host, () => root.querySelector<HTMLElement>('.surface'));
  }

  /** Gives up what is still being read, and the camera's last frame. */
  override forget(): void {
    super.forget();
    this.session.forget();
  }

  /** Another picture is there. */
  replaced(): void {
    this.#sketch?.replaced();
  }

  protected override get filled(): boolean {
    return this.host.shown.filled;
  }

  protected override get instead(): null {
    return null; // the first
  }

  protected override get expanded(): boolean {
    return this.#expand.active;
  }

  protected override get crowded(): boolean {
    return super.crowded || this.source === 'sketch';
  }

  protected override actions() {
    return { ...super.actions(), expand: () => this.#expand.toggle() };
  }

  protected override check(file: File): Promise<File> {
    return checkImage(file);
  }

  /** The original name of a file or URL, or `image` with the ending that fits its type. */
  protected override nameOf(file: Blob): string {
    const { value } = this.host;
    const name = value instanceof File ? value.name : nameInURL(value);
    const ending = file.type.replace(/^image\//, '').replace(/\+.*$/, '') || 'png';
    return name && (value instanceof File || name.includes('.')) ? name : `image.${ending}`;
  }

  protected override stage(): unknown {
    const { session: webcam, source } = this;
    const { takes, shown, name, streamState, streamStats } = this.host;
    if (takes && source === 'sketch') return this.#drawing()?.stage();
    const usesCamera = takes && source === 'webcam';
    const live = usesCamera && webcam.phase === 'live';
    // A result takes the preview's place; a photo waits until the camera is closed.
    const covered = live && webcam.recording !== 'off' && shown.filled;
    const hides = usesCamera && webcam.phase !== 'idle' && !covered;
    const picture = hides ? null : shown.element;
    const video = webcam.preview?.video;
    if (video) video.className = `${webcam.mirrored ? 'mirrored' : ''} ${covered ? 'covered' : ''}`;
    return html`${live ? video : nothing}${picture ? asPicture(picture, name) : nothing}
      ${shown.hidden.map(asHidden)}
      ${shown.filled && !hides ? nothing : this.empty()}
      ${webcam.recording === 'on' && streamState === 'open' ? webcam.parts?.liveBadge(streamStats) : nothing}`;
  }

  protected override controls(): TemplateResult | unknown {
    const { source, session, waiting, host } = this;
    if (source === 'sketch') return this.#drawing()?.controls();
    if (source !== 'webcam') return null;
    const streams = host.streaming || host.followers.size > 0;
    const capture = () => void this.#capture();
    return webcamControls(session, { streams, waiting, filled: host.shown.filled, capture });
  }

  /** Few readers draw: what it takes is loaded for those only. */
  #drawing(): SketchView | null {
    if (!this.#sketch && !this.#loadsSketch) {
      this.#loadsSketch = true;
      lazy(() => import('./sketch/sketch-view.ts')).then(
        ({ SketchView }) => {
          this.#sketch = new SketchView(this.host, this.root);
          this.host.requestUpdate();
        },
        (error: Error) => (this.host.message = error.message),
      );
    }
    return this.#sketch;
  }

  async #capture(): Promise<void> {
    const { preview, mirrored } = this.session;
    // Pressed before the first frame is there: the picture is taken when it comes.
    if (!preview || !(await this.session.pictured())) return;
    const type = 'image/png';
    const file = new File([await write(drawn(preview.video, mirrored), type)], 'image.png', { type });
    this.session.close();
    this.host.take(file, 'upload');
  }

  protected override readonly onSelect = (event: PointerEvent): void => {
    const index = pixelAt(event);
    if (index) this.host.notify('select', { index, value: null });
  };
}
