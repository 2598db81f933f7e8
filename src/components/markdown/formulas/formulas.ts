/** @file Draws formulas as MathML, which browsers show without fonts and style sheets of our own. */

import katex from 'katex';
import { trustedHTML } from '../../../shared/trusted-types.ts';

/** Puts a formula, written in LaTeX, in place of its source. What cannot be read stays as it is, and says why. */
export function drawFormula(place: HTMLElement): void {
  const { tex = '', display } = place.dataset;
  try {
    const html = katex.renderToString(tex, {
      output: 'mathml',
      displayMode: display !== undefined,
      strict: 'ignore',
      trust: false,
      maxSize: 50,
    });
    const template = document.createElement('template');
    template.innerHTML = trustedHTML(html);
    place.replaceChildren(...template.content.querySelectorAll('math'));
  } catch (error) {
    place.title = (error as Error).message;
    place.classList.add('wrong');
  }
}
