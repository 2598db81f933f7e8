/** @file Makes what an element holds like what is wished, and keeps the elements that can stay. */

/** Changes as little as it can: an element that stays keeps its focus, its listeners, and what was written in it. */
export function morph(element: Element, wished: Node): void {
  const old = [...element.childNodes];
  const next = [...wished.childNodes];
  next.forEach((node, at) => {
    const there = old[at];
    if (!there) element.append(node);
    else if (!isAlike(there, node)) there.replaceWith(node);
    else if (there instanceof Element) adjust(there, node as Element);
    else if (there.nodeValue !== node.nodeValue) there.nodeValue = node.nodeValue;
  });
  for (const node of old.slice(next.length)) node.remove();
}

const isAlike = (a: Node, b: Node): boolean =>
  a.nodeName === b.nodeName && (a as Element).id === (b as Element).id && a.nodeType === b.nodeType;

function adjust(element: Element, wished: Element): void {
  for (const { name } of [...element.attributes])
    if (!wished.hasAttribute(name)) element.removeAttribute(name);
  for (const { name, value } of wished.attributes)
    if (element.getAttribute(name) !== value) {
      element.setAttribute(name, value);
      // What was written hides the attribute.
      if (name === 'value' && element instanceof HTMLInputElement) element.value = value;
    }
  morph(element, wished);
}
