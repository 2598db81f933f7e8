/** @file An Image that is drawn on. */

import type { ReactiveController } from 'lit';
import { Drawing } from './drawing.ts';
import { type Picture, drawn, needsLoading, pixelsOf, sizeOf } from '../../parts/picture.ts';
import type { SketchHost } from './sketch-host.ts';
import { type Brush, type DrawingSize, sizeOfDrawing } from './sketch-options.ts';
import { say } from '../../../words/picture.ts';

/** An Image that is drawn on: upon the picture that was there, or upon its background. */
export class Sketch implements ReactiveController {
  /** What belongs in the page: it fills the place of the picture, and has the canvas in its middle. */
  readonly element = document.createElement('div');
  readonly #host: SketchHost;
  readonly #drawing = new Drawing();
  readonly #resized = new ResizeObserver(() => this.#lay());
  /** The value that the strokes are upon, and the value that this gave last. */
  #under: Picture = null;
  #given: Picture = null;
  #pointer: number | null = null;
  #planned = 0;
  #turn = 0;
  /** What is to be drawn upon is still being loaded. */
  #loading = false;
  #option: Brush | null = null;
  #chosen: Brush = {};

  constructor(host: SketchHost) {
    this.#host = host;
    const { canvas } = this.#drawing.seen;
    this.element.className = 'sketch';
    this.element.append(canvas);
    canvas.setAttribute('part', 'sketch');
    canvas.setAttribute('role', 'img');
    canvas.addEventListener('pointerdown', (event) => this.#press(event));
    canvas.addEventListener('pointermove', (event) => this.#move(event));
    for (const name of ['pointerup', 'pointercancel', 'lostpointercapture'] as const)
      canvas.addEventListener(name, (event) => event.pointerId === this.#pointer && this.#end());
    canvas.addEventListener('click', (event) => event.stopPropagation()); // a stroke is no `select`
    host.addController(this);
    this.#begin();
  }

  hostConnected(): void {
    this.#resized.observe(this.element);
  }

  hostDisconnected(): void {
    this.#resized.disconnect();
    this.#end();
  }

  /** Options may have changed. */
  hostUpdate(): void {
    const { brush, name, background } = this.#host;
    if (brush !== this.#option) [this.#option, this.#chosen] = [brush, {}];
    this.#drawing.seen.canvas.setAttribute('aria-label', say('drawHow', { name }));
    this.#drawing.set(this.#size, background);
    this.#lay();
  }

  /** What the user draws with: `size` in pixels of the drawing. */
  get brush(): Required<Brush> {
    const { brush, width, height } = this.#host;
    const [usual] = sizeOfDrawing(width, height);
    const { size = 0, color = 'black', fixed = false } = brush ?? {}; // null where the attribute was taken away
    return { size: ((size > 0 ? size : usual / 40) * this.width) / usual, color, fixed, ...this.#chosen };
  }

  /** The user has chosen another brush. */
  choose(brush: Pick<Brush, 'size' | 'color'>): void {
    Object.assign(this.#chosen, brush);
    this.#host.requestUpdate();
  }

  /** Width of the drawing in its own pixels. */
  get width(): number {
    return this.#drawing.size[0];
  }

  /** Strokes that can be taken back. */
  get strokes(): number {
    return this.#drawing.length;
  }

  /** True when nothing is drawn, and nothing lies under it. */
  get blank(): boolean {
    return this.#under === null && this.strokes === 0;
  }

  /** Takes the last stroke back. */
  undo(): void {
    this.#end();
    if (this.strokes === 0) return;
    this.#drawing.undo();
    this.#notify();
    this.#host.requestUpdate();
  }

  /** The Image shows something: unless it comes from here, the drawing begins again, upon it. */
  replaced(): void {
    if (this.#host.shown.differs(this.#given)) this.#begin();
  }

  #begin(): void {
    const { shown } = this.#host;
    const value = shown.value;
    const turn = ++this.#turn;
    this.#pointer = null;
    this.#under = this.#given = value;
    this.#loading = value !== null && needsLoading(value);
    // Of what may be closed or change, a copy.
    const base =
      value === null || needsLoading(value) ? null : drawn('data' in value ? pixelsOf(value) : value);
    this.#base(base);
    if (!this.#loading) return;
    void shown.settled().then(() => {
      if (turn !== this.#turn) return;
      this.#loading = false;
      this.#base(shown.element);
    });
  }

  #base(base: HTMLCanvasElement | HTMLImageElement | null): void {
    this.#drawing.begin(base);
    this.#drawing.set(this.#size, this.#host.background, true);
    this.#lay();
    this.#host.requestUpdate();
  }

  /** A picture is drawn upon in its own size. */
  get #size(): DrawingSize {
    const { base } = this.#drawing;
    if (!base) return sizeOfDrawing(this.#host.width, this.#host.height);
    const { width, height } = sizeOf(base);
    return [width || 1, height || 1];
  }

  /** As large as fits, in the middle. */
  #lay(): void {
    const [width, height] = this.#drawing.size;
    const { clientWidth, clientHeight } = this.element;
    const [less, more] = [clientWidth / width, clientHeight / height].sort((a, b) => a - b) as [
      number,
      number,
    ];
    const scale = more < less * 1.02 ? more : less; // no strip of a pixel beside it
    if (!(scale > 0)) return;
    Object.assign(this.#drawing.seen.canvas.style, {
      width: `${width * scale}px`,
      height: `${height * scale}px`,
    });
    this.#drawing.scale(scale * devicePixelRatio);
  }

  #press(event: PointerEvent): void {
    if (this.#pointer !== null || event.button !== 0 || this.#loading) return;
    event.preventDefault(); // no text is selected, nothing is dragged
    this.#pointer = event.pointerId;
    try {
      this.#drawing.seen.canvas.setPointerCapture(event.pointerId);
    } catch {
      // A pointer that a script made up cannot be held.
    }
    const { color, size } = this.brush;
    this.#drawing.press({ color, size, points: [this.#at(event)] });
    this.#plan();
    this.#host.requestUpdate();
  }

  #move(event: PointerEvent): void {
    if (event.pointerId !== this.#pointer) return;
    const between = event.getCoalescedEvents?.() ?? [];
    this.#drawing.lead((between.length ? between : [event]).map((each) => this.#at(each)));
    this.#plan();
  }

  /** The stroke is over. */
  #end(): void {
    if (this.#pointer === null) return;
    this.#pointer = null;
    this.#drawing.end();
    this.#notify();
  }

  #at({ clientX, clientY }: PointerEvent): [number, number] {
    const { left, top, width } = this.#drawing.seen.canvas.getBoundingClientRect();
    const scale = this.width / width;
    return [(clientX - left) * scale, (clientY - top) * scale];
  }

  /** While it is drawn on, the value follows with the animation frames. */
  #plan(): void {
    this.#planned ||= requestAnimationFrame(() => this.#notify());
  }

  #notify(): void {
    cancelAnimationFrame(this.#planned);
    this.#planned = 0;
    try {
      this.#given = this.strokes ? this.#drawing.read() : this.#under;
      this.#host.drew(this.#given);
    } catch (error) {
      if ((error as Error).name !== 'SecurityError') throw error;
      this.#host.message = say('foreignPicture');
    }
  }
}
