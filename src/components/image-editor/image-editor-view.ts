/** @file The view of an ImageEditor: what is drawn on, its tools and its layers. */

import { type ReactiveController, type TemplateResult, adoptStyles, html, nothing, svg } from 'lit';
import { wordsOf } from '../../shared/errors.ts';
import type { FieldHands, FieldView } from '../field/lazy-field.ts';
import { hexOf } from '../parts/colour.ts';
import { icon, plusIcon } from '../parts/icons.ts';
import { undoIcon } from '../parts/media-icons.ts';
import { contextOf, dataOf, fileOf } from './canvas.ts';
import { Editing, type Point, blank, stateOf } from './editing.ts';
import type { Editable, ImageEditorHost } from './image-editor-host.ts';
import { imageEditorStyles } from './image-editor.styles.ts';

// From lucide, as those of `icons.ts`.
const brushIcon = icon(
  svg`<path d="m14.622 17.897-10.68-2.913"/><path d="M18.376 2.622a1 1 0 1 1 3.002 3.002L17.36 9.643a.5.5 0 0 0 0 .707l.944.944a2.41 2.41 0 0 1 0 3.408l-.944.944a.5.5 0 0 1-.707 0L8.354 7.348a.5.5 0 0 1 0-.707l.944-.944a2.41 2.41 0 0 1 3.408 0l.944.944a.5.5 0 0 0 .707 0z"/><path d="M9 8c-1.804 2.71-3.97 3.46-6.583 3.948a.507.507 0 0 0-.302.819l7.32 8.883a1 1 0 0 0 1.185.204C12.735 20.405 16 16.792 16 15"/>`,
);
const eraserIcon = icon(
  svg`<path d="M21 21H8a2 2 0 0 1-1.42-.587l-3.994-3.999a2 2 0 0 1 0-2.828l10-10a2 2 0 0 1 2.829 0l5.999 6a2 2 0 0 1 0 2.828L12.834 21"/><path d="m5.082 11.09 8.828 8.828"/>`,
);
const cropIcon = icon(svg`<path d="M6 2v14a2 2 0 0 0 2 2h14"/><path d="M18 22V8a2 2 0 0 0-2-2H2"/>`);
const imageIcon = icon(
  svg`<rect width="18" height="18" x="3" y="3" rx="2"/><circle cx="9" cy="9" r="2"/><path d="m21 15-3.086-3.086a2 2 0 0 0-2.828 0L6 21"/>`,
);
const eyeIcon = icon(
  svg`<path d="M2.062 12.348a1 1 0 0 1 0-.696 10.75 10.75 0 0 1 19.876 0 1 1 0 0 1 0 .696 10.75 10.75 0 0 1-19.876 0"/><circle cx="12" cy="12" r="3"/>`,
);
const trashIcon = icon(
  svg`<path d="M3 6h18"/><path d="M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6"/><path d="M8 6V4h8v2"/>`,
);

const COLOURS = ['#111111', '#ffffff', '#d7263d', '#f59f00', '#2b9348', '#1d6fd8', '#7b2cbf'];

/** Pixels that a part must have at least to be kept by a crop. */
const LEAST_CROP = 4;

type Tool = 'brush' | 'eraser' | 'crop';

/** What is seen and pressed of an ImageEditor. */
export class ImageEditorView implements FieldView, ReactiveController {
  readonly #host: ImageEditorHost;
  readonly #root: ShadowRoot;
  readonly #hands: FieldHands<Editable>;
  readonly #editing: Editing;
  #tool: Tool = 'brush';
  #colour: string | null = null;
  #size: number | null = null;
  /** The value that is shown; another one is loaded. */
  #shown: Editable | undefined;
  #turn = 0;
  #stroke: { pointer: number; points: Point[]; context: CanvasRenderingContext2D | null } | null = null;
  #planned = 0;
  #complaint = '';

  constructor(host: ImageEditorHost, root: ShadowRoot, hands: FieldHands<Editable>) {
    adoptStyles(root, [...root.adoptedStyleSheets, imageEditorStyles]);
    this.#host = host;
    this.#root = root;
    this.#hands = hands;
    const [width = 800, height = 600] = host.canvasSize;
    this.#editing = new Editing(width, height);
    host.addController(this);
  }

  hostDisconnected(): void {
    cancelAnimationFrame(this.#planned);
    this.#planned = 0;
    this.#stroke = null;
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  render(): TemplateResult {
    const { editable, height } = this.#host;
    return html`<div
      class="surface"
      part="surface"
      role="group"
      aria-label=${this.#hands.name}
      @keydown=${this.#onKey}
      @dragover=${(event: Event) => editable && event.preventDefault()}
      @drop=${this.#drop}
      @paste=${this.#paste}
    >
      <div class="stage" .style=${`height: ${height}px`}>
        <canvas
          class="paper ${editable ? this.#tool : 'still'}"
          part="canvas"
          role="img"
          aria-label=${`${this.#hands.name}: what is drawn`}
          @pointerdown=${this.#press}
          @pointermove=${this.#move}
          @pointerup=${this.#release}
          @pointercancel=${this.#release}
        ></canvas>
      </div>
      ${editable ? html`<div class="bar" part="bar">${this.#renderTools()}</div>` : nothing}
      ${editable && this.#host.layers ? this.#renderLayers() : nothing}
    </div>`;
  }

  /** Loads a value that is not the user's own; draws. */
  updated(): void {
    const { value } = this.#host;
    if (value !== this.#shown) void this.#take(value);
    this.#paint();
  }

  #renderTools(): TemplateResult {
    const { canUndo, canRedo, now } = this.#editing;
    const tool = (name: Tool, words: string, drawing: TemplateResult, id?: string) => html`<button
      class="icon-button"
      id=${id ?? nothing}
      type="button"
      aria-label=${words}
      title=${words}
      aria-pressed=${this.#tool === name}
      @click=${() => this.#set(() => (this.#tool = name))}
    >
      ${drawing}
    </button>`;
    const act = (words: string, drawing: TemplateResult, press: () => void, can = true) => html`<button
      class="icon-button"
      type="button"
      aria-label=${words}
      title=${words}
      aria-disabled=${!can}
      @click=${press}
    >
      ${drawing}
    </button>`;
    return html`${tool('brush', 'Brush', brushIcon, 'control')} ${tool('eraser', 'Eraser', eraserIcon)}
      ${tool('crop', 'Crop', cropIcon)}
      <input
        class="thickness"
        type="range"
        aria-label="Size"
        title="Size"
        min="1"
        max=${Math.max(20, Math.round(now.width / 8))}
        .value=${String(this.#thickness)}
        @input=${(event: Event) => this.#set(() => (this.#size = (event.target as HTMLInputElement).valueAsNumber))}
      />
      <span class="palette" role="group" aria-label="Colours">
        ${this.#colours.map(
          (colour) => html`<button
            class="swatch"
            type="button"
            aria-label=${`Colour ${colour}`}
            title=${colour}
            aria-pressed=${colour === this.#ink}
            .style=${`background: ${colour}`}
            @click=${() => this.#choose(colour)}
          ></button>`,
        )}
        <input
          class="own"
          type="color"
          aria-label="Another colour"
          title="Another colour"
          .value=${hexOf(this.#ink)}
          @input=${(event: Event) => this.#choose((event.target as HTMLInputElement).value)}
        />
      </span>
      <span class="end">
        <label class="icon-button file" title="Open a picture">
          ${imageIcon}<input type="file" accept="image/*" aria-label="Open a picture" @change=${this.#pick} />
        </label>
        ${act('Undo', undoIcon, () => this.#step('undo'), canUndo)}
        ${act('Redo', html`<span class="turned">${undoIcon}</span>`, () => this.#step('redo'), canRedo)}
        ${act('Clear', trashIcon, () => this.#clear())}
      </span>`;
  }

  #renderLayers(): TemplateResult {
    const { layers, active } = this.#editing.now;
    return html`<div class="layers" role="group" aria-label="Layers">
      ${layers.map(
        ({ visible }, at) => html`<span class="layer">
          <button
            class="name"
            type="button"
            aria-pressed=${at === active}
            @click=${() => this.#set(() => (this.#editing.now = { ...this.#editing.now, active: at }))}
          >
            Layer ${at + 1}
          </button>
          <button
            class="icon-button ${visible ? '' : 'off'}"
            type="button"
            aria-label=${`Show layer ${at + 1}`}
            aria-pressed=${visible}
            @click=${() => this.#change(() => this.#editing.toggleLayer(at))}
          >
            ${eyeIcon}
          </button>
          <button
            class="icon-button"
            type="button"
            aria-label=${`Remove layer ${at + 1}`}
            @click=${() => this.#change(() => this.#editing.removeLayer(at))}
          >
            ${trashIcon}
          </button>
        </span>`,
      )}
      <button class="name" type="button" @click=${() => this.#change(() => this.#editing.addLayer())}>
        ${plusIcon} Add a layer
      </button>
    </div>`;
  }

  get #colours(): readonly string[] {
    const { colors } = this.#host.brush;
    return colors?.length ? colors : COLOURS;
  }

  get #ink(): string {
    return this.#colour ?? this.#colours[0]!;
  }

  get #thickness(): number {
    return this.#size ?? this.#host.brush.size ?? Math.max(2, Math.round(this.#editing.now.width / 40));
  }

  #choose(colour: string): void {
    this.#set(() => {
      this.#colour = colour;
      if (this.#tool !== 'brush') this.#tool = 'brush';
    });
  }

  #set(work: () => void): void {
    work();
    this.#host.requestUpdate();
  }

  /** Shows another value. What cannot be had is said, and what was there stays. */
  async #take(value: Editable): Promise<void> {
    this.#shown = value;
    const turn = ++this.#turn;
    try {
      const state = await stateOf(value, this.#host.canvasSize);
      if (turn !== this.#turn) return;
      this.#editing.begin(state);
      this.#complain('');
    } catch (error) {
      if (turn === this.#turn) this.#complain(`${this.#hands.name} cannot be shown: ${wordsOf(error)}`);
    }
    this.#host.requestUpdate();
  }

  #complain(words: string): void {
    if (words || this.#host.message === this.#complaint) this.#host.message = words;
    this.#complaint = words;
  }

  #paint(): void {
    const canvas = this.#root.querySelector<HTMLCanvasElement>('.paper');
    if (!canvas) return;
    const { width, height } = this.#editing.now;
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    const context = contextOf(canvas);
    context.clearRect(0, 0, width, height);
    this.#editing.paint(context);
    const [from, to] = [this.#stroke?.points[0], this.#stroke?.points.at(-1)];
    if (this.#tool !== 'crop' || !from || !to) return;
    context.strokeStyle = this.#ink;
    context.lineWidth = Math.max(1, width / 300);
    context.setLineDash([width / 80, width / 80]);
    context.strokeRect(from[0], from[1], to[0] - from[0], to[1] - from[1]);
    context.setLineDash([]);
  }

  #press = (event: PointerEvent): void => {
    if (!this.#host.editable || this.#stroke || event.button !== 0) return;
    event.preventDefault();
    (event.target as Element).setPointerCapture?.(event.pointerId);
    const context = this.#tool === 'crop' ? null : this.#editing.press();
    this.#stroke = { pointer: event.pointerId, points: [this.#pointOf(event)], context };
    this.#draw(1);
  };

  #move = (event: PointerEvent): void => {
    if (event.pointerId !== this.#stroke?.pointer) return;
    const events = event.getCoalescedEvents?.() ?? [];
    const points = (events.length > 0 ? events : [event]).map((each) => this.#pointOf(each));
    this.#stroke.points.push(...points);
    this.#draw(points.length + 1);
  };

  #release = (event: PointerEvent): void => {
    const stroke = this.#stroke;
    if (event.pointerId !== stroke?.pointer) return;
    this.#stroke = null;
    if (stroke.context) return this.#changed();
    const [from, to] = [stroke.points[0]!, stroke.points.at(-1)!];
    const large = Math.abs(to[0] - from[0]) >= LEAST_CROP && Math.abs(to[1] - from[1]) >= LEAST_CROP;
    if (large) this.#change(() => this.#editing.crop(from, to));
    else this.#host.requestUpdate();
  };

  /** Draws the last points of the stroke, and shows them with the next frame. */
  #draw(count: number): void {
    const { points, context } = this.#stroke!;
    if (context) {
      context.globalCompositeOperation = this.#tool === 'eraser' ? 'destination-out' : 'source-over';
      context.strokeStyle = this.#ink;
      context.lineWidth = this.#thickness;
      context.lineCap = context.lineJoin = 'round';
      context.beginPath();
      const [first, ...others] = points.slice(-count);
      context.moveTo(...first!);
      for (const point of others.length > 0 ? others : [first!]) context.lineTo(...point);
      context.stroke();
    }
    this.#planned ||= requestAnimationFrame(() => {
      this.#planned = 0;
      this.#paint();
    });
  }

  #pointOf({ clientX, clientY }: PointerEvent): Point {
    const { width, height } = this.#editing.now;
    const box = this.#root.querySelector('.paper')!.getBoundingClientRect();
    const within = (at: number, most: number) => Math.min(most, Math.max(0, at));
    return [
      within(((clientX - box.left) / box.width) * width, width),
      within(((clientY - box.top) / box.height) * height, height),
    ];
  }

  #step(which: 'undo' | 'redo'): void {
    const { canUndo, canRedo } = this.#editing;
    if (which === 'undo' ? canUndo : canRedo) this.#change(() => this.#editing[which]());
  }

  #clear(): void {
    const [width = 800, height = 600] = this.#host.canvasSize;
    this.#editing.go(blank(width, height));
    this.#shown = null;
    this.#turn++;
    this.#hands.commit(null);
    this.#hands.emit('clear');
  }

  #change(work: () => void): void {
    work();
    this.#changed();
  }

  /** The user has changed the picture. */
  #changed(): void {
    try {
      const { background, layers } = this.#editing.now;
      const value: Editable = {
        background: background && dataOf(background),
        layers: layers.map(({ canvas }) => dataOf(canvas)),
        composite: dataOf(this.#editing.composite()),
      };
      this.#shown = value;
      this.#turn++;
      this.#hands.commit(value);
    } catch (error) {
      this.#complain(`What is drawn cannot be read: ${wordsOf(error)}`);
    }
  }

  #drop = (event: DragEvent): void => {
    if (!this.#host.editable) return;
    event.preventDefault();
    this.#open(event.dataTransfer?.files[0]);
  };

  #paste = (event: ClipboardEvent): void => {
    if (this.#host.editable) this.#open(event.clipboardData?.files[0]);
  };

  #pick = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    this.#open(input.files?.[0]);
    input.value = '';
  };

  #open(file: File | undefined): void {
    if (!file) return;
    if (!file.type.startsWith('image/')) return this.#complain(`${file.name} is no picture`);
    this.#hands.commit(file);
    this.#hands.emit('upload', { value: file });
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.#step(event.shiftKey ? 'redo' : 'undo');
  };
}

/** Makes what a handler is given of a value. */
export async function partsFor(
  value: Editable,
  { canvasSize, type }: { canvasSize: readonly number[]; type: string },
): Promise<unknown> {
  const editing = await editingOf(value, canvasSize);
  const give = async (canvas: HTMLCanvasElement) =>
    type === 'blob' ? fileOf(canvas) : type === 'bitmap' ? createImageBitmap(canvas) : dataOf(canvas);
  const { background, layers } = editing.now;
  return {
    background: background && (await give(background)),
    layers: await Promise.all(layers.map(({ canvas }) => give(canvas))),
    composite: await give(editing.composite()),
  };
}

/** Returns the whole picture as a file. */
export async function blobFor(
  value: Editable,
  { canvasSize }: { canvasSize: readonly number[] },
  type: string,
): Promise<Blob> {
  return fileOf((await editingOf(value, canvasSize)).composite(), type);
}

async function editingOf(value: Editable, size: readonly number[]): Promise<Editing> {
  const editing = new Editing(1, 1);
  editing.begin(await stateOf(value, size));
  return editing;
}
