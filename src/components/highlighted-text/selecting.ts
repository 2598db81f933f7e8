/** @file Follows what the user selects in a text, by pointer or by keyboard, and keeps it in sight while it is labelled. */

import { type TextSpan, rangeOf, selectedSpan, trimmed, wordFrom } from './marking.ts';

/** The name of the highlight under which the choice is drawn; one text at a time has one. */
const NAME = 'riv-chosen';

/** What the user has selected in a text. */
export class Selecting {
  /** The part that is selected; `null` for none. */
  span: TextSpan | null = null;
  readonly #root: ShadowRoot;
  readonly #changed: () => void;
  #region: Element | null = null;
  #text = '';
  #following: AbortController | null = null;
  #highlight: Highlight | null = null;
  /** Where a selection by keyboard began, and where it is now. */
  #anchor: TextSpan | null = null;
  #head: TextSpan | null = null;

  /** @param changed - Called when another part is selected. */
  constructor(root: ShadowRoot, changed: () => void) {
    this.#root = root;
    this.#changed = changed;
  }

  /** Follows what is selected in a region that shows this text; `null` for nothing any more. */
  follow(region: Element | null, text: string): void {
    this.#region = region;
    this.#text = text;
    if (!region) return this.stop();
    if (!this.#following) {
      this.#following = new AbortController();
      document.addEventListener('selectionchange', this.#look, { signal: this.#following.signal });
    }
    this.#draw();
  }

  stop(): void {
    this.#following?.abort();
    this.#following = null;
    this.forget();
    this.#draw();
  }

  /** Another text comes, in which the places mean something else. */
  forget(): void {
    this.span = this.#anchor = this.#head = null;
  }

  /** Selects a part, or nothing. */
  choose(span: TextSpan | null): void {
    this.#anchor = this.#head = span;
    this.#set(span);
  }

  /** Goes on by a word, or with `extends` takes it to what is selected, too. */
  step(direction: 1 | -1, extend: boolean): void {
    const from = this.#head ?? this.span;
    const place = from ? (direction > 0 ? from.to : from.from) : direction > 0 ? 0 : this.#text.length;
    const word = wordFrom(this.#text, place, direction);
    if (!word) return;
    this.#head = word;
    if (!extend || !this.#anchor) this.#anchor = word;
    const { from: a, to: b } = this.#anchor;
    this.#set({ from: Math.min(a, word.from), to: Math.max(b, word.to) });
    const range = this.#region && rangeOf(this.#region, word);
    range?.startContainer.parentElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** True when a press has selected text with the pointer, and so was no press on what is there. */
  isDragged(): boolean {
    const region = this.#region ?? this.#root.getElementById('control');
    const span = region && selectedSpan(this.#root, region);
    return span !== null && span.to > span.from;
  }

  readonly #look = (): void => {
    const found = this.#region && selectedSpan(this.#root, this.#region);
    const span = found && trimmed(this.#text, found);
    if (!span) return;
    this.#anchor = this.#head = span;
    this.#set(span);
  };

  #set(span: TextSpan | null): void {
    if (span?.from === this.span?.from && span?.to === this.span?.to) return;
    this.span = span && { from: span.from, to: span.to };
    if (!span) getSelection()?.removeAllRanges();
    this.#changed();
  }

  #draw(): void {
    const range = this.span && this.#region && rangeOf(this.#region, this.span);
    const all = CSS.highlights as HighlightRegistry | undefined;
    if (!all) return;
    if (range) {
      this.#highlight = new Highlight(range);
      all.set(NAME, this.#highlight);
    } else if (this.#highlight && all.get(NAME) === this.#highlight) all.delete(NAME);
  }
}
