import type { LitElement } from 'lit';

/** Puts an element into the page. */
export function place<E extends Element>(element: E, into: Element = document.body): E {
  into.append(element);
  return element;
}

/** Puts an element into the page and waits until it is drawn. */
export async function mount<E extends LitElement>(element: E, into?: Element): Promise<E> {
  await place(element, into).updateComplete;
  return element;
}

/** Makes an element from a tag, the way a page's HTML does. */
export async function parse<E extends LitElement>(text: string): Promise<E> {
  const template = document.createElement('template');
  template.innerHTML = text;
  return mount(document.importNode(template.content.firstElementChild as E, true));
}

/** An element that is no custom element yet: it becomes one when it is put into the page. */
export function beforeUpgrade<E extends LitElement>(tag: string): E {
  return document.implementation.createHTMLDocument('').createElement(tag) as E;
}

/** The names of the events that reach the element and the document, in order, as `input` and `input@document`. */
export function record(
  element: EventTarget,
  names: readonly string[],
): { seen: string[]; details: unknown[]; stop(): void } {
  const seen: string[] = [];
  const details: unknown[] = [];
  const stops = new AbortController();
  for (const name of names) {
    const options = { signal: stops.signal };
    element.addEventListener(
      name,
      (event) => {
        seen.push(name);
        details.push((event as CustomEvent).detail);
      },
      options,
    );
    document.addEventListener(name, () => seen.push(`${name}@document`), options);
  }
  return { seen, details, stop: () => stops.abort() };
}

/** Empties the page. */
export function clearPage(): void {
  document.body.replaceChildren();
}
