/** @file The canvas that shows a picture in layers, and what the pointer does upon it. */

import { contextOf } from './canvas.ts';
import type { Editing, Point } from './editing.ts';
import type { Pen } from './pen.ts';

/** Pixels that a part must have at least to be kept by a crop. */
const LEAST_CROP = 4;

/** What the pointer has drawn since it was pressed. */
interface Stroke {
  pointer: number;
  points: Point[];
  /** The layer that is drawn upon; `null` for a crop. */
  context: CanvasRenderingContext2D | null;
}

/** Shows a picture on the canvas `.paper` of a view, and draws upon it with a pen. */
export class Paper {
  readonly #root: ShadowRoot;
  readonly #editing: Editing;
  readonly #pen: Pen;
  readonly #changed: () => void;
  #stroke: Stroke | null = null;
  #planned = 0;

  /** @param changed - Called when a stroke or a crop is done. */
  constructor(root: ShadowRoot, editing: Editing, pen: Pen, changed: () => void) {
    this.#root = root;
    this.#editing = editing;
    this.#pen = pen;
    this.#changed = changed;
  }

  /** Gives up the stroke that is on. */
  rest(): void {
    cancelAnimationFrame(this.#planned);
    this.#planned = 0;
    this.#stroke = null;
  }

  paint(): void {
    const canvas = this.#canvas;
    if (!canvas) return;
    const { width, height } = this.#editing.now;
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    const context = contextOf(canvas);
    context.clearRect(0, 0, width, height);
    this.#editing.paint(context);
    const [from, to] = [this.#stroke?.points[0], this.#stroke?.points.at(-1)];
    if (this.#pen.tool !== 'crop' || !from || !to) return;
    context.strokeStyle = this.#pen.colour;
    context.lineWidth = Math.max(1, width / 300);
    context.setLineDash([width / 80, width / 80]);
    context.strokeRect(from[0], from[1], to[0] - from[0], to[1] - from[1]);
    context.setLineDash([]);
  }

  readonly press = (event: PointerEvent): void => {
    if (this.#stroke || event.button !== 0) return;
    event.preventDefault();
    (event.target as Element).setPointerCapture?.(event.pointerId);
    const context = this.#pen.tool === 'crop' ? null : this.#editing.press();
    this.#stroke = { pointer: event.pointerId, points: [this.#pointOf(event)], context };
    this.#draw(1);
  };

  readonly move = (event: PointerEvent): void => {
    if (event.pointerId !== this.#stroke?.pointer) return;
    const events = event.getCoalescedEvents?.() ?? [];
    const points = (events.length > 0 ? events : [event]).map((each) => this.#pointOf(each));
    this.#stroke.points.push(...points);
    this.#draw(points.length + 1);
  };

  readonly release = (event: PointerEvent): void => {
    const stroke = this.#stroke;
    if (event.pointerId !== stroke?.pointer) return;
    this.#stroke = null;
    if (stroke.context) return this.#changed();
    const [from, to] = [stroke.points[0]!, stroke.points.at(-1)!];
    const large = Math.abs(to[0] - from[0]) >= LEAST_CROP && Math.abs(to[1] - from[1]) >= LEAST_CROP;
    if (!large) return this.paint();
    this.#editing.crop(from, to);
    this.#changed();
  };

  /** Draws the last points of the stroke, and shows them with the next frame. */
  #draw(count: number): void {
    const { points, context } = this.#stroke!;
    if (context) {
      const { tool, colour, thickness } = this.#pen;
      context.globalCompositeOperation = tool === 'eraser' ? 'destination-out' : 'source-over';
      context.strokeStyle = colour;
      context.lineWidth = thickness;
      context.lineCap = context.lineJoin = 'round';
      context.beginPath();
      const [first, ...others] = points.slice(-count);
      context.moveTo(...first!);
      for (const point of others.length > 0 ? others : [first!]) context.lineTo(...point);
      context.stroke();
    }
    this.#planned ||= requestAnimationFrame(() => {
      this.#planned = 0;
      this.paint();
    });
  }

  #pointOf({ clientX, clientY }: PointerEvent): Point {
    const { width, height } = this.#editing.now;
    const box = this.#canvas!.getBoundingClientRect();
    const within = (at: number, most: number) => Math.min(most, Math.max(0, at));
    return [
      within(((clientX - box.left) / box.width) * width, width),
      within(((clientY - box.top) / box.height) * height, height),
    ];
  }

  get #canvas(): HTMLCanvasElement | null {
    return this.#root.querySelector<HTMLCanvasElement>('.paper');
  }
}
