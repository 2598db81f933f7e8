/** @file Pictures in their place: named, hidden, and where a press hits them. */

import { sizeOf } from '../parts/picture.ts';

/** Makes a canvas or image the picture of a component: seen, and named for screen readers. */
export function asPicture<E extends HTMLCanvasElement | HTMLImageElement>(element: E, name: string): E {
  element.className = 'picture';
  element.setAttribute('part', 'picture');
  if (element instanceof HTMLImageElement) element.alt = name;
  else {
    element.setAttribute('role', 'img');
    element.setAttribute('aria-label', name);
  }
  return element;
}

/** Keeps a canvas in the page, unseen. */
export function asHidden(element: HTMLCanvasElement): HTMLCanvasElement {
  element.className = 'picture covered';
  return element;
}

/** Returns where the picture under a press was hit, `[x, y]` in its own pixels; `null` beside it or on no picture. */
export function pixelAt({ target, clientX, clientY }: MouseEvent): [number, number] | null {
  const known =
    target instanceof HTMLCanvasElement ||
    target instanceof HTMLImageElement ||
    target instanceof HTMLVideoElement;
  if (!known) return null;
  const { width, height } = sizeOf(target);
  const box = target.getBoundingClientRect();
  // The picture is as large as fits into its box, in the middle; a mirrored preview counts as it is seen.
  const scale = Math.min(box.width / width, box.height / height);
  const x = Math.floor((clientX - box.left - (box.width - width * scale) / 2) / scale);
  const y = Math.floor((clientY - box.top - (box.height - height * scale) / 2) / scale);
  return x >= 0 && y >= 0 && x < width && y < height ? [x, y] : null;
}
