import type { RivAnnotatedImage } from '../../../src/components/annotated-image/annotated-image.ts';

/** Options that make the picture's place 200×100 CSS pixels: a picture of 100×50 is seen at twice its size. */
export const TWICE = { width: 202, height: 100 } as const;

/** The canvas with the annotations. */
export const overlayOf = (host: RivAnnotatedImage): HTMLCanvasElement =>
  host.shadowRoot!.querySelector<HTMLCanvasElement>('.overlay')!;

/** What the overlay has at a place, in CSS pixels of it: `[r, g, b, a]`. */
export function overlayAt(host: RivAnnotatedImage, x: number, y: number): number[] {
  const canvas = overlayOf(host);
  const scale = canvas.width / canvas.clientWidth;
  const copy = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
  const context = copy.getContext('2d')!;
  context.drawImage(canvas, -Math.floor(x * scale), -Math.floor(y * scale));
  return [...context.getImageData(0, 0, 1, 1).data];
}

/** The labels in the legend, in order; those that are not there now in brackets. */
export const legendOf = (host: RivAnnotatedImage): string[] =>
  entriesOf(host).map((entry) => {
    const label = entry.textContent!.trim();
    return entry.getAttribute('aria-disabled') === 'true' ? `(${label})` : label;
  });

export const entriesOf = (host: RivAnnotatedImage): HTMLButtonElement[] => [
  ...host.shadowRoot!.querySelectorAll<HTMLButtonElement>('.entry'),
];

/** Moves the pointer over the picture, or presses there: `x` and `y` in CSS pixels of its place. */
export function pointAt(host: RivAnnotatedImage, type: string, x: number, y: number): void {
  const picture = host.shadowRoot!.querySelector('.picture')!;
  const box = picture.getBoundingClientRect();
  const at = { clientX: box.left + x, clientY: box.top + y };
  picture.dispatchEvent(new PointerEvent(type, { ...at, bubbles: true, composed: true }));
}
