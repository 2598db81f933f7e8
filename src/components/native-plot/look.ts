/** @file The colours that a plot is drawn in: the tokens of the page, as a canvas takes them. */

import { hexOf } from '../parts/colour.ts';
import { isColour } from '../parts/is-colour.ts';
import type { Model } from './data/model.ts';

/** Colours of series before they come round again. */
export const COLOURS = 10;

/** What a plot is painted with. */
export interface Look {
  text: string;
  muted: string;
  border: string;
  surface: string;
  palette: readonly string[];
  /** The least and the greatest of a numeric colour. */
  ramp: readonly [string, string];
  font: string;
}

/**
 * Reads the tokens where they are computed, and tells when they change: dark mode, a theme, a token of the page. A change
 * starts a transition of an unseen element, which the browser tells of.
 */
export class LookReader {
  readonly #probe: HTMLElement;
  #look: Look | null = null;

  /** @param onChange - Called when the look is another. */
  constructor(root: ShadowRoot, onChange: () => void) {
    this.#probe = document.createElement('div');
    this.#probe.className = 'probe';
    this.#probe.setAttribute('aria-hidden', 'true');
    for (let at = 0; at < COLOURS; at++) {
      const colour = document.createElement('i');
      colour.className = `colour-${at}`;
      this.#probe.append(colour);
    }
    root.append(this.#probe);
    this.#probe.addEventListener('transitionend', (event) => {
      if (event.target !== this.#probe) return;
      this.#look = null;
      onChange();
    });
  }

  get look(): Look {
    if (this.#look) return this.#look;
    const style = getComputedStyle(this.#probe);
    const palette = [...this.#probe.children].map((each) => getComputedStyle(each).color);
    return (this.#look = {
      text: style.color,
      muted: style.caretColor,
      border: style.borderTopColor,
      surface: style.backgroundColor,
      palette,
      ramp: [style.columnRuleColor, palette[0]!],
      font: style.fontFamily || 'sans-serif',
    });
  }
}

/** The colour of a series: the page's own, a step of the ramp, or the next of the palette. */
export function colourOf(
  { series }: Model,
  at: number,
  look: Look,
  own: Record<string, string> | null,
): string {
  const { name, share } = series[at]!;
  const wish = own?.[name];
  if (wish && isColour(wish)) return wish;
  if (share === null) return look.palette[at % look.palette.length]!;
  return hexOf(`color-mix(in oklab, ${look.ramp[1]} ${Math.round(share * 100)}%, ${look.ramp[0]})`);
}
