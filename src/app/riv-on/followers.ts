/** @file Has each `riv-on` look again when what it follows is bound anew. */

/** A `riv-on`, as far as it follows others. */
interface Follower extends Element {
  follows?(id: string): boolean;
  refresh?(): void;
}

/** Has every `riv-on` that follows `element` look again: what it hangs on is bound anew, or bound at last. */
export function refreshFollowers(element: Element): void {
  for (const on of (element.getRootNode() as ParentNode).querySelectorAll<Follower>('riv-on'))
    if (on !== element && on.follows?.(element.id)) on.refresh?.();
}
