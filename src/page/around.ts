/** @file Finds what is around a node: its apps, and the elements that ids name there. */

/** What an app element is to the parts inside it, as a selector. */
export const APPS = 'riv-blocks, riv-interface, riv-chat-interface';

/** An app element, as what is in it knows it. */
export interface App extends HTMLElement {
  readonly ready: Promise<void>;
  readonly isReady: boolean;
  showError: boolean;
  maxFileSize: number | string | null;
}

/** Finds the app elements around a node, the nearest first, also through shadow roots. */
export function* appsAround(node: Node): Generator<App> {
  let at: Node | null = node;
  while (at) {
    if (at instanceof HTMLElement && at.matches(APPS)) yield at as App;
    at = at.parentNode ?? (at instanceof ShadowRoot ? at.host : null);
  }
}

/** Finds the nearest app element around a node, or `null`. */
export function closestApp(node: Node): App | null {
  return appsAround(node).next().value ?? null;
}

/** Returns true when the `showError` of an app around is false. */
export function hidesErrors(near: EventTarget): boolean {
  if (!(near instanceof Node)) return false;
  return [...appsAround(near)].some((app) => app.showError === false);
}

/** Returns true when `node` is inside `app`, its shadow root included. */
export function isInside(app: HTMLElement, node: Node): boolean {
  for (const around of appsAround(node)) if (around === app) return true;
  return false;
}

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
