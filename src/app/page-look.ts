/** @file Tells apps when the colours behind them may have changed: one watch for all apps of a page. */

/** Milliseconds from one look to the next, where a page changes with each frame. */
const PAUSE_MS = 200;

const looks = new Map<Element, () => void>();
let observer: MutationObserver | undefined;
let ended: AbortController | undefined;
let pause: ReturnType<typeof setTimeout> | undefined;
let isDue = false;

/** Calls `look` whenever the colours behind an element may have changed, until `unwatchPage`. */
export function watchPage(host: Element, look: () => void): void {
  looks.set(host, look);
  observer ??= start();
  // Whatever the attribute: `data-theme`, `data-bs-theme`, `data-md-color-scheme` … there is no end of names.
  for (let at = parentOf(host); at; at = parentOf(at)) observer.observe(at, { attributes: true });
}

/** Ends what `watchPage` began. */
export function unwatchPage(host: Element): void {
  looks.delete(host);
  if (looks.size > 0) return;
  observer?.disconnect();
  observer = undefined;
  ended?.abort();
}

/** Returns the element around another, the one that holds its slot or its shadow root included. */
export function parentOf({ assignedSlot, parentNode }: Element): Element | null {
  if (assignedSlot) return assignedSlot;
  if (parentNode instanceof ShadowRoot) return parentNode.host;
  return parentNode instanceof Element ? parentNode : null;
}

function start(): MutationObserver {
  ended = new AbortController();
  const { signal } = ended;
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed, { signal });
  addEventListener('load', changed, { signal });
  // A stylesheet that comes later, and a colour that has faded in.
  document.addEventListener('load', (event) => isLink(event.target) && changed(), { capture: true, signal });
  document.addEventListener('transitionend', (event) => isBehind(event) && changed(), { signal });
  const made = new MutationObserver(changed);
  // Some tools switch stylesheets.
  made.observe(document.head, { childList: true, subtree: true, attributes: true });
  return made;
}

const isLink = (target: EventTarget | null): boolean => target instanceof HTMLLinkElement;

function isBehind({ propertyName, target }: TransitionEvent): boolean {
  if (propertyName !== 'background-color') return false;
  for (const host of looks.keys()) if ((target as Node).contains(host)) return true;
  return false;
}

/** Looks at once, so that no frame shows the old colours; what follows at a pace that costs nothing. */
function changed(): void {
  isDue = pause !== undefined;
  if (isDue) return;
  for (const look of looks.values()) look();
  pause = setTimeout(() => {
    pause = undefined;
    if (isDue) changed();
  }, PAUSE_MS);
}
