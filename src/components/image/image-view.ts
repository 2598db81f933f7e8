/** @file The view of an Image: all that a reader sees and presses of it. */

import { type TemplateResult, adoptStyles, html, nothing } from 'lit';
import { deviceCard } from '../device-session/device-card.ts';
import { imageIcon } from '../parts/media-icons.ts';
import { write } from '../media-frame/encode.ts';
import { Expand } from '../media-frame/expand.ts';
import { type Exporter, download, share } from '../media-frame/export.ts';
import { faceStyles } from '../media-frame/view.styles.ts';
import { frame, head } from '../media-frame/frame-view.ts';
import { MediaError } from '../../shared/errors.ts';
import { part } from '../../page/lazy.ts';
import type { ImageHost } from './image-host.ts';
import { Intake } from '../media-frame/intake.ts';
import { drawn } from '../parts/picture.ts';
import { asHidden, asPicture, pixelAt } from '../media-frame/place.ts';
import type { SketchFace } from './sketch/sketch-view.ts';
import type { Source } from './image-sources.ts';
import { emptyPlace, sourceButtons, tools } from '../media-frame/views.ts';
import { FocusKeeper } from '../parts/focus-keeper.ts';
import { Webcam } from '../webcam/webcam.ts';
import { webcamControls } from '../webcam/webcam-view.ts';

export { encode } from '../media-frame/encode.ts';
export { toInput } from './to-input.ts';

/** All that a reader sees and presses of an Image; made when it is in a page for the first time. */
export class ImageFace {
  readonly webcam: Webcam;
  readonly #host: ImageHost;
  readonly #expand: Expand;
  readonly #intake: Intake;
  #picked: Source | null = null;
  #dropping = false;
  readonly #root: ShadowRoot;
  /** `null` until somebody may draw, and what it takes is there. */
  #sketch: SketchFace | null = null;
  #loadsSketch = false;

  constructor(host: ImageHost, root: ShadowRoot) {
    adoptStyles(root, [...root.adoptedStyleSheets, ...faceStyles]);
    this.#host = host;
    this.#root = root;
    this.webcam = new Webcam(host, () => host.editable && this.#source === 'webcam');
    new FocusKeeper(host, {
      root: () => root,
      heirs: ['control'],
      waits: () => this.webcam.phase === 'asking',
    });
    this.#expand = new Expand(host, () => root.querySelector<HTMLElement>('.surface'));
    this.#intake = new Intake({
      take: (file) => {
        if (this.#source === 'webcam') this.#picked = null;
        this.#upload(file);
      },
      complain: (error) => {
        if (error instanceof MediaError) host.complain(error);
        else host.message = error.message;
      },
      dragged: (over) => {
        this.#dropping = over;
        host.requestUpdate();
      },
      wanted: () =>
        host.editable &&
        this.webcam.recording === 'off' &&
        host.sources.some((source) => source === 'upload' || source === 'clipboard'),
    });
  }

  /** Resolves when no file of the user is being read. */
  get reading(): Promise<void> {
    return this.#intake.reading;
  }

  /** What is still being read, and the camera's last frame, are no longer wanted. */
  forget(): void {
    this.#intake.forget();
    this.webcam.forget();
  }

  /** Another picture is there. */
  replaced(): void {
    this.#sketch?.replaced();
  }

  frame(): TemplateResult {
    const { editable, limit, height } = this.#host;
    const inside = html`
        ${this.#head()}
        <div class="stage ${height === null ? '' : 'sized'}" part="stage" @click=${this.#onSelect}>${this.#stage()}</div>
        ${editable ? this.#bar() : nothing}
        ${limit ? html`<riv-time-bar .limit=${limit}></riv-time-bar>` : nothing}`;
    return frame(this.#host, this.#intake, this.#dropping, inside);
  }

  #head(): TemplateResult {
    const { editable, buttons, shown } = this.#host;
    return head(
      this.#host,
      imageIcon,
      tools({
        filled: shown.filled && this.webcam.recording === 'off',
        editable,
        buttons,
        expanded: this.#expand.active,
        clear: () => this.#clear(),
        download: () => this.#export(download),
        share: () => this.#export(share),
        expand: () => this.#expand.toggle(),
      }),
    );
  }

  #stage(): unknown {
    const { webcam } = this;
    const { editable, shown, name, streamState, streamStats } = this.#host;
    if (editable && this.#source === 'sketch') return this.#drawing()?.stage();
    const usesCamera = editable && this.#source === 'webcam';
    const live = usesCamera && webcam.phase === 'live';
    // A result takes the preview's place; a photo waits until the camera is closed.
    const covered = live && webcam.recording !== 'off' && shown.filled;
    const hides = usesCamera && webcam.phase !== 'idle' && !covered;
    const picture = hides ? null : shown.element;
    const video = webcam.preview?.video;
    if (video) video.className = `${webcam.mirrored ? 'mirrored' : ''} ${covered ? 'covered' : ''}`;
    return html`${live ? video : nothing}${picture ? asPicture(picture, name) : nothing}
      ${shown.hidden.map(asHidden)}
      ${shown.filled && !hides ? nothing : this.#empty(usesCamera)}
      ${webcam.recording === 'on' && streamState === 'open' ? webcam.parts?.liveBadge(streamStats) : nothing}`;
  }

  #empty(usesCamera: boolean): unknown {
    if (usesCamera) return deviceCard(this.webcam, 'control');
    const { editable, sources, placeholder } = this.#host;
    const source = editable ? this.#source : null;
    const hint = sources.includes('clipboard') ? 'or press Ctrl+V' : '';
    return emptyPlace({ source, hint, placeholder, intake: this.#intake });
  }

  #bar(): unknown {
    const { webcam } = this;
    const { sources, streaming, waiting, followers, shown } = this.#host;
    const usesCamera = this.#source === 'webcam';
    const usesSketch = this.#source === 'sketch';
    if (sources.length < 2 && !usesCamera && !usesSketch) return nothing;
    const streams = streaming || followers.size > 0;
    const choices = webcam.recording === 'off' && sources.length > 1;
    return html`<div class="bar ${choices && (webcam.phase === 'live' || usesSketch) ? 'full' : ''}" part="bar">
      ${choices ? sourceButtons(sources, this.#source, (source) => this.#pick(source)) : nothing}
      <div class="controls">
        ${usesSketch ? this.#drawing()?.controls() : nothing}
        ${usesCamera ? webcamControls(webcam, { streams, waiting, filled: shown.filled, capture: () => void this.#capture() }) : nothing}
      </div>
      <div class="end">${webcam.parts?.closeButton(webcam)}</div>
    </div>`;
  }

  /** Few readers draw: what it takes is loaded for those only. */
  #drawing(): SketchFace | null {
    if (!this.#sketch && !this.#loadsSketch) {
      this.#loadsSketch = true;
      part(() => import('./sketch/sketch-view.ts')).then(
        ({ SketchFace }) => {
          this.#sketch = new SketchFace(this.#host, this.#root);
          this.#host.requestUpdate();
        },
        (error: Error) => (this.#host.message = error.message),
      );
    }
    return this.#sketch;
  }

  /** The source that the user has picked, or the first. */
  get #source(): Source {
    const { sources } = this.#host;
    return this.#picked && sources.includes(this.#picked) ? this.#picked : (sources[0] ?? 'upload');
  }

  #pick(source: Source): void {
    this.webcam.close();
    this.#picked = source;
    // What is there can be drawn upon.
    if (this.#host.shown.filled && source !== 'sketch') this.#clear();
    if (source === 'webcam') void this.webcam.open();
    if (source === 'clipboard') this.#intake.fromClipboard();
    this.#host.requestUpdate();
  }

  #upload(file: File): void {
    this.webcam.close();
    this.#host.took(file);
  }

  #clear(): void {
    this.#intake.forget();
    this.#host.took(null);
  }

  async #capture(): Promise<void> {
    const { preview, mirrored } = this.webcam;
    // Pressed before the first frame is there: the picture is taken when it comes.
    if (!preview || !(await this.webcam.pictured())) return;
    const file = new File([await write(drawn(preview.video, mirrored), 'image/png')], 'image.png', {
      type: 'image/png',
    });
    this.#upload(file);
  }

  #export(give: (image: Exporter) => Promise<void>): void {
    // A picture from another site may be shown, and yet not be read.
    give(this.#host).catch(
      (error: Error) => (this.#host.message = `The image cannot be given as a file. ${error.message}`),
    );
  }

  readonly #onSelect = (event: PointerEvent): void => {
    const index = pixelAt(event);
    if (index) this.#host.notify('select', { index, value: null });
  };
}
