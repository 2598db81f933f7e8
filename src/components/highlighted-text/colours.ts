/** @file Gives each label a colour of its own, and each score a shade. */

import { isColour } from '../parts/is-colour.ts';
import type { TextMark } from './tokens.ts';

/** Labels that are remembered with their colours when they are gone. */
const REMEMBERED = 500;

/** The labels that a component has seen, each with the colour that it keeps. */
export class Colours {
  readonly #slots = new Map<string, number>();

  /** Takes note of the labels of a value, in their order. */
  note(labels: ReadonlySet<string>): void {
    if (this.#slots.size > REMEMBERED + labels.size) this.#slots.clear();
    for (const label of labels) if (!this.#slots.has(label)) this.#slots.set(label, this.#slots.size);
  }

  /** The style of a mark: its colour, and for a score how much there is of it. */
  styleOf(mark: TextMark, own: Readonly<Record<string, string>> | null): string {
    if (typeof mark === 'number') {
      const share = Math.min(1, Math.abs(mark));
      return `--_mark: var(${mark < 0 ? '--_minus' : '--_plus'}); --_share: ${(share * 50).toFixed(1)}%`;
    }
    const wished = own && Object.hasOwn(own, mark) ? own[mark] : '';
    return `--_mark: ${wished && isColour(wished) ? wished : this.#colourOf(mark)}`;
  }

  /** Of one lightness, in hues as far apart as can be. */
  #colourOf(label: string): string {
    return `oklch(60% 0.2 ${(260 + (this.#slots.get(label) ?? 0) * 137.5) % 360})`;
  }
}
