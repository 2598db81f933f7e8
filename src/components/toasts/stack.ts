/** @file Keeps the toasts of several apps off each other. */

/** Pixels between the toasts of two apps. */
const GAP = 8;

/** What has toasts on the screen: whose is the newest comes first. */
const open: HTMLElement[] = [];

const sizes = new ResizeObserver(arrange);

/** Puts the toasts of an app at their edge of the window; those of others make room. */
export function stack(toasts: HTMLElement): void {
  remove(toasts);
  open.unshift(toasts);
  sizes.observe(toasts);
  arrange();
}

/** Takes the toasts of an app out: there are none any more. */
export function unstack(toasts: HTMLElement): void {
  remove(toasts);
  sizes.unobserve(toasts);
  arrange();
}

function remove(toasts: HTMLElement): void {
  const at = open.indexOf(toasts);
  if (at >= 0) open.splice(at, 1);
}

function arrange(): void {
  const taken = { high: 0, low: 0 };
  for (const each of open) {
    const edge = each.hasAttribute('low') ? 'low' : 'high';
    each.style.setProperty('--_before', `${taken[edge]}px`);
    taken[edge] += each.offsetHeight + GAP;
  }
}
