/** @file Says whether something about an element may be wrong. */

/** Attributes that are usual on every element, those of frameworks, and those that our elements give themselves. */
const USUAL =
  /[^a-z\d-]|^(on|data-|aria-|[vx]-|hx-|(id|class|style|slot|title|hidden|role|part|key|ref|stage|scheme|ground|fields|narrow|cell)$)/;

/** Returns true when something about an element may be wrong: what it is, is for `hints.ts` to say. */
export function isSuspect(element: Element): boolean {
  const { localName } = element;
  if (!customElements.get(localName)) return /^(riv-|script$)/.test(localName);
  return (
    unknownAttributes(element).length > 0 || [...element.children].some((child) => isAstray(child, element))
  );
}

/** Returns the attributes that an element of ours may not know: some are for every element, but rare. */
export function unknownAttributes({ constructor, attributes }: Element): string[] {
  const { observedAttributes = [] } = constructor as { observedAttributes?: string[] };
  return [...attributes]
    .map(({ name }) => name)
    .filter((name) => !observedAttributes.includes(name) && !USUAL.test(name));
}

/** Returns true for a child that is not shown where it stands: what takes no children has one, or no slot is there for it. */
export function isAstray(child: Element, parent: Element): boolean {
  if (takesNone(parent)) return child.localName.startsWith('riv-');
  if (child.slot) return !child.assignedSlot && !!parent.shadowRoot?.querySelector('slot');
  return !!(child.assignedSlot?.hidden && [child, ...child.querySelectorAll('*')].some(isShown));
}

/** True for a component, and for a `riv-on`. */
export const takesNone = (element: Element): boolean =>
  'emptyValue' in element || element.localName === 'riv-on';

const isShown = (element: Element): boolean =>
  'emptyValue' in element && !(element as { silent?: boolean }).silent;
