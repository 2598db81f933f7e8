/** @file Gives each label that a component has seen a colour of its own. */

// Labels that are remembered with their colours; more than a legend can hold are forgotten, oldest first.
const MOST = 24;

/** The labels that a component has seen, in the order in which they first came, each with a colour of its own. */
export class Labels {
  readonly #slots = new Map<string, number>();

  /** Takes note of the labels of a value. True when there were new ones. */
  note(labels: ReadonlySet<string>): boolean {
    const before = this.#slots.size;
    let forgotten = false;
    for (const label of labels) {
      if (this.#slots.has(label)) continue;
      if (this.#slots.size >= MOST) forgotten = this.#forget(labels) || forgotten;
      const taken = new Set(this.#slots.values());
      let slot = 0;
      while (taken.has(slot)) slot++;
      this.#slots.set(label, slot);
    }
    return forgotten || this.#slots.size > before;
  }

  /** All labels, in the order in which they first came. */
  get all(): string[] {
    return [...this.#slots.keys()];
  }

  /** The CSS colour of a label: of one lightness, in hues as far apart as can be, 3:1 or more on light and on dark. */
  colourOf(label: string): string {
    if (!this.#slots.has(label)) this.note(new Set([label]));
    return `oklch(60% 0.2 ${(260 + (this.#slots.get(label) ?? 0) * 137.5) % 360})`;
  }

  #forget(needed: ReadonlySet<string>): boolean {
    const oldest = this.all.find((label) => !needed.has(label));
    return oldest !== undefined && this.#slots.delete(oldest);
  }
}
