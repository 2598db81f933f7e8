/** @file Turns elements to the side from which a language is read that is read from right to left. */

/** The elements that were turned here, not by the page. */
const turned = new WeakSet<object>();

/**
 * Gives an element, or rather the outermost of ours around it, the direction of the language, unless there is a `dir` at
 * it or around it already.
 *
 * @param back - true takes it away again.
 */
export function turn(speaker: object, back = false): void {
  if (!(speaker instanceof HTMLElement)) return;
  if (back) {
    if (turned.delete(speaker)) speaker.removeAttribute('dir');
    return;
  }
  let outermost: HTMLElement = speaker;
  for (let at: Element | null = speaker; at; at = parentOf(at)) {
    if (at.hasAttribute('dir')) return;
    if (at instanceof HTMLElement && at.localName.startsWith('riv-')) outermost = at;
  }
  turned.add(outermost);
  outermost.dir = 'rtl';
}

function parentOf({ parentNode }: Element): Element | null {
  return parentNode instanceof ShadowRoot
    ? parentNode.host
    : parentNode instanceof Element
      ? parentNode
      : null;
}
