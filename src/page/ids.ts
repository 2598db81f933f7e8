/** @file Looks ids up: in the nearest app first, then in the page. */

import { appsAround } from './closest-app.ts';

/** Where ids are looked up from a node: the app elements around it, the nearest first, then its document. */
function* scopes(from: Node): Generator<ParentNode> {
  yield* appsAround(from);
  const root = from.getRootNode();
  if (root instanceof ShadowRoot) yield root;
  yield document;
}

/** Finds the element of an id, as seen from a node; `null` when there is none. */
export function elementById(from: Node, id: string): HTMLElement | null {
  for (const scope of scopes(from)) {
    if ((scope as Partial<Element>).id === id) return scope as unknown as HTMLElement;
    const found = scope.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
    if (found) return found;
  }
  return null;
}

/** Lists the ids there are around a node, for messages. */
export function idsAround(from: Node): string[] {
  for (const scope of scopes(from)) {
    const ids = [...scope.querySelectorAll('[id]')].map(({ id }) => id).filter(Boolean);
    if (ids.length > 0) return ids;
  }
  return [];
}
