/** @file Tells when the children of an app change. */

/** Tells when the children of an app change: one comes or goes, or takes another slot. */
export class ChildWatch {
  #observer: MutationObserver;

  constructor(
    private readonly host: HTMLElement,
    private readonly onChange: () => void,
  ) {
    this.#observer = new MutationObserver((records) => {
      if (records.some(matters)) this.#look();
    });
  }

  /** Watches until `stop`. */
  start(): void {
    this.#observer.observe(this.host, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['slot'],
    });
    this.#look();
  }

  stop(): void {
    this.#observer.disconnect();
  }

  #look(): void {
    // An element whose class comes later counts from then on.
    const tags = new Set([...this.host.querySelectorAll(':not(:defined)')].map(({ localName }) => localName));
    for (const tag of tags) void customElements.whenDefined(tag).then(this.onChange);
    this.onChange();
  }
}

/** True for a change of elements, not of the text in them. */
function matters({ type, addedNodes, removedNodes }: MutationRecord): boolean {
  return type === 'attributes' || [...addedNodes, ...removedNodes].some((node) => node instanceof Element);
}
