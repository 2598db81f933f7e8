/** @file Shows SVG text and pictures. */

import { ValueError, describe } from '../../shared/errors.ts';
import { sanitizeSVG } from '../markdown/sanitize.ts';
import { isPicture, type Picture } from '../parts/picture.ts';
import type { KnownFigure } from './kinds.ts';
import type { Figure, Frame } from './figure-host.ts';

/** Shows SVG text, from which whatever could run or load was taken. @throws {ValueError} where nothing is left */
export function drawSVG({ value }: KnownFigure, { place }: Frame): Figure {
  const svg = sanitizeSVG(value as string);
  if (!svg) throw new ValueError(`got ${describe(value)}, expected SVG that can be shown`);
  place.replaceChildren(svg);
  return {
    resize: () => undefined,
    toBlob: () =>
      Promise.resolve(new Blob([new XMLSerializer().serializeToString(svg)], { type: 'image/svg+xml' })),
    close: () => place.replaceChildren(),
  };
}

/** Shows a picture in an Image of its own. @throws {ValueError} for what is none */
export function drawImage({ value }: KnownFigure, { place }: Frame, name: string): Figure {
  if (typeof value !== 'string' && !isPicture(value))
    throw new ValueError(
      `got ${describe(value)}, expected a Vega-Lite specification, a Plotly figure { data, layout }, SVG text or an image`,
    );
  const image = document.createElement('riv-image');
  Object.assign(image, { label: name, showLabel: false, container: false, interactive: false, buttons: [] });
  place.replaceChildren(image);
  image.fromHandler(value as Picture);
  return {
    resize: () => undefined,
    toBlob: () => image.toBlob(),
    close: () => place.replaceChildren(),
  };
}
