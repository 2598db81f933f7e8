import { type TemplateResult, html, nothing } from 'lit';
import { query, state } from 'lit/decorators.js';
import { ValueError } from '../../shared/errors.ts';
import { baseStyles } from '../base.styles.ts';
import type { Options } from '../base.ts';
import { controlStyles } from '../controls.styles.ts';
import { element } from '../element.ts';
import { errorIcon, imageIcon } from '../icons.ts';
import { write } from './encode.ts';
import { download, share } from './export.ts';
import { Expand } from './expand.ts';
import { ImagePort } from './image-port.ts';
import { imageStyles } from './image.styles.ts';
import { Intake } from './intake.ts';
import { toLength } from './length.ts';
import { drawn } from './picture.ts';
import { asHidden, asPicture, pixelAt } from './place.ts';
import { type Source, checkSources } from './sources.ts';
import { emptyPlace, sourceButtons, tools } from './views.ts';
import { webcamCard, webcamControls } from './webcam-view.ts';

/**
 * A picture: from a file, the clipboard or the camera; or the picture that a handler gave. With a `stream` binding it
 * records: the handler is given frame after frame.
 *
 * @event change - The picture changed, by the user or by a handler.
 * @event input - The user gave, took or removed a picture.
 * @event upload - The user gave or took a picture.
 * @event clear - The user removed the picture.
 * @event select - The user pressed on the picture; `index` is `[x, y]` in its own pixels.
 * @event stream - A frame of the camera goes to a handler.
 * @csspart surface - The frame around everything.
 * @csspart head - The row of label and small buttons.
 * @csspart stage - The place of the picture.
 * @csspart preview - The camera's live picture.
 * @csspart drop - The place for a file.
 * @csspart bar - The row of sources and camera controls.
 * @csspart button - Each button; the one that records is also `record`.
 * @csspart picker - The choice of cameras.
 * @csspart live - The red dot and the frame rate.
 */
@element('riv-image')
export class RivImage extends ImagePort {
  static override styles = [...baseStyles, controlStyles, ...imageStyles];
  static override events = ['change', 'input', 'upload', 'clear', 'select', 'stream'];
  static override kind = 'Image';

  @state() private picked: Source | null = null;
  @state() private dropping = false;
  @query('.surface') private surface!: HTMLElement | null;

  readonly #expand = new Expand(this, () => this.surface);
  readonly #intake = new Intake({
    take: (file) => {
      if (this.#source === 'webcam') this.picked = null;
      this.#upload(file);
    },
    complain: (message) => (this.message = message),
    dragged: (over) => (this.dropping = over),
    wanted: () =>
      this.editable && this.webcam.recording === 'off' && this.sources.some((source) => source !== 'webcam'),
  });

  constructor(options?: Options<RivImage>) {
    super(options);
    const { sources, streaming, interactive, id = 'riv-image' } = options ?? {};
    if (sources && streaming && interactive !== false && !checkSources(sources).includes('webcam'))
      throw new ValueError(`A streaming Image got sources ${JSON.stringify(sources)}, expected ["webcam"]`, {
        target: id,
      });
  }

  override clear(): void {
    this.#intake.forget();
    super.clear();
  }

  protected override reading(): Promise<void> {
    return this.#intake.reading;
  }

  override focus(options?: FocusOptions): void {
    void this.updateComplete.then(() => this.shadowRoot?.getElementById('control')?.focus(options));
  }

  #upload(file: File): void {
    this.webcam.close();
    this.emit('upload', { value: file });
    this.commit(file);
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

  #export(give: (image: this) => Promise<void>): void {
    // A picture from another site may be shown, and yet not be read.
    give(this).catch(
      (error: Error) => (this.message = `The image cannot be given as a file. ${error.message}`),
    );
  }

  #onClear(): void {
    this.emit('clear');
    this.#intake.forget();
    this.commit(null);
  }

  #onSelect(event: PointerEvent): void {
    const index = pixelAt(event);
    if (index) this.emit('select', { index, value: null });
  }

  #pick(source: Source): void {
    this.webcam.close();
    this.picked = source;
    if (this.shown.filled) this.#onClear();
    if (source === 'webcam') void this.webcam.open();
    if (source === 'clipboard') this.#intake.fromClipboard();
  }

  /** The source that the user has picked, or the first. */
  get #source(): Source {
    return this.picked && this.sources.includes(this.picked) ? this.picked : (this.sources[0] ?? 'upload');
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed);
    if (changed.has('width') && (this.width !== null || changed.get('width') != null))
      this.style.width = toLength(this.width);
    if (changed.has('height')) this.surface?.style.setProperty('--height', toLength(this.height));
  }

  protected override renderFrame(): TemplateResult {
    const { editable, message, info } = this;
    return html`<div
        class="surface ${this.dropping ? 'dropping' : ''}"
        part="surface"
        role="group"
        aria-label=${this.accessibleName}
        @dragover=${this.#intake.onDrag}
        @dragleave=${this.#intake.onDragEnd}
        @drop=${this.#intake.onDrop}
        @paste=${this.#intake.onPaste}
      >
        ${this.renderHead()}
        <div class="stage ${this.height === null ? '' : 'sized'}" part="stage" @click=${this.#onSelect}>${this.renderControl()}</div>
        ${editable ? this.renderBar() : nothing}
        ${this.limit ? html`<riv-time-bar .limit=${this.limit}></riv-time-bar>` : nothing}
      </div>
      ${info ? html`<div class="info" part="info" id="info">${info}</div>` : nothing}
      ${message ? html`<div class="message" part="message" role="alert">${errorIcon}<span>${message}</span></div>` : nothing}`;
  }

  protected renderHead(): TemplateResult {
    const named = this.container && this.showLabel;
    return html`<div class="head ${named ? '' : 'bare'}" part="head">
      ${named ? html`<span class="chip" part="label">${imageIcon}<span>${this.accessibleName}</span></span>` : nothing}
      ${tools({
        filled: this.shown.filled && this.webcam.recording === 'off',
        editable: this.editable,
        buttons: this.buttons,
        expanded: this.#expand.active,
        clear: () => this.#onClear(),
        download: () => this.#export(download),
        share: () => this.#export(share),
        expand: () => this.#expand.toggle(),
      })}
    </div>`;
  }

  protected override renderControl(): unknown {
    const webcam = this.webcam;
    const usesCamera = this.editable && this.#source === 'webcam';
    const live = usesCamera && webcam.phase === 'live';
    // A result takes the preview's place; a photo waits until the camera is closed.
    const covered = live && webcam.recording !== 'off' && this.shown.filled;
    const hides = usesCamera && webcam.phase !== 'idle' && !covered;
    const picture = hides ? null : this.shown.element;
    const video = webcam.preview?.video;
    if (video) video.className = `${webcam.mirrored ? 'mirrored' : ''} ${covered ? 'covered' : ''}`;
    return html`${live ? video : nothing}${picture ? asPicture(picture, this.accessibleName) : nothing}
      ${this.shown.hidden ? asHidden(this.shown.hidden) : nothing}
      ${this.shown.filled && !hides ? nothing : this.#renderEmpty(usesCamera)}
      ${webcam.recording === 'on' && this.streamState === 'open' ? webcam.parts?.liveBadge(this.streamStats) : nothing}`;
  }

  #renderEmpty(usesCamera: boolean): unknown {
    if (usesCamera) return webcamCard(this.webcam);
    const source = this.editable ? this.#source : null;
    const hint = this.sources.includes('clipboard') ? 'or press Ctrl+V' : '';
    return emptyPlace({ source, hint, placeholder: this.placeholder, intake: this.#intake });
  }

  protected renderBar(): unknown {
    const webcam = this.webcam;
    const { sources } = this;
    const usesCamera = this.#source === 'webcam';
    if (sources.length < 2 && !usesCamera) return nothing;
    const streams = this.streaming || webcam.followers.size > 0;
    const choices = webcam.recording === 'off' && sources.length > 1;
    return html`<div class="bar ${choices && webcam.phase === 'live' ? 'full' : ''}" part="bar">
      ${choices ? sourceButtons(sources, this.#source, (source) => this.#pick(source)) : nothing}
      <div class="controls">
        ${usesCamera ? webcamControls(webcam, { streams, waiting: this.waiting, filled: this.shown.filled, capture: () => void this.#capture() }) : nothing}
      </div>
      <div class="end">${webcam.parts?.closeButton(webcam)}</div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-image': RivImage;
  }
}
