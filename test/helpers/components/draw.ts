import { until } from '../wait.ts';

/** The canvas of an Image that is drawn on, once it is there. */
export const sheetOf = (host: Element): Promise<HTMLCanvasElement> =>
  until(() => {
    const canvas = host.shadowRoot!.querySelector<HTMLCanvasElement>('.sketch > canvas');
    return canvas && canvas.clientWidth > 0 ? canvas : null;
  }, 'a canvas to draw on');

/** How a pointer event came to be; by default a mouse. */
type Pointer = Pick<PointerEventInit, 'pointerId' | 'pointerType' | 'button'>;

/** Fires one pointer event on the canvas: `x` and `y` from 0 to 1 of its width and height. */
export function point(
  canvas: HTMLCanvasElement,
  type: string,
  [x, y]: readonly [number, number],
  pointer: Pointer = {},
): void {
  const { left, top, width, height } = canvas.getBoundingClientRect();
  const { PointerEvent: Event } = canvas.ownerDocument.defaultView!;
  const at = { clientX: left + x * width, clientY: top + y * height };
  canvas.dispatchEvent(
    new Event(type, { bubbles: true, composed: true, cancelable: true, pointerId: 1, ...at, ...pointer }),
  );
}

/** Draws a line through these places, from 0 to 1 of the canvas, in small steps, from press to release. */
export function stroke(
  canvas: HTMLCanvasElement,
  places: readonly (readonly [number, number])[],
  pointer: Pointer = {},
): void {
  point(canvas, 'pointerdown', places[0]!, pointer);
  for (let at = 1; at < places.length; at++) {
    const [[ax, ay], [bx, by]] = [places[at - 1]!, places[at]!];
    for (let step = 1; step <= 8; step++)
      point(canvas, 'pointermove', [ax + ((bx - ax) * step) / 8, ay + ((by - ay) * step) / 8], pointer);
  }
  point(canvas, 'pointerup', places.at(-1)!, pointer);
}
