/** @file Lets each `riv-on` look its elements up again when the page changes. */

/** What looks its elements up again when the page changes. */
interface Watching extends HTMLElement {
  refresh(): void;
}

const watching = new Map<Node, { observer: MutationObserver; elements: Set<Watching> }>();
const roots = new WeakMap<Watching, Node>();

/** Calls `element.refresh()` whenever elements come, go, or take another id, in the document or shadow root around. */
export function watch(element: Watching): void {
  const root = element.getRootNode();
  if (roots.get(element) === root) return;
  unwatch(element);
  roots.set(element, root);
  let entry = watching.get(root);
  if (!entry) {
    const elements = new Set<Watching>();
    const observer = new MutationObserver((records) => {
      if (records.some(matters)) for (const each of [...elements]) each.refresh();
    });
    observer.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ['id'] });
    watching.set(root, (entry = { observer, elements }));
  }
  entry.elements.add(element);
}

/** Ends that. */
export function unwatch(element: Watching): void {
  const root = roots.get(element);
  const entry = root && watching.get(root);
  roots.delete(element);
  if (!root || !entry) return;
  entry.elements.delete(element);
  if (entry.elements.size > 0) return;
  entry.observer.disconnect();
  watching.delete(root);
}

function matters({ type, addedNodes, removedNodes }: MutationRecord): boolean {
  return type === 'attributes' || [...addedNodes, ...removedNodes].some((node) => node instanceof Element);
}
