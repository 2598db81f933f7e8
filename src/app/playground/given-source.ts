/** @file Follows the source that a page gives a playground: by a template, by `src`, or from script. */

import { fetchedSource, templateSource } from './source.ts';

const NO_APP =
  'There is no app to show: put it into a <template> in the <riv-playground>, or name its page by src.';

/** The element, as far as its source is read. */
interface Given extends HTMLElement {
  readonly src: string;
  readonly source: string | null;
}

/** What is told of the source. */
interface SourceTold {
  /** Another one was given. `base` is what its relative URLs are relative to. */
  given(source: string, base: string): void;
  /** There is none, in words. */
  failed(words: string): void;
}

/** The source as it was given last; what its user makes of it is the editor's. */
export class GivenSource {
  /** `null` while there is none. */
  original: string | null = null;
  base = document.baseURI;
  readonly #host: Given;
  readonly #told: SourceTold;
  readonly #children = new MutationObserver(() => void this.read());
  #src = '';

  constructor(host: Given, told: SourceTold) {
    this.#host = host;
    this.#told = told;
  }

  /** Follows the children of the element, until `rest`. */
  watch(): void {
    this.#children.observe(this.#host, { childList: true });
  }

  rest(): void {
    this.#children.disconnect();
  }

  /** Reads what is given, and tells of it when that is another source. */
  async read(): Promise<void> {
    const { src, source } = this.#host;
    if (src !== this.#src) {
      this.#src = src;
      if (src) return this.#fetch(src);
    }
    if (src) return;
    const text = this.original === null && source !== null ? source : templateSource(this.#host);
    if (text !== null) {
      if (text !== this.original) this.take(text);
    } else if (this.original === null) this.#told.failed(NO_APP);
  }

  /** True when the element names another page than before. */
  get isOther(): boolean {
    return this.#host.src !== this.#src;
  }

  /** Takes a source for the one that was given. */
  take(source: string, base = document.baseURI): void {
    this.original = source;
    this.base = base;
    this.#told.given(source, base);
  }

  async #fetch(src: string): Promise<void> {
    try {
      const source = await fetchedSource(src);
      if (src === this.#src) this.take(source, new URL(src, document.baseURI).href);
    } catch (error) {
      if (src === this.#src) this.#told.failed((error as Error).message);
    }
  }
}
