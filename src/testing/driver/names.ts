/** @file The names by which a reader knows what is on a page. */

/** A name as it reads, or what it is to match. */
export type Name = string | RegExp;

/** True when a name is meant; white space counts once. */
export function isNamed(name: string, wanted: Name): boolean {
  return typeof wanted === 'string' ? name === wanted.trim().replace(/\s+/g, ' ') : wanted.test(name);
}

/** The accessible name of a control: `aria-labelledby`, `aria-label`, its labels, its text, its `title`. */
export function nameOf(control: Element): string {
  const root = control.getRootNode() as Document | ShadowRoot;
  const labelledBy = (control.getAttribute('aria-labelledby') ?? '')
    .split(/\s+/)
    .map((id) => (id && root.getElementById(id)) || null)
    .filter((each) => each !== null);
  const { labels } = control as Partial<HTMLInputElement>;
  const ways = [
    () => labelledBy.map(textOf).join(' '),
    () => control.getAttribute('aria-label') ?? '',
    () => [...(labels ?? [])].map(textOf).join(' '),
    () => (control.localName === 'input' ? ((control as HTMLInputElement).value ?? '') : textOf(control)),
    () => control.getAttribute('title') ?? '',
  ];
  for (const way of ways) {
    const name = way().trim().replace(/\s+/g, ' ');
    if (name) return name;
  }
  return '';
}

/** The text of an element as it is read aloud. */
function textOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
  if (node.nodeType !== Node.ELEMENT_NODE) return '';
  const element = node as Element;
  if (element.getAttribute('aria-hidden') === 'true' || /^(style|script)$/.test(element.localName)) return '';
  if (element.localName === 'img') return element.getAttribute('alt') ?? '';
  const inner = element.localName === 'slot' ? (element as HTMLSlotElement).assignedNodes() : [];
  return [...(inner.length > 0 ? inner : element.childNodes)].map(textOf).join('');
}

/** Names for a message: `"Submit", "Clear"`. */
export const listed = (names: readonly string[]): string =>
  names.length > 0 ? [...new Set(names)].map((name) => JSON.stringify(name)).join(', ') : 'none';
