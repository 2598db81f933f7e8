/** @file Tells apps when the colours behind them may have changed: what of a page is watched for that. */

/** Milliseconds from one look to the next, where a page changes with each frame. */
const PAUSE_MS = 200;

/** Calls `look` whenever the colours behind an element may have changed. @returns what ends that */
export function watchPage(host: Element, look: () => void): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let isDue = false;
  // At once, so that no frame shows the old colours; what follows at a pace that costs nothing.
  const changed = (): void => {
    isDue = pause !== undefined;
    if (isDue) return;
    look();
    pause = setTimeout(() => {
      pause = undefined;
      if (isDue) changed();
    }, PAUSE_MS);
  };
  const isBehind = ({ propertyName, target }: TransitionEvent): boolean =>
    propertyName === 'background-color' && (target as Node).contains(host);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed, { signal });
  addEventListener('load', changed, { signal });
  // A stylesheet that comes later, and a colour that has faded in.
  document.addEventListener('load', ({ target }) => target instanceof HTMLLinkElement && changed(), {
    capture: true,
    signal,
  });
  document.addEventListener('transitionend', (event) => isBehind(event) && changed(), { signal });
  const observer = new MutationObserver(changed);
  // Some tools switch stylesheets.
  observer.observe(document.head, { childList: true, subtree: true, attributes: true });
  // Whatever the attribute: `data-theme`, `data-bs-theme`, `data-md-color-scheme` … there is no end of names.
  for (let at = parentOf(host); at; at = parentOf(at)) observer.observe(at, { attributes: true });
  return () => {
    ended.abort();
    observer.disconnect();
    clearTimeout(pause);
  };
}

/** Returns the element around another, the one that holds its slot or its shadow root included. */
export function parentOf({ assignedSlot, parentNode }: Element): Element | null {
  if (assignedSlot) return assignedSlot;
  if (parentNode instanceof ShadowRoot) return parentNode.host;
  return parentNode instanceof Element ? parentNode : null;
}
