/** @file The canvas above the picture, painted in the same animation frame. */

import type { ReactiveController } from 'lit';
import { sizeOf } from '../parts/picture.ts';
import type { AnnotatedHost } from './annotated-host.ts';
import type { Annotation } from './annotations.ts';
import { type PicturePlace, type AnnotationStyle, annotationAt, drawAnnotations } from './draw.ts';

/** What the overlay asks of its view. */
interface Looks extends Pick<AnnotationStyle, 'colourOf'> {
  /** The label that is pointed at in the legend. */
  readonly label: string | null;
}

/**
 * The canvas above the picture. It is as fine as the screen, and drawn with the animation frame in which the picture is
 * painted: both always show the same value.
 */
export class Overlay implements ReactiveController {
  /** What belongs in the page, over the picture. */
  readonly canvas = document.createElement('canvas');
  readonly #host: AnnotatedHost;
  readonly #looks: Looks;
  readonly #resized = new ResizeObserver(() => this.draw());
  #annotations: readonly Annotation[] = [];
  #planned = 0;
  #pointer: readonly [number, number] | null = null;
  #hit = -1;

  constructor(host: AnnotatedHost, looks: Looks) {
    this.#host = host;
    this.#looks = looks;
    this.canvas.className = 'overlay';
    this.canvas.setAttribute('part', 'overlay');
    host.addController(this);
  }

  hostConnected(): void {
    this.#resized.observe(this.canvas);
  }

  hostDisconnected(): void {
    this.#resized.disconnect();
  }

  /** Draws these, with the next animation frame. */
  show(annotations: readonly Annotation[]): void {
    this.#annotations = annotations;
    cancelAnimationFrame(this.#planned);
    this.#planned = 0;
    this.plan(); // after the picture is painted, whose size counts
  }

  plan(): void {
    this.#planned ||= requestAnimationFrame(() => this.draw());
  }

  /** Draws what waits for the next animation frame now. */
  flush(): void {
    if (this.#planned) this.draw();
  }

  /** The pointer is at this pixel of the picture; `null` when it has left. */
  point(pixel: readonly [number, number] | null): void {
    this.#pointer = pixel;
    if (this.#find() !== this.#hit) this.plan();
  }

  /** The annotation at a pixel of the picture, -1 for none. */
  at(pixel: readonly [number, number]): number {
    const size = this.#size;
    return size ? annotationAt(this.#annotations, pixel, size) : -1;
  }

  draw(): void {
    cancelAnimationFrame(this.#planned);
    this.#planned = 0;
    const { canvas } = this;
    const unit = devicePixelRatio;
    const [width, height] = [canvas.clientWidth * unit, canvas.clientHeight * unit].map(Math.round) as [
      number,
      number,
    ];
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    const context = canvas.getContext('2d')!;
    context.clearRect(0, 0, width, height);
    const size = this.#size;
    this.#hit = this.#find();
    canvas.parentElement?.classList.toggle('hit', this.#hit >= 0);
    if (!size || !width || !height) return;
    drawAnnotations(context, this.#annotations, placeOf(size, width, height, unit), {
      colourOf: (label) => this.#looks.colourOf(label),
      fill: this.#host.fillOpacity,
      font: getComputedStyle(canvas).fontFamily,
      marked: this.#marked(),
    });
  }

  #marked(): AnnotationStyle['marked'] {
    const { label } = this.#looks;
    const hit = this.#annotations[this.#hit];
    if (this.#annotations.some((annotation) => annotation.label === label))
      return (annotation) => annotation.label === label;
    return hit ? (annotation) => annotation === hit : null;
  }

  #find(): number {
    return this.#pointer ? this.at(this.#pointer) : -1;
  }

  get #size(): { width: number; height: number } | null {
    const { element } = this.#host.shown;
    const size = element && sizeOf(element);
    return size && size.width > 0 ? size : null;
  }
}

/** The picture is as large as fits, in the middle: what `object-fit: contain` does. */
function placeOf(
  size: { width: number; height: number },
  width: number,
  height: number,
  unit: number,
): PicturePlace {
  const scale = Math.min(width / size.width, height / size.height);
  const [shownWidth, shownHeight] = [size.width * scale, size.height * scale];
  return {
    x: (width - shownWidth) / 2,
    y: (height - shownHeight) / 2,
    width: shownWidth,
    height: shownHeight,
    scale,
    unit,
  };
}
