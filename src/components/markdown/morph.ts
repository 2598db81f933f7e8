/** @file Makes nodes say what others say, changing as little as can be: what was read stays where it is, and selected. */

/** Puts `next` in place of `old`, which stand together in `parent`, before `end`. @returns what stands there now */
export function morphNodes(
  parent: Node,
  old: readonly ChildNode[],
  next: readonly ChildNode[],
  end: Node | null,
): ChildNode[] {
  const kept = next.map((node, at) => {
    const before = old[at];
    if (!before) return parent.insertBefore(node, end);
    if (isAlike(before, node)) return morph(before, node);
    parent.replaceChild(node, before);
    return node;
  });
  for (const node of old.slice(next.length)) node.remove();
  return kept;
}

function isAlike(a: Node, b: Node): boolean {
  return a.nodeType === b.nodeType && a.nodeName === b.nodeName;
}

function morph(old: ChildNode, next: ChildNode): ChildNode {
  if (old instanceof CharacterData) {
    const { data } = next as CharacterData;
    if (data === old.data) return old;
    if (data.startsWith(old.data)) old.appendData(data.slice(old.length));
    else old.data = data;
    return old;
  }
  if (old instanceof Element) {
    const wanted = next as Element;
    // What is drawn already is not drawn again.
    if (old.hasAttribute('data-tex') && old.getAttribute('data-tex') === wanted.getAttribute('data-tex'))
      return old;
    // A fold that the reader has opened stays open.
    for (const { name } of [...old.attributes])
      if (name !== 'open' && !wanted.hasAttribute(name)) old.removeAttribute(name);
    for (const { name, value } of wanted.attributes)
      if (old.getAttribute(name) !== value) old.setAttribute(name, value);
    morphNodes(old, [...old.childNodes], [...wanted.childNodes], null);
  }
  return old;
}
